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

test.beforeEach(({ faults }) => {
  // Whoever has not signed in is asked to: the answer to "who am I?" is 401.
  faults.foresee(/status of 401 .*\/admin\/v1\/me/);
});

test("an owner makes an action, tests it before saving, saves it and turns it on", async ({
  page,
  shop,
  chat,
}) => {
  await signIn(page, shop);
  await page.getByRole("link", { name: "New action" }).click();

  const basics = page.locator("#basics");
  await basics.getByLabel("Name", { exact: true }).fill("Delivery date");
  await basics.getByLabel("When to use").fill("Tell on which day an order is delivered.");
  await basics.getByLabel("Example phrases").fill("When is my parcel delivered?");
  await page.locator("#request").getByLabel("Address").fill(`${shop.api}/orders/{{order_number}}`);
  await page.getByRole("button", { name: "Add parameter order_number" }).click();
  const parameter = page.getByRole("group", { name: "Parameter order_number" });
  await parameter.getByLabel("Label").fill("Order number");
  await parameter.getByLabel("Hint").fill("Such as ORD-1001");
  const authorization = page.locator("#authorization");
  await authorization.getByRole("radio", { name: "Own header" }).check();
  await authorization.getByLabel("Header name").fill("X-API-Key");
  await authorization.getByLabel("Key", { exact: true }).fill(shop.apiKey);

  const panel = page.getByRole("complementary", { name: "Test" });
  await panel.getByLabel("Order number").fill("ORD-1003");
  await panel.getByRole("button", { name: "Run test" }).click();
  const result = panel.getByRole("region", { name: "Result" });
  await expect(result).toContainText("OK");
  await expect(result).toContainText(`GET ${shop.api}/orders/ORD-1003`);
  await expect(result).toContainText("delivered");
  await expect(result).not.toContainText(shop.apiKey);
  expect(shop.log.entries.map(({ path, status }) => [path, status])).toEqual([["/orders/ORD-1003", 200]]);

  await page.getByRole("button", { name: "Create action" }).click();
  await expect(page.getByText("“Delivery date” was saved")).toBeVisible();
  await page.getByRole("link", { name: "Back to actions" }).click();
  const toggle = page.getByRole("switch", { name: "“Delivery date” is on" });
  if (!(await toggle.isChecked())) await toggle.check();
  await expect(toggle).toBeChecked();

  await page.goto(shop.url);
  await chat.open();
  await chat.say("When is my parcel ORD-1003 delivered?");
  await expect(chat.actions).toContainText("Delivery date");
  await expect
    .poll(() => shop.log.entries.map(({ path }) => path))
    .toEqual(["/orders/ORD-1003", "/orders/ORD-1003"]);
});

test("the ledger shows what a visitor's turn called", async ({ page, shop, chat }) => {
  await page.goto(shop.url);
  await chat.open();
  await chat.say("Where is my order ORD-1001?");
  await expect(chat.answers.last()).toContainText("in transit");
  await signIn(page, shop);
  await page.getByRole("link", { name: "Runs" }).click();
  const rows = page.getByRole("table", { name: "Runs" }).locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Look up order");
  await expect(rows).toContainText("200");
});

test("a wrong password is refused in words", async ({ page, shop, faults }) => {
  faults.foresee(/status of 401 .*\/admin\/v1\/login/);
  await page.goto(shop.errand);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("That password is not right.")).toBeVisible();
});

const PARTS = ["First steps", "Actions", "Try it", "Identity", "Appearance", "Install", "Runs", "Settings"];

test("axe finds nothing on the pages of a site, light and dark", async ({ page, shop }) => {
  await signIn(page, shop);
  for (const part of PARTS) {
    await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: part }).click();
    await expect(page.getByRole("heading", { name: part, exact: true, level: 1 })).toBeVisible();
    expect(await findViolationsInSchemes(page), part).toEqual([]);
  }
  await page.goto(`${shop.errand}/sites/${shop.site}/actions/new`);
  await expect(page.getByRole("heading", { name: "New action" })).toBeVisible();
  expect(await findViolationsInSchemes(page), "editor").toEqual([]);
  await page.goto(`${shop.errand}/sites/${shop.site}/actions/import`);
  await expect(page.getByRole("heading", { name: "Import actions" })).toBeVisible();
  expect(await findViolationsInSchemes(page), "import").toEqual([]);
});
