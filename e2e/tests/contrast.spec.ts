import { expect, test, type Page } from "@playwright/test";
import { serveGallery } from "../gallery/server.ts";
import { visit } from "../gallery/visit.ts";
import { findFreePort } from "../shop/ports.ts";
import { portRange } from "./port-range.ts";

/** Owners' colours: pale, dark, greys, every hue, and those whose best text is hardest to tell. */
const COLOURS = [
  "#ffffff",
  "#000000",
  "#767676",
  "#777777",
  "#808080",
  "#1f6b4f",
  "#2f5fe0",
  "#ffd400",
  "#ffff00",
  "#00ff00",
  "#00ffff",
  "#ff00ff",
  "#ff0000",
  "#0000ff",
  "#e4572e",
  "#f76707",
  "#e64980",
  "#9c36b5",
  "#0ca678",
  "#228be6",
  "#f5f5dc",
  "#3d0c02",
];

/** What is read on what: the element, and the custom property or element that lies behind its text. */
const PAIRS: [element: string, behind: string][] = [
  [".launcher", "--accent"],
  [".launcher", "--deep"],
  [".header h2", "--accent"],
  [".header h2", "--deep"],
  [".header small", "--accent"],
  [".avatar", "--deep"],
  [".user .bubble", "--accent"],
  [".assistant a", "--surface"],
  [".assistant .bubble", "--surface"],
  [".host", "--surface"],
  [".time", "--ground"],
  [".detail", "--ground"],
  [".feedback", "--ground"],
];
/** WCAG 2.2 §1.4.3. */
const LEAST = 4.5;

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("text keeps its contrast on every owner's colour", async ({ page }) => {
      const port = await findFreePort(portRange);
      const close = await serveGallery(port);
      await page.emulateMedia({ reducedMotion: "reduce", colorScheme });
      await visit(page, `http://localhost:${port}`, "conversation", "en");
      const weak: string[] = [];
      for (const colour of COLOURS) {
        await page.evaluate((color) => window.Errand?.("update", { color }), colour);
        for (const [element, behind, ratio] of await measure(page)) {
          if (ratio < LEAST) weak.push(`${colour}: ${element} on ${behind} has ${ratio.toFixed(2)}`);
        }
      }
      await close();
      expect(weak).toEqual([]);
    });
  });
}

/** The contrast of each pair as the browser draws it. */
function measure(page: Page): Promise<[element: string, behind: string, ratio: number][]> {
  return page.locator("errand-chat").evaluate((host, pairs) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const root = host.shadowRoot;
    if (!canvas || !root) throw new Error("There is nothing to measure.");
    const luminance = (colour: string) => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
        const channel = byte / 255;
        return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const resolve = (property: string) => {
      const probe = document.createElement("i");
      root.querySelector(".panel")?.append(probe);
      probe.style.color = `var(${property})`;
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    };
    return pairs.map(([element, behind]) => {
      const found = root.querySelector(element);
      if (!found) throw new Error(`There is no ${element}.`);
      const [text, back] = [luminance(getComputedStyle(found).color), luminance(resolve(behind))];
      const ratio = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
      return [element, behind, ratio] as [string, string, number];
    });
  }, PAIRS);
}
