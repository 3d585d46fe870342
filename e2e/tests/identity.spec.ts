import { hashUserId } from "../shop/caller.ts";
import { expect, test } from "./fixtures.ts";

const QUESTION = "Where is my order ORD-1001?";

test("a visitor with a token sees what runs and gets an answer; the API gets the proof", async ({
  page,
  shop,
  gate,
  chat,
}) => {
  gate.shut();
  await page.goto(shop.url);
  await chat.open();
  await chat.say(QUESTION);
  await expect(chat.actions).toHaveText("Looking up your order…");
  gate.open();
  await expect(chat.answers.last()).toContainText("in transit");
  await expect(chat.actions).toContainText("Done");

  expect(shop.log.entries).toHaveLength(1);
  const [received] = shop.log.entries;
  expect(received).toMatchObject({
    method: "GET",
    path: "/orders/ORD-1001",
    caller: "customer",
    status: 200,
  });
  expect(received?.headers).toMatchObject({
    "x-user-id": "cus_4821",
    "x-user-hash": hashUserId(shop.userHashSecret, "cus_4821"),
    "x-user-verified": "user_id, user_email",
    "x-api-key": shop.apiKey,
    "x-requested-with": "XMLHttpRequest",
    locale: "en",
    origin: shop.errand,
  });
});

test("a visitor with a user hash is known by the id alone", async ({ page, shop, chat }) => {
  await page.goto(`${shop.url}/?visitor=user_hash`);
  await chat.open();
  await chat.say(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");

  const [received] = shop.log.entries;
  expect(received).toMatchObject({ caller: "customer", status: 200 });
  expect(received?.headers).toMatchObject({
    "x-user-id": "cus_4821",
    "x-user-hash": hashUserId(shop.userHashSecret, "cus_4821"),
    "x-user-verified": "user_id",
    "x-api-key": shop.apiKey,
  });
});

test("an anonymous visitor sends no identity and cannot list orders", async ({ page, shop, chat }) => {
  await page.goto(`${shop.url}/?visitor=anonymous`);
  await chat.open();
  await chat.say(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");

  expect(shop.log.entries).toHaveLength(1);
  const [received] = shop.log.entries;
  expect(received).toMatchObject({ caller: "anonymous", status: 200 });
  const names = Object.keys(received?.headers ?? {});
  expect(names.filter((name) => name.startsWith("x-user"))).toEqual([]);

  await chat.ask("Show my orders");
  await expect(chat.messages).toHaveCount(5);
  expect(shop.log.entries).toHaveLength(1);
});

test("switching visitors on the page tells the widget who is there now", async ({ page, shop, chat }) => {
  await page.goto(shop.url);
  await chat.open();
  await chat.say(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");

  await page.getByRole("radio", { name: "Anonymous" }).check();
  await expect(page.getByText("Not signed in")).toBeVisible();
  await expect(chat.questions).toHaveCount(0);
  await chat.say(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");

  await page.getByRole("radio", { name: "User hash" }).check();
  await expect(page.getByText("Signed in as")).toBeVisible();
  await expect.poll(() => shop.log.entries.map(({ caller }) => caller)).toEqual(["customer", "anonymous"]);
});

test("the next page goes on in the conversation that a proved visitor chose, until another is there", async ({
  page,
  shop,
  chat,
}) => {
  const kept = () =>
    page.evaluate(() => Object.entries(sessionStorage).find(([key]) => key.endsWith(":chat"))?.[1]);
  await page.goto(shop.url);
  await chat.open();
  expect(await kept()).toBeUndefined();
  await chat.ask(QUESTION);
  await chat.panel.getByRole("button", { name: "Your conversations" }).click();
  await chat.panel.getByRole("button", { name: "New conversation" }).click();
  await chat.ask("Hello");
  await page.reload();
  await expect(chat.questions).toHaveText([/Hello/]);
  await chat.panel.getByRole("button", { name: "Your conversations" }).click();
  await chat.panel.locator(".chats li button", { hasText: "ORD-1001" }).click();
  await expect(chat.questions).toHaveText([/ORD-1001/]);
  await page.reload();
  await expect(chat.questions).toHaveText([/ORD-1001/]);

  // Somebody else's choice leads nobody anywhere.
  await page.evaluate(() => {
    for (const [key, value] of Object.entries(sessionStorage))
      sessionStorage.setItem(key, value.replace("\ncus_4821\n", "\ncus_482\n"));
  });
  await page.reload();
  await expect(chat.questions).toHaveText([/Hello/]);

  await chat.ask("Hello again");
  expect(await kept()).toContain("cus_4821");
  await page.getByRole("radio", { name: "Anonymous" }).check();
  await expect(chat.questions).toHaveCount(0);
  expect(await kept()).toBeUndefined();
});
