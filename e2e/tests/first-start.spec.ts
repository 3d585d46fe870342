import type { FrameLocator, Locator, Page } from "@playwright/test";
import { expect, test as base } from "@playwright/test";
import { chatOn } from "./chat.ts";
import { type EmptyServer, startEmptyServer } from "./empty-server.ts";
import { portRange } from "./port-range.ts";
import { findViolations } from "./violations.ts";

const KEY = "sk_live_7Jq2-the-key-that-never-comes-back";
const PHRASE = "When is my parcel ORD-1003 delivered?";

/** A server whose data folder is empty, and every word that it answers the browser with. */
const test = base.extend<{ server: EmptyServer; answers: string[] }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  server: async ({}, use) => {
    const server = await startEmptyServer(portRange, KEY);
    await use(server);
    await server.close();
  },
  answers: async ({ page }, use) => {
    const answers: string[] = [];
    page.on("response", (response) => {
      void response.text().then(
        (text) => answers.push(`${JSON.stringify(response.headers())}\n${text}`),
        () => undefined, // A stream that a closed page cut off has no more to say.
      );
    });
    await use(answers);
  },
});

/** The frame in which the real widget is tried. */
const widgetIn = (page: Page): FrameLocator => page.frameLocator("iframe.preview-frame");

test("from an empty folder to a tested action that a conversation uses, and the key never comes back", async ({
  page,
  server,
  answers,
}) => {
  await page.goto(server.errand);
  await page.getByLabel("Password").fill(server.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "New site" }).click();
  await page.getByLabel("Name").fill("Corner shop");
  await page.getByLabel("Address of your pages").fill("http://localhost:4000");
  await page.getByRole("button", { name: "Create site" }).click();
  await expect(page.getByText("1 of 5 steps done")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await page.getByRole("link", { name: "Make an action" }).click();
  const basics = page.locator("#basics");
  await basics.getByLabel("Name", { exact: true }).fill("Delivery date");
  await basics.getByLabel("When to use").fill("Tell on which day an order is delivered.");
  await basics.getByLabel("Example phrases").fill("When is my parcel delivered?");
  await page.getByLabel("Address", { exact: true }).fill(`${server.api}/orders/{{order_number}}`);
  await page.getByRole("button", { name: "Add parameter order_number" }).click();
  await page
    .getByRole("group", { name: "Parameter order_number" })
    .getByLabel("Hint")
    .fill("Such as ORD-1001");
  await page.getByRole("radio", { name: "Own header" }).check();
  await page.getByLabel("Header name").fill("X-API-Key");
  await page.getByLabel("Key", { exact: true }).fill(KEY);

  const panel = page.getByRole("complementary", { name: "Test" });
  await panel.getByLabel("Order number").fill("ORD-1003");
  await panel.getByRole("button", { name: "Run test" }).click();
  const result = panel.getByRole("region", { name: "Result" });
  await expect(result).toContainText("OK");
  await result.getByRole("button", { name: "Use this answer" }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview).toContainText("ORD-1003");
  await page.getByRole("button", { name: "Create action" }).click();
  await expect(page.getByText("“Delivery date” was saved")).toBeVisible();
  await expect(page.getByRole("group", { name: "Stored key" })).toContainText(KEY.slice(-4));

  await page.getByRole("link", { name: "Corner shop" }).click();
  await expect(page.getByRole("switch", { name: "“Delivery date” is on" })).toBeChecked();
  await page.getByRole("link", { name: "Try it" }).click();
  await page.getByRole("button", { name: "Start a conversation" }).click();
  const chat = chatOn(page);
  const widget = widgetIn(page);
  await widget.getByRole("textbox").fill(PHRASE);
  await widget.getByRole("textbox").press("Enter");
  await expect(widget.locator(".action")).toContainText("Delivery date");
  await expect(widget.locator(".cards .card")).toContainText("ORD-1003");
  expect(await chat.launcher.count()).toBe(0);
  const trace = page.getByRole("listitem").filter({ hasText: "Reply 1" }).first();
  await expect(trace).toContainText("delivery_date");
  await expect(trace).toContainText('"order_number": "ORD-1003"');

  await page.getByRole("link", { name: "First steps" }).click();
  await expect(page.getByText("2 of 5 steps done")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Test an action" })).toContainText(
    "Delivery date",
  );
  await page.getByRole("link", { name: "Runs" }).click();
  await expect(page.getByRole("table").first()).toBeVisible();
  await page.waitForLoadState("networkidle");

  expect(server.received.entries.map(({ path, headers }) => [path, headers["x-api-key"]])).toEqual([
    ["/orders/ORD-1003", KEY],
    ["/orders/ORD-1003", KEY],
  ]);
  expect(answers.length).toBeGreaterThan(20);
  for (const kept of [answers.join("\n"), server.readEverything()]) {
    expect(kept.includes("Delivery date")).toBe(true);
    for (const form of [KEY, Buffer.from(KEY).toString("base64"), encodeURIComponent(KEY)]) {
      expect(kept.includes(form), form).toBe(false);
    }
  }
});

test("the same by keyboard alone", async ({ page, server }) => {
  test.slow();
  await page.goto(server.errand);
  await expect(page.getByLabel("Password")).toBeFocused();
  await page.keyboard.type(server.password);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "New site" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Corner shop");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Make an action" }));
  await page.keyboard.press("Enter");

  const basics = page.locator("#basics");
  await typeInto(page, basics.getByLabel("Name", { exact: true }), "Delivery date");
  await typeInto(page, basics.getByLabel("When to use"), "Tell on which day an order is delivered.");
  await typeInto(page, basics.getByLabel("Example phrases"), "When is my parcel delivered?");
  await typeInto(page, page.getByLabel("Address", { exact: true }), `${server.api}/orders/{{order_number}}`);
  await tabTo(page, page.getByRole("button", { name: "Add parameter order_number" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  const parameter = page.getByRole("group", { name: "Parameter order_number" });
  await typeInto(page, parameter.getByLabel("Hint"), "Such as ORD-1001");
  await tabTo(page, page.getByRole("radio", { name: "None" }));
  for (const name of ["Bearer", "Own header"]) {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name })).toBeChecked();
  }
  await typeInto(page, page.getByLabel("Header name"), "X-API-Key");
  await typeInto(page, page.getByLabel("Key", { exact: true }), KEY);

  const panel = page.getByRole("complementary", { name: "Test" });
  await typeInto(page, panel.getByLabel("Order number"), "ORD-1003");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("region", { name: "Result" })).toContainText("OK");
  await tabTo(page, page.getByRole("button", { name: "Create action" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("“Delivery date” was saved")).toBeVisible();

  await tabTo(page, page.getByRole("radio", { name: "Test" }));
  await page.keyboard.press("ArrowRight");
  await tabTo(page, page.getByRole("button", { name: "Start a conversation" }));
  await page.keyboard.press("Enter");
  const widget = widgetIn(page);
  const field = widget.getByRole("textbox");
  await expect(field).toBeVisible();
  await tabTo(page, field);
  await page.keyboard.type(PHRASE);
  await page.keyboard.press("Enter");
  await expect(widget.locator(".action")).toContainText("Delivery date");
  await expect.poll(() => server.received.entries.length).toBe(2);
});

const MOST_STEPS = 120;

/** Goes there with the Tab key, as far as it takes. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const isThere = await target.evaluate(
      (node) => node === (node.getRootNode() as Document | ShadowRoot).activeElement,
    );
    if (isThere) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(target)}`);
}

async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}
