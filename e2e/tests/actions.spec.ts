import { hashUserId } from "../shop/caller.ts";
import { expect, test } from "./fixtures.ts";

test("a ticket is created only after the visitor's word, with the identity first in its body", async ({
  page,
  shop,
  chat,
}) => {
  await page.goto(shop.url);
  await chat.open();
  await chat.say("Create a ticket: the zip is broken");
  await expect(chat.answers.last()).toContainText("What is the subject?");
  await chat.say("The zip of my jacket broke yesterday.");
  await expect(chat.approval).toBeVisible();
  expect(shop.log.entries).toEqual([]);
  await chat.approval.getByRole("button", { name: "Confirm" }).click();
  await expect(chat.answers.last()).toContainText("TCK-5001");

  expect(shop.log.entries).toHaveLength(1);
  const [received] = shop.log.entries;
  expect(received).toMatchObject({ method: "POST", path: "/tickets", caller: "customer", status: 201 });
  const { "idempotency-key": key, ...headers } = received?.headers ?? {};
  expect(headers).toMatchObject({
    authorization: `Bearer ${shop.apiKey}`,
    "content-type": expect.stringMatching(/^application\/json/),
  });
  expect(key).toMatch(/^run_/);
  const body = Object.entries(JSON.parse(received?.body ?? "{}") as object);
  expect(body.slice(0, 3)).toEqual([
    ["user_id", "cus_4821"],
    ["user_email", "aysel@example.com"],
    ["user_hash", hashUserId(shop.userHashSecret, "cus_4821")],
  ]);
  const fields = Object.fromEntries(body.slice(3));
  expect(Object.keys(fields).sort()).toEqual(["description", "source", "subject"]);
  expect(fields).toMatchObject({ source: "chat" });
});

test("a cancelled card sends nothing, a confirmed one sends its call once", async ({ page, shop, chat }) => {
  await page.goto(shop.url);
  await chat.open();
  await chat.say("Cancel order ORD-1002");
  await expect(chat.approval).toContainText("ORD-1002");
  await chat.approval.getByRole("button", { name: "Decline" }).click();
  await expect(chat.approval).toHaveCount(0);
  await expect(chat.actions.last()).toContainText("Not carried out");
  await expect(chat.idle).toBeVisible();
  expect(shop.log.entries).toEqual([]);

  await chat.say("Cancel order ORD-1002");
  await chat.approval.getByRole("button", { name: "Confirm" }).click();
  await expect(chat.actions.last()).toContainText("Done");
  await expect(chat.answers.last()).toContainText("cancelled");
  const calls = shop.log.entries.map(({ method, path, caller, status }) => [method, path, caller, status]);
  expect(calls).toEqual([["DELETE", "/orders/ORD-1002", "customer", 200]]);
});

test("what the API refuses is told as such", async ({ page, shop, chat }) => {
  await page.goto(shop.url);
  await chat.open();
  await chat.say("Where is my order ORD-4040?");
  await expect(chat.actions.last()).toContainText("Did not work");
  expect(shop.log.entries.map(({ status }) => status)).toEqual([404]);
});
