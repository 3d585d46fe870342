import type { Page } from "@playwright/test";
import type { Shop } from "../shop/start-shop.ts";
import { expect, test } from "./fixtures.ts";
import { findViolationsInSchemes } from "./violations.ts";

async function signIn(page: Page, shop: Shop): Promise<void> {
  await page.goto(shop.errand);
  await page.getByLabel("Password").fill(shop.adminPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Kettle & Pine" }).click();
}

const openPart = (page: Page, part: string) =>
  page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: part }).click();

test.beforeEach(({ faults }) => {
  faults.foresee(/status of 401 .*\/admin\/v1\/me/);
});

test("an owner finds what a visitor said, sees the run behind it, exports and erases the visitor", async ({
  page,
  shop,
  chat,
  faults,
}) => {
  await page.goto(shop.url);
  await chat.open();
  await chat.say("Where is my order ORD-1001?");
  await expect(chat.answers.last()).toContainText("in transit");

  await signIn(page, shop);
  await openPart(page, "Conversations");
  await page.getByLabel("Search conversations").fill("ord-1001");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/[?&]q=ord-1001/);
  await page.getByRole("list", { name: "Conversations" }).getByRole("link").click();
  await expect(page.getByText("Where is my order ORD-1001?")).toBeVisible();
  const call = page.getByRole("region", { name: "Look up order" });
  await expect(call).toContainText("OK");
  await call.getByRole("link", { name: "See the run" }).click();
  await expect(page.getByText(`GET ${shop.api}/orders/ORD-1001`)).toBeVisible();
  await page.getByRole("link", { name: "See the conversation" }).click();

  await page.getByRole("link", { name: "Export or erase this visitor" }).click();
  const userId = await page.getByRole("heading", { level: 1 }).innerText();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download JSON" }).click();
  expect((await download).suggestedFilename()).toMatch(/^visitor-.*\.json$/);
  await page.getByRole("button", { name: "Erase this visitor" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Erase for good" })).toBeDisabled();
  await dialog.getByLabel("to confirm").fill(userId);
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByRole("heading", { name: "Receipt" })).toBeVisible();
  await openPart(page, "Conversations");
  await expect(page.getByText("No conversations yet")).toBeVisible();
  faults.foresee(/status of 404 .*\/visitors\//);
});

test("an owner invites somebody, who chooses a password and sees what their role lets them", async ({
  page,
  shop,
  browser,
}) => {
  await signIn(page, shop);
  await page.getByRole("link", { name: "Team" }).click();
  await page.getByLabel("Name").fill("ada@example.com");
  await page.getByLabel("Role", { exact: true }).selectOption("Viewer");
  await page.getByRole("button", { name: "Invite" }).click();
  const oneTime = await page.getByRole("region", { name: "One-time password" }).innerText();

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(shop.errand);
  await other.getByLabel("Name").fill("ada@example.com");
  await other.getByLabel("Password").fill(oneTime);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("heading", { name: "Choose your password" })).toBeVisible();
  await other.getByLabel("New password").fill("a password of one's own");
  await other.getByRole("button", { name: "Change password" }).click();
  await other.getByRole("link", { name: "Team" }).click();
  await expect(other.getByRole("heading", { name: "Accounts" })).toBeVisible();
  await expect(other.getByRole("heading", { name: "Invite somebody" })).toBeHidden();
  await context.close();

  await page.getByRole("link", { name: "Log of changes" }).click();
  await expect(page.getByRole("table", { name: "Log of changes" })).toContainText("ada@example.com");
});

test("axe finds nothing on the pages of what happened, light and dark", async ({ page, shop, chat }) => {
  await page.goto(shop.url);
  await chat.open();
  await chat.say("Where is my order ORD-1001?");
  await expect(chat.answers.last()).toContainText("in transit");
  await signIn(page, shop);
  for (const part of ["Conversations", "Visitors", "Runs"]) {
    await openPart(page, part);
    await expect(page.getByRole("heading", { name: part, exact: true, level: 1 })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "Loading" })).toHaveCount(0);
    expect(await findViolationsInSchemes(page), part).toEqual([]);
  }
  await openPart(page, "Conversations");
  await page.getByRole("list", { name: "Conversations" }).getByRole("link").click();
  await expect(page.getByText("Where is my order ORD-1001?")).toBeVisible();
  expect(await findViolationsInSchemes(page), "transcript").toEqual([]);
  for (const [path, heading] of [
    ["/team", "Team"],
    ["/audit", "Log of changes"],
  ] as const) {
    await page.goto(shop.errand + path);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    expect(await findViolationsInSchemes(page), heading).toEqual([]);
  }
});
