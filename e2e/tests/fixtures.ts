import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Request } from "@playwright/test";
import { test as base, expect } from "@playwright/test";
import type { Shop } from "../shop/start-shop.ts";
import { startShop } from "../shop/start-shop.ts";
import type { Chat } from "./chat.ts";
import { chatOn } from "./chat.ts";
import type { FixturePage } from "./fixture-page.ts";
import { servePage } from "./fixture-page.ts";
import type { Gate } from "./gate.ts";
import { createGate } from "./gate.ts";
import { portRange } from "./port-range.ts";

/** What a test foresees of what goes wrong in the browser. */
interface Faults {
  /** A fault that matches is no failure. */
  foresee: (pattern: RegExp) => void;
  /** Requests to there are not foreign. */
  welcome: (origin: string) => void;
}

/** What a test is given beside the page. */
export interface Fixtures {
  /** A shop of the test's own: fresh data, fresh books, free ports. */
  shop: Shop;
  /** Holds the order API's answers back. */
  gate: Gate;
  faults: Faults;
  chat: Chat;
  /** Goes to a page of the test's own that embeds the shop's site. */
  openPage: (fixture: FixturePage) => Promise<void>;
}

/** A test with a shop. It fails on any error of the page, and on any request to somewhere else. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  gate: async ({}, use) => {
    const gate = createGate();
    await use(gate);
    gate.open();
  },
  shop: async ({ gate }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), "errand-e2e-"));
    const shop = await startShop({
      ports: { shop: portRange, api: portRange + 10, errand: portRange + 20 },
      dataDir,
      pause: gate.pass,
    });
    await use(shop);
    gate.open();
    await shop.close();
    await rm(dataDir, { recursive: true });
  },
  faults: [
    async ({ shop, context }, use) => {
      const seen: string[] = [];
      const foreseen: RegExp[] = [];
      const origins = [shop.url, shop.errand];
      watch(context, origins, seen);
      await use({
        foresee: (pattern) => void foreseen.push(pattern),
        welcome: (origin) => void origins.push(origin),
      });
      expect(seen.filter((fault) => !foreseen.some((pattern) => pattern.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],
  chat: async ({ page }, use) => use(chatOn(page)),
  openPage: async ({ page, shop, faults }, use) => {
    const closing: (() => Promise<void>)[] = [];
    await use(async (fixture) => {
      const { origin, close } = await servePage(shop, fixture);
      closing.push(close);
      faults.welcome(origin);
      await page.goto(origin);
    });
    for (const close of closing) await close();
  },
});

export { expect };

function watch(context: BrowserContext, origins: string[], faults: string[]): void {
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      faults.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => void faults.push(`uncaught: ${error.error().message}`));
  context.on("request", (request: Request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && !origins.includes(origin)) faults.push(`foreign: ${request.url()}`);
  });
}
