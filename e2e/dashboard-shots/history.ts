import type { Page } from "@playwright/test";
import type { Shop } from "../shop/start-shop.ts";
import type { Shoot } from "./shoot.ts";

/** What happened on the site: conversations, visitors, runs, and what accounts changed. */
export async function shootHistory(page: Page, shop: Shop, shoot: Shoot): Promise<void> {
  const at = (path: string) => `${shop.errand}/sites/${shop.site}/${path}`;
  for (const part of ["conversations", "visitors", "runs"]) {
    await page.goto(at(part));
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    await shoot(`dashboard-${part}`);
  }
  await page.locator("button.disclosure").first().click();
  await page.getByRole("link", { name: "A link to this run" }).waitFor();
  await shoot("dashboard-run-open");
  await page.getByRole("link", { name: "A link to this run" }).click();
  await page.waitForLoadState("networkidle");
  await shoot("dashboard-run");
  await page.goto(at("conversations"));
  await page.getByRole("list", { name: "Conversations" }).getByRole("link").first().click();
  await page.getByText("Where is my order ORD-1001?").first().waitFor();
  await shoot("dashboard-conversation");
  await page.getByRole("link", { name: "Export or erase this visitor" }).click();
  await page.getByRole("button", { name: "Download JSON" }).waitFor();
  await shoot("dashboard-visitor");
  await page.getByRole("button", { name: "Erase this visitor" }).click();
  await page.getByRole("dialog").waitFor();
  await shoot("dashboard-erase");
  await page.keyboard.press("Escape");
  await page.goto(at("conversations?q=nothing+like+this"));
  await page.waitForLoadState("networkidle");
  await shoot("dashboard-conversations-none");
  for (const path of ["team", "audit"]) {
    await page.goto(`${shop.errand}/${path}`);
    await page.waitForLoadState("networkidle");
    await shoot(`dashboard-${path}`);
  }
}
