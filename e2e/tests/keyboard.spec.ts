import type { Locator } from "@playwright/test";
import { serveGallery } from "../gallery/server.ts";
import { findFreePort } from "../shop/ports.ts";
import { expect, test } from "./fixtures.ts";
import { portRange } from "./port-range.ts";

test("everything can be done with the keyboard", async ({ page, shop, chat }) => {
  await page.goto(shop.url);
  await expect(chat.launcher).toBeVisible();
  await chat.launcher.focus();
  await page.keyboard.press("Enter");
  await expect(chat.field).toBeFocused();
  await page.keyboard.type("Cancel order ORD-1002");
  await page.keyboard.press("Enter");
  const confirm = chat.approval.getByRole("button", { name: "Confirm" });
  await expect(confirm).toBeVisible();
  await tabBackTo(confirm);
  await page.keyboard.press("Enter");
  await expect(chat.actions.last()).toContainText("Done");
  expect(shop.log.entries.map(({ method }) => method)).toEqual(["DELETE"]);
  await page.keyboard.press("Escape");
  await expect(chat.panel).toBeHidden();
  await expect(chat.launcher).toBeFocused();
});

test("an earlier conversation is found and taken up with the keyboard", async ({ page, chat, faults }) => {
  const port = await findFreePort(portRange + 40);
  const close = await serveGallery(port);
  const origin = `http://localhost:${port}`;
  faults.welcome(origin);
  await page.goto(`${origin}/chats/en`);
  await chat.launcher.focus();
  await page.keyboard.press("Enter");
  await expect(chat.field).toBeFocused();
  await tabBackTo(chat.panel.getByRole("button", { name: "Your conversations" }));
  await page.keyboard.press("Enter");
  const second = chat.panel.locator(".chats li button").nth(1);
  await expect(second).toBeVisible();
  for (let step = 0; step < 3; step++) await page.keyboard.press("Tab");
  await expect(second).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chat.field).toBeFocused();
  await expect(chat.questions.first()).toBeVisible();
  await close();
});

test("the shop's visitor is switched with the arrow keys", async ({ page, shop }) => {
  await page.goto(shop.url);
  await page.getByRole("radio", { name: "JWT" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "User hash" })).toBeChecked();
  await expect(page).toHaveURL(`${shop.url}/?visitor=user_hash`);
});

/** Goes back from the composer as a visitor would. */
async function tabBackTo(target: Locator): Promise<void> {
  for (let step = 0; step < 6; step++) {
    if (await target.evaluate((node) => node === (node.getRootNode() as ShadowRoot).activeElement)) return;
    await target.page().keyboard.press("Shift+Tab");
  }
}
