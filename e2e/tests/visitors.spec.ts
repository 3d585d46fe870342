import type { Page } from "@playwright/test";
import { hashUserId } from "../shop/caller.ts";
import { chatOn } from "./chat.ts";
import { expect, test, type Fixtures } from "./fixtures.ts";

/** Calls the page's `Errand`, and answers with what came of it. */
const call = (page: Page, ...call: unknown[]) =>
  page.evaluate((given) => {
    const { Errand } = window as unknown as { Errand: (...call: unknown[]) => Promise<unknown> };
    return Errand(...given).then(
      () => "done",
      (error: { code?: string }) => error.code,
    );
  }, call);

const proofOf = (shop: Fixtures["shop"], id: string) => ({
  user_id: id,
  user_hash: hashUserId(shop.userHashSecret, id),
});

const SECRET = "My secret is 42";

const leaving: [how: string, leave: (page: Page, shop: Fixtures["shop"]) => Promise<unknown>][] = [
  ["the visitor is reset", (page) => call(page, "resetUser")],
  ["another visitor is there", (page, shop) => call(page, "identify", proofOf(shop, "bob"))],
  ["the widget is gone", (page) => call(page, "destroy")],
];
for (const [how, leave] of leaving) {
  test(`a message that waits is sent by nobody once ${how}`, async ({ page, openPage, chat, shop }) => {
    const sent: string[] = [];
    const { promise, resolve: release } = Promise.withResolvers<void>();
    await page.route("**/v1/chat", async (route) => {
      sent.push(route.request().postData() ?? "");
      await promise;
      await route.continue().catch(() => {});
    });
    await openPage({ body: "<h1>Two visitors</h1>" });
    await chat.launcher.waitFor();
    await call(page, "identify", proofOf(shop, "ada"));
    await call(page, "open");
    await chat.say("Hello");
    await expect.poll(() => sent.length).toBe(1);
    await page.evaluate((text) => void window.Errand?.("sendMessage", text).catch(() => {}), SECRET);
    await expect(chat.questions).toHaveCount(2);
    await leave(page, shop);
    release();
    if (how === "the widget is gone") await expect(chat.launcher).toHaveCount(0);
    else {
      await expect(chat.questions).toHaveCount(0);
      await chat.ask("Good morning");
      await expect(chat.questions).toHaveText([/Good morning/]);
    }
    await page.waitForLoadState("networkidle");
    expect(sent.filter((body) => body.includes(SECRET))).toEqual([]);
  });
}

test("a list of conversations is never shown to the next visitor", async ({ page, openPage, chat, shop }) => {
  await openPage({ body: "<h1>Two visitors</h1>" });
  await chat.launcher.waitFor();
  await call(page, "identify", proofOf(shop, "ada"));
  await chat.open();
  await chat.ask("Hello");
  const list = chat.panel.getByRole("button", { name: "Your conversations" });
  await list.click();
  const titles = chat.panel.locator(".chats li");
  await expect(titles).toContainText(["Hello"]);
  await call(page, "identify", proofOf(shop, "bob"));
  await expect(titles).toHaveCount(0);

  await page.route("**/v1/chats", () => {});
  await call(page, "identify", proofOf(shop, "ada"));
  await call(page, "resetUser");
  await expect(chat.panel.locator(".chats")).toHaveCount(0);
  await list.click();
  await expect(chat.panel.locator(".chats")).toBeVisible();
  await expect(titles).toHaveCount(0);
});

test("a destroyed widget leaves the visitor's conversation to the next one", async ({
  page,
  openPage,
  chat,
  shop,
}) => {
  await openPage({ body: "<h1>Again</h1>" });
  await chat.open();
  await chat.ask("Hello");
  await call(page, "destroy");
  await expect(chat.launcher).toHaveCount(0);
  await page.addScriptTag({ url: `${shop.errand}/embed/${shop.site}.js` });
  await chat.launcher.click();
  await expect(chat.questions).toHaveText([/Hello/]);
});

test("two tabs that speak at once show what was said in both", async ({ page, openPage, chat }) => {
  await openPage({ body: "<h1>Tabs</h1>" });
  await chat.open();
  await chat.ask("Hello");
  const other = await page.context().newPage();
  await other.goto(page.url());
  const second = chatOn(other);
  await second.launcher.click();
  await expect(second.questions).toHaveCount(1);
  await Promise.all([chat.say("Where is my order ORD-1001?"), second.say("Where is my order ORD-1003?")]);
  for (const each of [chat, second]) await expect(each.questions).toHaveCount(3);
  for (const each of [chat, second]) await expect(each.idle).toBeVisible();
});
