import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { findViolations } from "./violations.ts";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const VIEWS = [
  { name: "light", colorScheme: "light", size: DESKTOP },
  { name: "dark", colorScheme: "dark", size: DESKTOP },
  { name: "light on a phone", colorScheme: "light", size: PHONE },
  { name: "dark on a phone", colorScheme: "dark", size: PHONE },
] as const;

/** What axe has against the page in each view; it stands in the first one again afterwards. */
async function findInViews(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { name, colorScheme, size } of [...VIEWS.slice(1), VIEWS[0]]) {
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme });
    await page.setViewportSize(size);
    for (const violation of await findViolations(page)) found.push(`${name}: ${violation}`);
  }
  return found;
}

test("axe finds nothing on the shop and in the open widget", async ({ page, shop, chat }) => {
  await page.goto(shop.url);
  await expect(chat.launcher).toBeVisible();
  expect(await findInViews(page)).toEqual([]);

  await chat.open();
  await chat.say("Where is my order ORD-1001?");
  await expect(chat.answers.last()).toContainText("in transit");
  await chat.say("Cancel order ORD-1002");
  await expect(chat.approval).toBeVisible();
  expect(await findInViews(page)).toEqual([]);

  await chat.approval.getByRole("button", { name: "Confirm" }).click();
  await expect(chat.actions.last()).toContainText("Done");
  expect(await findInViews(page)).toEqual([]);
});

test("the page never scrolls sideways", async ({ page, shop, chat }) => {
  for (const lang of ["en", "az"]) {
    await page.goto(`${shop.url}/?lang=${lang}`);
    await expect(chat.launcher).toBeVisible();
    for (const size of [DESKTOP, PHONE]) {
      await page.setViewportSize(size);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${lang}, ${size.width} px`).toBe(0);
    }
  }
});
