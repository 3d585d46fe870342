import { expect, test } from "./fixtures.ts";

const QUESTION = "Where is my order ORD-1001?";

test("a page in Azerbaijani has its progress text, and the API is told the locale", async ({
  page,
  shop,
  gate,
  chat,
}) => {
  gate.shut();
  await page.goto(`${shop.url}/?lang=az`);
  await chat.open();
  await expect(chat.field).toHaveAttribute("placeholder", "Mesajınızı yazın…");
  await chat.say("ORD-1001 sifarişim haradadır?");
  await expect(chat.actions).toHaveText("Sifarişiniz axtarılır…");
  gate.open();
  await expect(chat.actions).toContainText("Hazırdır");
  const [received] = shop.log.entries;
  expect(received?.path).toBe("/orders/ORD-1001");
  expect(received?.headers).toMatchObject({ locale: "az" });
  expect(received?.headers["accept-language"]).toMatch(/^az/);
});

test("the language switch changes page and widget at once", async ({ page, shop, chat }) => {
  await page.goto(shop.url);
  await chat.open();
  await page.getByLabel("Language").selectOption("az");
  await expect(page.locator("html")).toHaveAttribute("lang", "az");
  await expect(chat.field).toHaveAttribute("placeholder", "Mesajınızı yazın…");
  await chat.say("ORD-1001 sifarişim haradadır?");
  await expect.poll(() => shop.log.entries.map(({ headers }) => headers["locale"])).toEqual(["az"]);
});

test("a reload in the middle of a turn keeps the conversation and shows its end", async ({
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
  await page.reload();
  await chat.open();
  await expect(chat.questions).toHaveCount(1);
  await expect(chat.questions).toContainText(QUESTION);
  await expect(chat.actions).toHaveText("Looking up your order…");
  gate.open();
  await expect(chat.answers.last()).toContainText("in transit");
  expect(shop.log.entries).toHaveLength(1);
});

test("an anonymous conversation is there again after a reload", async ({ page, shop, chat }) => {
  await page.goto(`${shop.url}/?visitor=anonymous`);
  await chat.open();
  await chat.say(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");
  await page.reload();
  await chat.open();
  await expect(chat.questions).toContainText(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");
});

test("resetUser forgets the conversation here and after a reload", async ({ page, shop, chat }) => {
  await page.goto(shop.url);
  await chat.open();
  await chat.say(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");
  await page.evaluate(() => window.Errand?.("resetUser"));
  await expect(chat.questions).toHaveCount(0);
  await page.goto(`${shop.url}/?visitor=anonymous`);
  await chat.open();
  await expect(chat.welcome).toBeVisible();
  await expect(chat.questions).toHaveCount(0);
});

test("nothing is stored before the visitor turns to the widget", async ({ page, shop, chat }) => {
  await page.goto(`${shop.url}/?visitor=anonymous`);
  await expect(chat.launcher).toBeVisible();
  await page.waitForLoadState("networkidle");
  const read = () => page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  expect(await read()).toEqual([0, 0, ""]);
});
