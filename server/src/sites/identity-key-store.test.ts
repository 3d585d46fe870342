import { siteSettingsSchema } from "@errand/shared/site";
import { expect, it } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import { createIdentityKeyStore } from "./identity-key-store.ts";
import { createSiteStore } from "./site-store.ts";

describeEachDatabase("the public keys", (open) => {
  it("have a kid each, also those that are added in the same moment", async () => {
    const database = await open();
    const site = (await createSiteStore(database).create(siteSettingsSchema.parse({ name: "Shop" }))).id;
    const keys = createIdentityKeyStore(database);
    const add = (kid: string | null) =>
      keys.create(site, { source: "pem", algorithm: "EdDSA", value: "", kid, label: "", endsAt: null });
    const added = await Promise.allSettled(Array.from({ length: 8 }, () => add("k1")));
    const listed = await keys.list(site);
    expect(listed.length).toBeLessThan(2);
    expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(listed.length);
    await Promise.all([add(null), add(null)]);
    expect(await keys.list(site)).toHaveLength(listed.length + 2);
  });
});
