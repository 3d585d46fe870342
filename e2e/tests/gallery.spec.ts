import { expect, test, type Page } from "@playwright/test";
import { serveGallery } from "../gallery/server.ts";
import { states } from "../gallery/states.ts";
import { TEXTS, type Language } from "../gallery/texts.ts";
import { visit } from "../gallery/visit.ts";
import { findFreePort } from "../shop/ports.ts";
import { findViolations } from "./violations.ts";

interface View {
  name: string;
  language: Language;
  colorScheme: "light" | "dark";
  width: number;
  height: number;
}

/** The last one is what a window of 640 by 960 leaves at 200 %. */
const VIEWS: View[] = [
  { name: "light", language: "en", colorScheme: "light", width: 1280, height: 900 },
  { name: "dark, right to left", language: "ar", colorScheme: "dark", width: 1280, height: 900 },
  { name: "enlarged", language: "en", colorScheme: "light", width: 320, height: 480 },
];
/** WCAG 2.2 §2.5.8, in CSS pixels. */
const LEAST_TARGET_PX = 24;
/** What the browser says of the gallery's own refusal, and of a line that is cut. */
const FORESEEN = /429|ERR_INTERNET_DISCONNECTED/;
const FIRST_PORT = 21_600;

for (const { name, language, colorScheme, width, height } of VIEWS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height } });

    for (const state of Object.keys(states(TEXTS[language]))) {
      test(`${state}: axe, targets, width and console are clean`, async ({ page }, { parallelIndex }) => {
        const port = await findFreePort(FIRST_PORT + parallelIndex * 20);
        const close = await serveGallery(port);
        await page.emulateMedia({ reducedMotion: "reduce", colorScheme });
        const faults: string[] = [];
        page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
        page.on("pageerror", ({ message }) => faults.push(message));
        await visit(page, `http://localhost:${port}`, state, language);
        faults.push(
          ...(await findViolations(page)),
          ...(await findSmallTargets(page)).map((target) => `small: ${target}`),
          ...(await findWide(page)).map((element) => `wide: ${element}`),
        );
        await close();
        expect(faults.filter((fault) => !FORESEEN.test(fault))).toEqual([]);
      });
    }
  });
}

/** Buttons and fields that are too small to hit. */
function findSmallTargets(page: Page): Promise<string[]> {
  return page
    .locator("errand-chat")
    .locator("button:visible, textarea:visible")
    .evaluateAll(
      (targets, least) =>
        targets
          .filter((target) => {
            const { width, height } = target.getBoundingClientRect();
            return width < least || height < least;
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 120)),
      LEAST_TARGET_PX,
    );
}

/** What stands out of the panel, or is wider than the place it has; code may scroll. */
function findWide(page: Page): Promise<string[]> {
  return page
    .locator("errand-chat .panel")
    .locator(":not(pre):not(.unseen):visible")
    .evaluateAll((elements) => {
      const panel = elements[0]?.closest(".panel")?.getBoundingClientRect();
      if (!panel) return [];
      const outside = elements.filter((element) => {
        if (element.closest("pre, .unseen, svg")) return false;
        const { left, right } = element.getBoundingClientRect();
        return left < panel.left - 1 || right > panel.right + 1;
      });
      return outside.map(({ outerHTML }) => outerHTML.slice(0, 120));
    });
}
