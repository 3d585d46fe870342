import { siteSettingsSchema } from "@errand/shared/site";
import { beforeEach, expect, it } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import type { Database } from "../storage/database.ts";
import { createMilestoneStore } from "./milestone-store.ts";
import { createSiteStore } from "./site-store.ts";

const START = Date.parse("2026-03-01T12:00:00.000Z");
const HOUR = 3_600_000;

describeEachDatabase("the milestones", (open) => {
  let database: Database;
  let site: string;
  let now: number;
  let told: string[];
  const create = () =>
    createMilestoneStore({
      database,
      now: () => new Date(now),
      log: { error: (_details, message) => void told.push(message) },
    });

  beforeEach(async () => {
    database = await open();
    site = (await createSiteStore(database).create(siteSettingsSchema.parse({ name: "Shop" }))).id;
    now = START;
    told = [];
  });

  it("keep when a step was first reached, and the last time to the hour", async () => {
    const milestones = create();
    milestones.note(site, "script", "https://one.example");
    now += HOUR - 1;
    milestones.note(site, "script", "https://one.example");
    await milestones.settled();
    const first = { step: "script", firstAt: "2026-03-01T12:00:00.000Z", detail: "https://one.example" };
    expect(await milestones.list(site)).toEqual([{ ...first, lastAt: first.firstAt }]);
    now += 1;
    milestones.note(site, "script", "https://one.example");
    await milestones.settled();
    expect(await milestones.list(site)).toEqual([{ ...first, lastAt: "2026-03-01T13:00:00.000Z" }]);
  });

  it("write once an hour, however many pages tell of a step", async () => {
    const milestones = create();
    for (let page = 0; page < 5; page += 1) {
      milestones.note(site, "script", `https://page-${page}.example`);
      await milestones.settled();
    }
    const [{ detail } = {}] = await milestones.list(site);
    expect(detail).toBe("https://page-0.example");
  });

  it("tell the log of a site that is gone, and try again the next time", async () => {
    const milestones = create();
    milestones.note("site_gone", "conversation");
    await milestones.settled();
    milestones.note("site_gone", "conversation");
    await milestones.settled();
    expect(told).toEqual(["a milestone was not noted", "a milestone was not noted"]);
  });
});
