import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { shootFirstStart } from "./dashboard-shots/first-start.ts";
import { shootDashboard } from "./dashboard-shots/main.ts";
import type { Shoot } from "./dashboard-shots/shoot.ts";
import { buildPages } from "./shop/build.ts";
import type { Shop } from "./shop/start-shop.ts";
import { startShop } from "./shop/start-shop.ts";
import { serveGallery } from "./gallery/server.ts";
import { states } from "./gallery/states.ts";
import { TEXTS, type Language } from "./gallery/texts.ts";
import { visit } from "./gallery/visit.ts";
import { chatOn } from "./tests/chat.ts";
import { findChromium } from "./tests/chromium.ts";

const FOLDER = join(import.meta.dirname, "screenshots");
const VIEWS = [
  { name: "desktop-light", colorScheme: "light", viewport: { width: 1280, height: 800 } },
  { name: "desktop-dark", colorScheme: "dark", viewport: { width: 1280, height: 800 } },
  { name: "phone-light", colorScheme: "light", viewport: { width: 390, height: 844 } },
  { name: "phone-dark", colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

const GALLERY_PORT = 22_100;
/** After this no animation goes on that ends. */
const SETTLE_MS = 400;
const HIGHEST = 5_000;

async function shootShop(page: Page, shop: Shop, shoot: Shoot): Promise<void> {
  const chat = chatOn(page);
  await page.goto(shop.url);
  await chat.launcher.waitFor();
  await shoot("shop");
  await chat.open();
  await shoot("widget-greeting");
  await chat.say("Where is my order ORD-1001?");
  await chat.answers.filter({ hasText: "in transit" }).waitFor();
  await shoot("widget-answer");
  await chat.say("Show my orders");
  await chat.cards.filter({ hasText: "ORD-1003" }).waitFor();
  await shoot("widget-cards");
  await chat.say("Cancel order ORD-1002");
  await chat.approval.waitFor();
  await shoot("widget-approval");
  await page.goto(`${shop.url}/?lang=az&visitor=anonymous`);
  await chat.open();
  await shoot("widget-az");
}

/** Every state of the panel: in English, from right to left where a desktop shows it light, in forced colours where dark. */
async function shootGallery(browser: Browser, { name, ...options }: (typeof VIEWS)[number]): Promise<void> {
  const close = await serveGallery(GALLERY_PORT);
  const languages: Language[] = name === "desktop-light" ? ["en", "ar"] : ["en"];
  const isForcedToo = name === "desktop-dark";
  for (const language of languages) {
    for (const state of Object.keys(states(TEXTS[language]))) {
      const page = await browser.newPage({ ...options, locale: language });
      await visit(page, `http://localhost:${GALLERY_PORT}`, state, language);
      await page.waitForTimeout(SETTLE_MS);
      const path = join(FOLDER, "gallery", `${state}-${language}-${name}`);
      await page.screenshot({ path: `${path}.png` });
      if (isForcedToo) {
        await page.emulateMedia({ forcedColors: "active" });
        await page.screenshot({ path: `${path}-forced.png` });
      }
      await page.close();
    }
  }
  await close();
}

/** Takes all pictures of one view, in a shop where nothing was said before. */
async function shootView(browser: Browser, { name, ...options }: (typeof VIEWS)[number]): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "errand-screenshots-"));
  const shop = await startShop({ ports: { shop: 22_000, api: 22_010, errand: 22_020 }, dataDir });
  const page = await browser.newPage({ ...options, locale: "en-GB" });
  const shoot: Shoot = async (what, shown = page) => {
    await shown.waitForTimeout(SETTLE_MS);
    await shown.screenshot({ path: join(FOLDER, `${what}-${name}.png`) });
  };
  // A screen as high as the page, so that what sticks to an edge stands where it belongs.
  const shootWhole: Shoot = async (what, shown = page) => {
    const height = await shown.evaluate(() => document.documentElement.scrollHeight);
    await shown.setViewportSize({
      ...options.viewport,
      height: Math.min(Math.max(height, options.viewport.height), HIGHEST),
    });
    await shoot(what, shown);
    await shown.setViewportSize(options.viewport);
  };
  try {
    await shootShop(page, shop, shoot);
    await shootDashboard(page, shop, shootWhole);
    await page.context().clearCookies();
    await shootFirstStart(page, shootWhole);
  } finally {
    await page.close();
    await shop.close();
    rmSync(dataDir, { recursive: true });
  }
}

// Arguments narrow it down: names of views, and `dashboard` to leave the panel's gallery out.
const wanted = new Set(process.argv.slice(2));
const isDashboardOnly = wanted.has("dashboard");
const named = VIEWS.filter(({ name }) => wanted.has(name));
const views = named.length > 0 ? named : VIEWS;

await buildPages();
const browser = await chromium.launch(await findChromium());
try {
  for (const view of views) if (!isDashboardOnly) await shootGallery(browser, view);
  for (const view of views) await shootView(browser, view);
  process.stdout.write(`${FOLDER}\n`);
} finally {
  await browser.close();
}
