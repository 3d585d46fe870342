import { expect, test as base, type Page } from "@playwright/test";
import { serveGallery } from "../gallery/server.ts";
import { states } from "../gallery/states.ts";
import { TEXTS, type Language } from "../gallery/texts.ts";
import { visit } from "../gallery/visit.ts";
import { findFreePort } from "../shop/ports.ts";
import { portRange } from "./port-range.ts";
import { findViolations } from "./violations.ts";

/** How a state is looked at; the page is loaded once a language, and changes its looks under the visitor's eyes. */
const VIEWS: Record<Language, { name: string; media: Parameters<Page["emulateMedia"]>[0]; size: Size }[]> = {
  en: [
    { name: "light", media: { colorScheme: "light" }, size: { width: 1280, height: 900 } },
    { name: "forced colours", media: { forcedColors: "active" }, size: { width: 1280, height: 900 } },
    // What a window of 640 by 960 leaves at 200 %.
    { name: "enlarged", media: { forcedColors: "none" }, size: { width: 320, height: 480 } },
  ],
  ar: [{ name: "dark, right to left", media: { colorScheme: "dark" }, size: { width: 1280, height: 900 } }],
};
type Size = { width: number; height: number };
/** WCAG 2.2 §2.5.8, in CSS pixels. */
const LEAST_TARGET_PX = 24;
/** What the browser says of the gallery's own refusal, and of a line that is cut. */
const FORESEEN = /429|ERR_INTERNET_DISCONNECTED/;

const test = base.extend<object, { gallery: string }>({
  gallery: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const port = await findFreePort(portRange);
      const close = await serveGallery(port);
      await use(`http://localhost:${port}`);
      await close();
    },
    { scope: "worker" },
  ],
});

for (const state of Object.keys(states(TEXTS.en))) {
  test(`${state}: axe, targets, width and console are clean in every view`, async ({ context, gallery }) => {
    const faults: string[] = [];
    for (const language of ["en", "ar"] as const) {
      const page = await context.newPage();
      let view = "";
      const note = (fault: string) => !FORESEEN.test(fault) && faults.push(`${view}: ${fault}`);
      page.on("console", (message) => message.type() === "error" && note(message.text()));
      page.on("pageerror", ({ message }) => note(message));
      for (const [i, { name, media, size }] of VIEWS[language].entries()) {
        view = name;
        await page.emulateMedia({ reducedMotion: "reduce", ...media });
        await page.setViewportSize(size);
        if (i === 0) await visit(page, gallery, state, language);
        for (const fault of await findViolations(page)) note(fault);
        for (const target of await findSmallTargets(page)) note(`small: ${target}`);
        for (const element of await findOutside(page)) note(`outside: ${element}`);
      }
      await page.close();
    }
    expect(faults).toEqual([]);
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

/** What stands out of the panel: to the sides anything but code, which may scroll; up and down what always stays. */
function findOutside(page: Page): Promise<string[]> {
  return page
    .locator("errand-chat .panel")
    .locator(":not(pre):not(.unseen):visible")
    .evaluateAll((elements) => {
      const panel = elements[0]?.closest(".panel")?.getBoundingClientRect();
      if (!panel) return [];
      const outside = elements.filter((element) => {
        if (element.closest("pre, table, .unseen, svg")) return false;
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const isOut = (from: number, to: number) => from < panel.top - 1 || to > panel.bottom + 1;
        if (element.matches(".header, .composer") && isOut(top, bottom)) return true;
        return left < panel.left - 1 || right > panel.right + 1;
      });
      return outside.map(({ outerHTML }) => outerHTML.slice(0, 120));
    });
}
