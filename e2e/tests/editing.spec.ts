import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "./fixtures.ts";
import type { Shop } from "../shop/start-shop.ts";
import type { Page } from "@playwright/test";

const SECRET = "sk_live_typed-but-not-kept";

async function signInTo(page: Page, shop: Shop, path: string): Promise<void> {
  await page.goto(`${shop.errand}/sites/${shop.site}/${path}`);
  await page.getByLabel("Password").fill(shop.adminPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test.beforeEach(({ faults }) => {
  faults.foresee(/status of 401 .*\/admin\/v1\/me/);
});

test("unsaved changes outlive a reload, without the key, and are asked about before they are left", async ({
  page,
  shop,
}) => {
  await signInTo(page, shop, "actions/new");
  await page.locator("#basics").getByLabel("Name", { exact: true }).fill("Half done");
  await page.getByRole("radio", { name: "Bearer" }).check();
  await page.getByLabel("Token").fill(SECRET);
  const stored = () => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
  await expect.poll(stored).toContain("Half done");
  expect(await stored()).not.toContain(SECRET);

  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText("Your unsaved changes from before are shown.")).toBeVisible();
  await expect(page.locator("#basics").getByLabel("Name", { exact: true })).toHaveValue("Half done");
  await expect(page.getByRole("radio", { name: "Bearer" })).toBeChecked();
  await expect(page.getByLabel("Token")).toHaveValue("");

  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Stay" }).click();
  await page.getByRole("button", { name: "Discard them" }).click();
  await expect(page.locator("#basics").getByLabel("Name", { exact: true })).toHaveValue("");
  await expect.poll(stored).not.toContain("Half done");
});

test("a placeholder is completed while it is typed", async ({ page, shop }) => {
  await signInTo(page, shop, "actions/new");
  const address = page.getByLabel("Address", { exact: true });
  await address.pressSequentially(`${shop.api}/orders?lang={{loc`);
  const list = page.getByRole("listbox", { name: "Placeholders" });
  await expect(list.getByRole("option")).toHaveText(["{{locale}}"]);
  await address.press("Enter");
  await expect(address).toHaveValue(`${shop.api}/orders?lang={{locale}}`);
  await address.pressSequentially("&c={{");
  await expect(list.getByRole("option")).toHaveText(["{{locale}}", "{{conversation.id}}"]);
  await address.press("ArrowDown");
  await expect(list.getByRole("option", { selected: true })).toHaveText("{{conversation.id}}");
  await address.press("Escape");
  await expect(list).toBeHidden();
  await address.press("Backspace");
  await address.pressSequentially("{");
  await address.press("ArrowDown");
  await address.press("Tab");
  await expect(address).toHaveValue(`${shop.api}/orders?lang={{locale}}&c={{conversation.id}}`);
  await expect(address).toBeFocused();
});

test("what somebody else saved meanwhile is written over only by the owner's word", async ({
  page,
  context,
  shop,
  faults,
}) => {
  faults.foresee(/status of 412/);
  await signInTo(page, shop, "actions");
  await page.getByRole("link", { name: "Look up order", exact: true }).click();
  const nameOn = (tab: Page) => tab.locator("#basics").getByLabel("Name", { exact: true });
  await nameOn(page).fill("Find an order");

  const other = await context.newPage();
  await other.goto(page.url());
  await nameOn(other).fill("Track an order");
  await other.getByRole("button", { name: "Save action" }).click();
  await expect(other.getByText("“Track an order” was saved")).toBeVisible();

  await page.getByRole("button", { name: "Save action" }).click();
  await expect(page.getByRole("dialog", { name: "Somebody else changed this action" })).toBeVisible();
  await page.getByRole("button", { name: "Keep editing" }).click();
  await expect(nameOn(page)).toHaveValue("Find an order");
  await other.reload();
  await expect(nameOn(other)).toHaveValue("Track an order");

  await page.getByRole("button", { name: "Save action" }).click();
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await expect(page.getByText("“Find an order” was saved")).toBeVisible();
  await nameOn(page).fill("Find any order");
  await page.getByRole("button", { name: "Save action" }).click();
  await expect(page.getByText("“Find any order” was saved")).toBeVisible();
});

test("a deleted action can be had back, and is gone once that time is over", async ({ page, shop }) => {
  await signInTo(page, shop, "actions");
  const link = page.getByRole("link", { name: "Cancel order", exact: true });
  await page.getByRole("button", { name: "Delete “Cancel order”" }).click();
  await expect(link).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(link).toBeVisible();
  await page.reload();
  await expect(link).toBeVisible();
  await page.getByRole("button", { name: "Delete “Cancel order”" }).click();
  const gone = page.waitForResponse((answer) => answer.request().method() === "DELETE");
  expect((await gone).status()).toBe(204);
  await page.reload();
  await expect(page.getByRole("link", { name: "Create ticket", exact: true })).toBeVisible();
  await expect(link).toBeHidden();
});

test("drafts from a document are renamed, ticked, opened, and added switched off", async ({ page, shop }) => {
  await signInTo(page, shop, "actions/import");
  const operation = (operationId: string) => ({ operationId, responses: { "200": { description: "OK" } } });
  const paths = {
    "/orders": { get: operation("listAll"), post: operation("makeOrder") },
    "/stock": { get: operation("readStock") },
  };
  const info = { title: "Shop", version: "1" };
  const document = { openapi: "3.1.0", info, servers: [{ url: "https://api.example.com" }], paths };
  await page.getByLabel("Choose a file").setInputFiles({
    name: "openapi.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(document)),
  });
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByRole("heading", { name: "3 drafts found" })).toBeVisible();
  const drafts = page.locator(".draft");
  await drafts.nth(0).getByLabel("Name").fill("Every order");
  await expect(drafts.nth(0)).toContainText("every_order");
  await drafts.nth(1).getByRole("checkbox").uncheck();
  await page.getByRole("button", { name: "Add 2 actions" }).click();
  await expect(page.getByText("2 actions were added")).toBeVisible();
  await expect(page.getByRole("switch", { name: "“Every order” is on" })).not.toBeChecked();

  await page.getByRole("link", { name: "Import" }).click();
  await page.getByRole("radio", { name: "cURL command" }).check();
  await page.getByRole("textbox", { name: "Command" }).fill("curl https://api.example.com/weather?city=Baku");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByLabel("Address", { exact: true })).toHaveValue(
    /^https:\/\/api\.example\.com\/weather/,
  );
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Leave" }).click();
});

test("the looks are seen in the real widget before they are saved", async ({ page, shop }) => {
  await signInTo(page, shop, "appearance");
  const widget = page.frameLocator("iframe.preview-frame");
  await expect(widget.getByText("Hi! Ask me about an order")).toBeVisible();
  await page.getByRole("textbox", { name: "Colour", exact: true }).fill("#8a1538");
  await page.getByRole("textbox", { name: "Text (en)" }).first().fill("Welcome to the back room.");
  await expect(widget.getByText("Welcome to the back room.")).toBeVisible();
  await expect
    .poll(() =>
      widget.locator("errand-chat .header").evaluate((node) => getComputedStyle(node).backgroundColor),
    )
    .toBe("rgb(138, 21, 56)");
  await expect(page.getByRole("textbox", { name: "Text (en)" }).first()).toBeFocused();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const loader = await (await fetch(`${shop.errand}/embed/${shop.site}.js`)).text();
  expect(loader).toContain('"color":"#8a1538"');
});

test("a secret gets an end, a public key is added, and a proof is judged rule by rule", async ({
  page,
  shop,
}) => {
  await signInTo(page, shop, "identity");
  const jwt = page.getByRole("listitem").filter({ hasText: "Sample shop" }).first();
  await jwt.getByRole("button", { name: "Set an end" }).click();
  await jwt.getByLabel("Ends on").fill("2030-01-31");
  await jwt.getByRole("button", { name: "Save changes" }).click();
  await expect(jwt).toContainText("ends Jan 31, 2030");

  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await page.getByRole("button", { name: "Add a public key" }).click();
  await page.getByRole("radio", { name: "PEM" }).check();
  await page.getByLabel("Public key").fill(publicKey.export({ type: "spki", format: "pem" }).toString());
  await page.getByLabel("Algorithm").selectOption("ES256");
  await page.getByLabel("Label", { exact: true }).fill("Signer 1");
  await page.getByRole("button", { name: "Add a public key" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Signer 1" })).toContainText("ES256");

  await page.getByLabel("Token").fill("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl");
  await page.getByRole("button", { name: "Check it" }).click();
  const lines = page.locator(".check-list li");
  await expect(lines.filter({ hasText: "Signature" })).toContainText("fails");
  await expect(lines.filter({ hasText: "Who it is" })).toContainText("holds");
});

test("another language is spoken at once and at the next visit", async ({ page, shop }) => {
  await signInTo(page, shop, "actions");
  await page.getByRole("combobox", { name: "Language of the dashboard" }).selectOption("fi");
  await expect(page.getByRole("button", { name: "Kirjaudu ulos" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "fi");
  await page.reload();
  await expect(page.getByRole("button", { name: "Kirjaudu ulos" })).toBeVisible();
});
