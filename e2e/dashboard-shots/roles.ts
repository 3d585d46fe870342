import type { Page } from "@playwright/test";
import type { Shop } from "../shop/start-shop.ts";
import type { Shoot } from "./shoot.ts";

const PASSWORD = "a password of one's own";
/** The pages on which a role shows. */
const PARTS = ["start", "actions", "try", "identity", "appearance", "install", "settings"] as const;

/** What an editor and a viewer see of the site, from their invitation on. */
export async function shootRoles(page: Page, shop: Shop, shoot: Shoot): Promise<void> {
  for (const role of ["Editor", "Viewer"] as const) {
    const name = `${role.toLowerCase()}@example.com`;
    await page.goto(`${shop.errand}/team`);
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Role", { exact: true }).selectOption(role);
    await page.getByRole("button", { name: "Invite" }).click();
    const oneTime = await page.getByRole("region", { name: "One-time password" }).innerText();
    if (role === "Editor") await shoot("dashboard-invited");
    const { colorScheme, viewport } = await page.evaluate(() => ({
      colorScheme: matchMedia("(prefers-color-scheme: dark)").matches
        ? ("dark" as const)
        : ("light" as const),
      viewport: { width: innerWidth, height: innerHeight },
    }));
    const context = await page.context().browser()?.newContext({ colorScheme, viewport, locale: "en-GB" });
    if (!context) throw new TypeError("the page has no browser");
    const other = await context.newPage();
    await enter(other, shop, name, oneTime, role === "Editor" ? shoot : async () => {});
    await shootParts(other, shop, role.toLowerCase(), shoot);
    await context.close();
  }
}

async function enter(page: Page, shop: Shop, name: string, oneTime: string, shoot: Shoot): Promise<void> {
  await page.goto(shop.errand);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill("wrong");
  await page.getByLabel("Password").press("Enter");
  await page.getByText("That password is not right.").waitFor();
  await shoot("dashboard-sign-in-refused", page);
  await page.getByLabel("Password").fill(oneTime);
  await page.getByLabel("Password").press("Enter");
  await page.getByLabel("New password").waitFor();
  await shoot("dashboard-choose-password", page);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByLabel("New password").press("Enter");
  await page.getByRole("link", { name: "Kettle & Pine" }).waitFor();
}

async function shootParts(page: Page, shop: Shop, role: string, shoot: Shoot): Promise<void> {
  for (const part of PARTS) {
    await page.goto(`${shop.errand}/sites/${shop.site}/${part}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    await shoot(`dashboard-as-${role}-${part}`, page);
  }
  await page.goto(`${shop.errand}/sites/${shop.site}/actions`);
  await page.getByRole("link", { name: "Look up order", exact: true }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await shoot(`dashboard-as-${role}-action`, page);
}
