import { expect, test } from "./fixtures.ts";
import { findViolations } from "./violations.ts";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const VIEWS = [
  { name: "light", colorScheme: "light", viewport: DESKTOP },
  { name: "dark", colorScheme: "dark", viewport: DESKTOP },
  { name: "light on a phone", colorScheme: "light", viewport: PHONE },
  { name: "dark on a phone", colorScheme: "dark", viewport: PHONE },
] as const;

for (const { name, colorScheme, viewport } of VIEWS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport });

    test("axe finds nothing on the shop and in the open widget", async ({ page, shop, chat }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.goto(shop.url);
      await expect(chat.launcher).toBeVisible();
      expect(await findViolations(page)).toEqual([]);

      await chat.open();
      await chat.say("Where is my order ORD-1001?");
      await expect(chat.answers.last()).toContainText("in transit");
      await chat.say("Cancel order ORD-1002");
      await expect(chat.approval).toBeVisible();
      expect(await findViolations(page)).toEqual([]);

      await chat.approval.getByRole("button", { name: "Confirm" }).click();
      await expect(chat.actions.last()).toContainText("Done");
      expect(await findViolations(page)).toEqual([]);
    });

    test("the page never scrolls sideways", async ({ page, shop, chat }) => {
      for (const lang of ["en", "az"]) {
        await page.goto(`${shop.url}/?lang=${lang}`);
        await expect(chat.launcher).toBeVisible();
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      }
    });
  });
}
