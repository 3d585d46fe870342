import { expect, test as base } from "./fixtures.ts";

const QUESTION = "Where is my order ORD-1001?";

interface Chatting {
  /** Opens the chat on a page of this heading. */
  openChat: (heading: string) => Promise<void>;
  /** The same, and has a first message answered. */
  beginChat: (heading: string) => Promise<void>;
}

const test = base.extend<Chatting>({
  openChat: async ({ openPage, chat }, use) =>
    use(async (heading) => {
      await openPage({ body: `<h1>${heading}</h1>` });
      await chat.open();
    }),
  beginChat: async ({ openChat, chat }, use) =>
    use(async (heading) => {
      await openChat(heading);
      await chat.ask("Hello");
    }),
});

test("navigation within the page, by history or by a new body, leaves the chat alone", async ({
  page,
  openChat,
  chat,
}) => {
  await openChat("First");
  await chat.say(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");
  await page.evaluate(() => {
    history.pushState({}, "", "/second");
    const body = document.createElement("body");
    body.innerHTML = "<h1>Second</h1>";
    document.documentElement.replaceChild(body, document.body);
  });
  await expect(page.getByRole("heading", { name: "Second" })).toBeVisible();
  await expect(chat.questions).toContainText(QUESTION);
  await chat.say("Show my orders");
  await expect(chat.questions).toHaveCount(2);
  await page.evaluate(() => history.back());
  await expect(chat.panel).toBeVisible();
});

test("a view transition keeps the open chat", async ({ page, openChat, chat }) => {
  await openChat("First");
  await chat.field.fill("half a sen");
  await page.evaluate(async () => {
    await document.startViewTransition(() => {
      document.querySelector("h1")?.replaceChildren("Second");
    }).finished;
  });
  await expect(chat.field).toHaveValue("half a sen");
});

test("what stood open on one page stands open on the next, with its draft; what was closed stays closed", async ({
  page,
  openChat,
  chat,
}) => {
  await openChat("Shop");
  await chat.field.pressSequentially("half a sentence");
  await page.goto(new URL("/other", page.url()).href);
  await expect(chat.field).toHaveValue("half a sentence");
  await page.reload();
  await expect(chat.panel).toBeVisible();
  await chat.panel.getByRole("button", { name: "Close chat" }).click();
  await page.reload();
  await chat.launcher.waitFor();
  await page.evaluate(() => window.Errand?.("show"));
  await expect(chat.panel).toBeHidden();
});

test("two tabs tell the same conversation, and a reset in one is a reset in both", async ({
  page,
  beginChat,
  chat,
}) => {
  await beginChat("Tabs");
  const { chatOn } = await import("./chat.ts");
  const other = await page.context().newPage();
  await other.goto(page.url());
  const second = chatOn(other);
  await second.launcher.click();
  await expect(second.questions).toContainText("Hello");
  await chat.say(QUESTION);
  await expect(second.questions).toHaveCount(2);
  await expect(second.answers.last()).toContainText("in transit");
  await page.evaluate(() => window.Errand?.("resetUser"));
  await expect(second.questions).toHaveCount(0);
});

test("messages written without a line go out in their order once it is back", async ({
  page,
  beginChat,
  shop,
  chat,
  faults,
}) => {
  faults.foresee(/ERR_INTERNET_DISCONNECTED/);
  await beginChat("Offline");
  await page.context().setOffline(true);
  await chat.say(QUESTION);
  await chat.say("Where is my order ORD-1003?");
  await expect(chat.questions).toHaveCount(3);
  expect(shop.log.entries).toEqual([]);
  await page.context().setOffline(false);
  await expect(chat.answers.last()).toContainText("delivered");
  expect(shop.log.entries.map(({ path }) => path)).toEqual(["/orders/ORD-1001", "/orders/ORD-1003"]);
});

test("a chat that opens again leaves the focus to what the visitor types into", async ({
  page,
  openPage,
  chat,
}) => {
  await openPage({ body: '<label>E-mail <input id="email" type="email"></label>' });
  await chat.open();
  await chat.ask("Hello");
  const panel = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  const { promise, resolve: release } = Promise.withResolvers<void>();
  await page.route(panel.find((name) => name.includes("/panel-")) ?? "", async (route) => {
    await promise;
    await route.continue();
  });
  await page.reload();
  const email = page.locator("#email");
  await email.pressSequentially("visitor");
  release();
  await expect(chat.questions).toHaveText([/Hello/]);
  await page.keyboard.type("@example.com");
  await expect(email).toHaveValue("visitor@example.com");
  await expect(chat.field).toHaveValue("");
});

test("a message that no server took goes out from the next page, and its action runs once", async ({
  page,
  beginChat,
  shop,
  chat,
  faults,
}) => {
  faults.foresee(/ERR_FAILED|status of 503/);
  await beginChat("Restart");
  await page.route("**/v1/chat", (route) => route.abort());
  await chat.say(QUESTION);
  await expect(chat.questions).toHaveCount(2);
  await page.unroute("**/v1/chat");
  await page.reload();
  await expect(chat.answers.last()).toContainText("in transit");
  await expect(chat.questions).toHaveCount(2);
  expect(shop.log.entries).toHaveLength(1);
});

test("a message that no server took goes to its own conversation, whichever is open by then", async ({
  page,
  beginChat,
  shop,
  chat,
  faults,
}) => {
  faults.foresee(/ERR_FAILED|status of 404/);
  await beginChat("Two conversations");
  const sent: { id: string; message: { parts: { text: string }[] } }[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/v1/chat")) sent.push(request.postDataJSON());
  });
  await page.route("**/v1/chat", (route) => route.abort());
  await chat.say(QUESTION);
  await expect.poll(() => sent.length).toBeGreaterThan(0);
  const first = sent[0]?.id;
  await chat.panel.getByRole("button", { name: "Your conversations" }).click();
  await chat.panel.getByRole("button", { name: "New conversation" }).click();
  await expect(chat.questions).toHaveCount(0);
  await chat.say("Good morning");
  await expect.poll(() => sent.some(({ id }) => id !== first)).toBe(true);
  await page.unroute("**/v1/chat");
  sent.length = 0;

  await page.reload();
  await expect(chat.questions).toHaveText([/Good morning/]);
  await expect.poll(() => shop.log.entries.length).toBe(1);
  await expect.poll(() => sent.length).toBe(2);
  const conversationOf = (text: string) => sent.find(({ message }) => message.parts[0]?.text === text)?.id;
  expect(conversationOf(QUESTION)).toBe(first);
  expect(conversationOf("Good morning")).not.toBe(first);
  await expect(chat.questions).toHaveCount(1);
  await chat.panel.getByRole("button", { name: "Your conversations" }).click();
  await chat.panel.locator(".chats li button", { hasText: "Hello" }).click();
  await expect(chat.questions).toHaveText([/Hello/, new RegExp(QUESTION.slice(0, -1))]);
  await expect(chat.answers.last()).toContainText("in transit");
  expect(shop.log.entries).toHaveLength(1);
});

test("a thousand messages keep the page small", async ({ page, beginChat, chat }) => {
  const messages = Array.from({ length: 1000 }, (_, i) => ({
    id: `msg_${i}`,
    role: i % 2 ? "assistant" : "user",
    parts: [{ type: "text", text: `Message **${i}** of many.` }],
  }));
  await beginChat("Long");
  await page.route(/\/v1\/chat\/cnv_\w+$/, (route) =>
    route.fulfill({ json: { id: "cnv_long", messages }, headers: { "access-control-allow-origin": "*" } }),
  );
  await page.reload();
  await expect(chat.messages.last()).toContainText("Message 999");
  expect(await chat.messages.count()).toBeLessThanOrEqual(61);
  // Only the thread scrolls: nothing of it makes the panel around it any longer.
  expect(await chat.panel.evaluate((panel) => [panel.scrollTo(0, 500), panel.scrollTop][1])).toBe(0);
  expect(await chat.panel.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  await chat.thread.hover();
  await page.mouse.wheel(0, -100_000);
  await expect(chat.messages.first()).toContainText(/Message \W*[1-9]\d\d/);
  await expect.poll(() => chat.messages.count()).toBeGreaterThan(61);
});
