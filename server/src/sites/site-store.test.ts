import { siteSettingsSchema } from "@errand/shared/site";
import { beforeEach, expect, it } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import type { Database } from "../storage/database.ts";
import { createSiteStore, type SiteStore } from "./site-store.ts";

const settings = siteSettingsSchema.parse({
  name: "Dükan",
  allowedOrigins: ["https://shop.example"],
  starters: [{ en: "Where is my order?" }],
});

describeEachDatabase("the sites", (open) => {
  let database: Database;
  let sites: SiteStore;
  beforeEach(async () => {
    database = await open();
    sites = createSiteStore(database);
  });

  it("are read back as they were made", async () => {
    const site = await sites.create(settings);
    expect(site).toEqual({
      id: expect.stringMatching(/^site_[0-9A-Z]{26}$/),
      settings,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      updatedAt: site.createdAt,
    });
    expect(await sites.get(site.id)).toEqual(site);
  });

  it("are listed with the oldest first", async () => {
    const first = await sites.create(settings);
    const second = await sites.create({ ...settings, name: "Second" });
    expect(await sites.list()).toEqual([first, second]);
  });

  it("take new settings and keep their id and time of making", async () => {
    const site = await sites.create(settings);
    const changed = await sites.change(site.id, () => ({ ...settings, name: "New" }));
    expect(changed?.before).toEqual(site);
    expect(changed?.after).toMatchObject({
      id: site.id,
      createdAt: site.createdAt,
      settings: { name: "New" },
    });
    expect(await sites.get(site.id)).toEqual(changed?.after);
  });

  it("are gone once removed", async () => {
    const site = await sites.create(settings);
    expect(await sites.remove(site.id)).toBe(true);
    expect(await sites.remove(site.id)).toBe(false);
    expect(await sites.get(site.id)).toBeUndefined();
    expect(await sites.change(site.id, () => settings)).toBeUndefined();
  });

  it("answer an id that no site has, however odd, with nothing", async () => {
    for (const id of ["site_none", "", "\u0000", "' or 1=1 --", "a".repeat(1_000)]) {
      expect(await sites.get(id)).toBeUndefined();
    }
  });

  it("have the default of a setting that was stored without it", async () => {
    const at = new Date().toISOString();
    const row = { id: "site_old", settings: '{"name":"Old"}', created_at: at, updated_at: at };
    await database.insertInto("sites").values(row).execute();
    expect(await sites.get("site_old")).toMatchObject({
      settings: siteSettingsSchema.parse({ name: "Old" }),
    });
  });
});
