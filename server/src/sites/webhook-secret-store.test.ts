import { siteSettingsSchema } from "@errand/shared/site";
import { beforeEach, expect, it } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import { parseKeyring } from "../credentials/keyring.ts";
import { createSealer } from "../credentials/seal.ts";
import type { Database } from "../storage/database.ts";
import { createSiteStore } from "./site-store.ts";
import { createWebhookSecretStore, type WebhookSecretStore } from "./webhook-secret-store.ts";

const sealer = createSealer(parseKeyring(`k1:${Buffer.alloc(32, 1).toString("base64")}`));

describeEachDatabase("the webhook secrets", (open) => {
  let database: Database;
  let secrets: WebhookSecretStore;
  let site: string;
  let other: string;

  beforeEach(async () => {
    database = await open();
    const sites = createSiteStore(database);
    const settings = siteSettingsSchema.parse({ name: "Shop" });
    [site, other] = [(await sites.create(settings)).id, (await sites.create(settings)).id];
    secrets = createWebhookSecretStore(database, sealer);
  });

  it("live side by side, the newest first, each in its site", async () => {
    const [first, second] = [await secrets.create(site), await secrets.create(site)];
    expect(await secrets.live(site)).toEqual([second.secret, first.secret]);
    expect(await secrets.remove(other, first.id)).toBe(false);
    expect(await secrets.remove(site, first.id)).toBe(true);
    expect(await secrets.live(site)).toEqual([second.secret]);
    expect(await secrets.live(other)).not.toContain(second.secret);
  });

  it("are one at least where they are needed", async () => {
    const [secret] = await secrets.live(site);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await secrets.live(site)).toEqual([secret]);
    expect(await secrets.list(site)).toHaveLength(1);
  });

  it("are one, however many calls need the first at the same time", async () => {
    const needed = await Promise.all(Array.from({ length: 8 }, () => secrets.live(site)));
    expect(needed).toEqual(needed.map(() => needed[0]));
    expect(await secrets.list(site)).toHaveLength(1);
  });

  it("are sealed at rest, each for its own row, and go with their site", async () => {
    const { secret, id } = await secrets.create(site);
    await secrets.create(site);
    const rows = await database.selectFrom("webhook_secrets").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
    const sealed = rows.find((row) => row.id !== id)?.sealed ?? "";
    await database.updateTable("webhook_secrets").set({ sealed }).where("id", "=", id).execute();
    await expect(createWebhookSecretStore(database, sealer).live(site)).rejects.toMatchObject({
      code: "not_authentic",
    });
    await createSiteStore(database).remove(site);
    expect(await database.selectFrom("webhook_secrets").selectAll().execute()).toEqual([]);
  });
});
