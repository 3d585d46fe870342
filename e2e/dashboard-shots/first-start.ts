import type { Page } from "@playwright/test";
import { type EmptyServer, startEmptyServer } from "../tests/empty-server.ts";
import type { Shoot } from "./shoot.ts";

const FIRST_PORT = 22_050;
const PARTS = [
  "start",
  "actions",
  "try",
  "conversations",
  "visitors",
  "runs",
  "identity",
  "install",
  "settings",
] as const;

/** A server on which nothing happened yet: no site, then a site with nothing in it. */
export async function shootFirstStart(page: Page, shoot: Shoot): Promise<void> {
  const server = await startEmptyServer(FIRST_PORT, "sk_live_of_nobody");
  try {
    await shootEmpty(page, server, shoot);
  } finally {
    await server.close();
  }
}

async function shootEmpty(page: Page, server: EmptyServer, shoot: Shoot): Promise<void> {
  await page.goto(server.errand);
  await page.getByLabel("Password").fill(server.password);
  await page.getByLabel("Password").press("Enter");
  await page.getByRole("button", { name: "New site" }).waitFor();
  await shoot("dashboard-empty-sites");
  await page.getByRole("button", { name: "New site" }).click();
  await page.getByLabel("Address of your pages").fill("not an address");
  await shoot("dashboard-empty-new-site");
  await page.getByLabel("Address of your pages").fill("");
  await page.getByLabel("Name").fill("Corner shop");
  await page.getByRole("button", { name: "Create site" }).click();
  await page.getByText("0 of 5 steps done").waitFor();
  const { origin, pathname } = new URL(page.url());
  for (const part of PARTS) {
    await page.goto(origin + pathname.replace(/[^/]+$/, part));
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    await shoot(`dashboard-empty-${part}`);
  }
  await page.route("**/admin/v1/sites/*/runs*", (route) => route.abort());
  await page.goto(origin + pathname.replace(/[^/]+$/, "runs"));
  await page.getByRole("button", { name: "Try again" }).first().waitFor();
  await shoot("dashboard-error");
}
