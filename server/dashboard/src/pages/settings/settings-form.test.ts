import type { SiteView } from "@errand/shared/site";
import { expect, test } from "vitest";
import { judgeSettingsForm, toSettings, toSettingsForm } from "./settings-form.ts";

const SITE = {
  name: "Shop",
  defaultLocale: "en",
  timeZone: "Asia/Baku",
  instructions: "",
  receipts: "full",
  retentionDays: 90,
} as SiteView;

test("a site comes back from its form as it was", () => {
  expect(toSettings(toSettingsForm(SITE))).toEqual(SITE);
  const bare = { ...SITE, retentionDays: null, timeZone: null };
  expect(toSettings(toSettingsForm(bare))).toEqual(bare);
});

test("only a whole number of days from 1 to 3,650 is kept, or nothing", () => {
  const form = toSettingsForm(SITE);
  for (const retentionDays of ["0", "3651", "1.5", "-1", "ten", "1e2"]) {
    const judged = judgeSettingsForm({ ...form, retentionDays });
    expect(
      judged.map(({ pointer }) => pointer),
      retentionDays,
    ).toEqual(["/retentionDays"]);
    expect(toSettings({ ...form, retentionDays })).not.toHaveProperty("retentionDays");
  }
  for (const retentionDays of ["", " ", "1", "3650"]) {
    expect(judgeSettingsForm({ ...form, retentionDays }), retentionDays).toEqual([]);
  }
});
