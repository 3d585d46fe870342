import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe has against the page as it stands, one sentence for each element; animations are brought to their end first. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getTiming().iterations !== Infinity) animation.finish();
    }
  });
  // A page that was looked at before has axe already, unless it has frames: each needs its own.
  const isThere = page.frames().length === 1 && (await page.evaluate(() => "axe" in window));
  // Legacy mode saves a page of its own for the report, which only frames of other origins would need.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ";" }) })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

/** What axe has against the page in light and in dark. */
export async function findViolationsInSchemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const violation of await findViolations(page)) found.push(`${colorScheme}: ${violation}`);
  }
  return found;
}
