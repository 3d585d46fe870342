import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Shop } from "../shop/start-shop.ts";
import { shootHistory } from "./history.ts";
import { shootRoles } from "./roles.ts";
import type { Shoot } from "./shoot.ts";

const PARTS = ["start", "actions", "identity", "appearance", "install", "settings"] as const;
const CURL = `curl -X POST https://api.example.com/orders/42/cancel -H 'X-Shop: acme' -d '{"reason":"late"}'`;
const BROKEN_TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl";

/** The owner's pages and their states: from signing in to an action under test, an import and a conversation. */
export async function shootDashboard(page: Page, shop: Shop, shoot: Shoot): Promise<void> {
  const at = (path: string) => `${shop.errand}/sites/${shop.site}/${path}`;
  await signIn(page, shop, shoot);
  for (const part of PARTS) {
    await page.goto(at(part));
    await page.getByRole("heading", { level: 1 }).waitFor();
    if (part === "appearance") await page.frameLocator("iframe").getByRole("textbox").waitFor();
    await shoot(`dashboard-${part}`);
  }
  await shootIdentityCheck(page, at("identity"), shoot);
  await shootEditor(page, at("actions"), shoot);
  await shootImport(page, at("actions/import"), shoot);
  await shootTry(page, at("try"), shoot);
  await shootSettings(page, at("settings"), shoot);
  await shootHistory(page, shop, shoot);
  await shootRoles(page, shop, shoot);
  await page.goto(at("nothing"));
  await page.getByRole("heading", { level: 1 }).waitFor();
  await shoot("dashboard-not-found");
}

async function signIn(page: Page, shop: Shop, shoot: Shoot): Promise<void> {
  await page.goto(shop.errand);
  const password = page.getByLabel("Password");
  await password.waitFor();
  await shoot("dashboard-sign-in");
  await password.fill(shop.adminPassword);
  await password.press("Enter");
  await page.getByRole("link", { name: "Kettle & Pine" }).waitFor();
  await shoot("dashboard-sites");
}

async function shootIdentityCheck(page: Page, address: string, shoot: Shoot): Promise<void> {
  await page.goto(address);
  await page.getByLabel("Token").fill(BROKEN_TOKEN);
  await page.getByRole("button", { name: "Check it" }).click();
  await page.getByText("Refused").first().scrollIntoViewIfNeeded();
  await shoot("dashboard-identity-check");
}

async function shootEditor(page: Page, list: string, shoot: Shoot): Promise<void> {
  await page.goto(`${list}/new`);
  await page.getByRole("button", { name: "Create action" }).click();
  await page.getByText("problems to solve").waitFor();
  await shoot("dashboard-editor-problems");
  await page.goto(list);
  await page.getByRole("link", { name: "Look up order", exact: true }).click();
  const panel = page.getByRole("complementary");
  await panel.getByLabel("Order number").fill("ORD-1001");
  await panel.getByRole("button", { name: "Run test" }).click();
  await panel.getByRole("region", { name: "Result" }).waitFor();
  await shoot("dashboard-editor");
  await panel.getByRole("button", { name: "Use this answer" }).click();
  await page.getByRole("region", { name: "Preview" }).scrollIntoViewIfNeeded();
  await shoot("dashboard-editor-card");
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Leave" }).waitFor();
  await shoot("dashboard-leave");
  await page.getByRole("button", { name: "Leave" }).click();
}

async function shootImport(page: Page, address: string, shoot: Shoot): Promise<void> {
  await page.goto(address);
  await page.getByRole("radio", { name: "cURL command" }).check();
  await page.getByRole("textbox", { name: "Command" }).fill(CURL);
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("1 draft found").scrollIntoViewIfNeeded();
  await shoot("dashboard-import");
}

/** A document that changes the site, and one that cannot be applied. */
async function shootSettings(page: Page, address: string, shoot: Shoot): Promise<void> {
  const file = (config: unknown) => ({
    name: "site.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(config)),
  });
  await page.goto(address);
  const read = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  const config = JSON.parse(readFileSync(await (await read).path(), "utf8")) as {
    settings: object;
    actions: object[];
  };
  const picker = page.getByLabel("Compare a file");
  const settings = { ...config.settings, greeting: { en: "Hello there" }, retentionDays: 90 };
  await picker.setInputFiles(file({ ...config, settings, actions: config.actions.slice(1) }));
  await page.getByText("What the file changes").first().waitFor();
  await shoot("dashboard-config-diff");
  await picker.setInputFiles(file({ ...config, settings: { ...settings, defaultLocale: "?" } }));
  await page.getByText("The file cannot be applied").waitFor();
  await shoot("dashboard-config-faults");
  await page.getByLabel("Time zone").fill("Mars/Olympus");
  await page.getByLabel("Delete conversations after").fill("0");
  await shoot("dashboard-settings-problems");
}

async function shootTry(page: Page, address: string, shoot: Shoot): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Start a conversation" }).click();
  const field = page.frameLocator("iframe").getByRole("textbox");
  await field.fill("Where is my order ORD-1001?");
  await field.press("Enter");
  await page.getByText("Reply 1").waitFor();
  await page.getByText("Reply 1").click();
  await shoot("dashboard-try");
  await page
    .getByRole("button", { name: /^Run [a-z]{2}:/ })
    .first()
    .click();
  await page.getByText("1 of 1 passed").waitFor();
  await page.getByRole("button", { name: /^Edit/ }).nth(1).click();
  await shoot("dashboard-evals");
}
