import { siteSettingsSchema } from "@errand/shared/site";
import { beforeEach, expect, it } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import { createSessionStore } from "../identity/session-store.ts";
import type { Database } from "../storage/database.ts";
import type { SealContext } from "../credentials/seal-context.ts";
import type { Sealer } from "../credentials/seal.ts";
import { createIdentitySecretStore, type IdentitySecretStore } from "./identity-secret-store.ts";
import { createSiteStore } from "./site-store.ts";

const START = Date.parse("2026-03-01T12:00:00.000Z");

/** A sealer that hides nothing but refuses another context, and counts how often it opens. */
function createSealer(): Pick<Sealer, "seal" | "open"> & { opened: number } {
  const prefix = (context: SealContext) => `${JSON.stringify(context)}|`;
  return {
    opened: 0,
    seal: (plaintext, context) => prefix(context) + Buffer.from(plaintext).toString("hex"),
    open(envelope, context) {
      if (!envelope.startsWith(prefix(context))) throw new Error("does not open");
      this.opened += 1;
      return Buffer.from(envelope.slice(prefix(context).length), "hex").toString();
    },
  };
}

const ORIGIN = "https://shop.example";

describeEachDatabase("the identity secrets", (open) => {
  let database: Database;
  let secrets: IdentitySecretStore;
  let sealer: ReturnType<typeof createSealer>;
  let site: string;
  let other: string;
  let now: number;

  beforeEach(async () => {
    database = await open();
    const sites = createSiteStore(database);
    const settings = siteSettingsSchema.parse({ name: "Shop" });
    [site, other] = [(await sites.create(settings)).id, (await sites.create(settings)).id];
    now = START;
    sealer = createSealer();
    secrets = createIdentitySecretStore(database, sealer, () => new Date(now));
  });

  it("open apart: one that is damaged stops no other, and is said when it is the only one", async () => {
    const damaged = await secrets.create(site, "jwt", "");
    await database
      .updateTable("identity_secrets")
      .set({ sealed: "x" })
      .where("id", "=", damaged.id)
      .execute();
    await expect(secrets.live(site, "jwt")).rejects.toThrow("does not open");
    const { id, secret } = await secrets.create(site, "jwt", "");
    expect(await secrets.live(site, "jwt")).toEqual([{ id, secret }]);
  });

  it("are 256 random bits behind the prefix of their kind", async () => {
    const jwt = await secrets.create(site, "jwt", "");
    const hash = await secrets.create(site, "user_hash", "");
    expect(jwt).toEqual({
      id: expect.stringMatching(/^ids_[0-9A-Z]{26}$/),
      kind: "jwt",
      secret: expect.stringMatching(/^ids_jwt_[A-Za-z0-9_-]{43}$/),
    });
    expect(hash).toMatchObject({
      kind: "user_hash",
      secret: expect.stringMatching(/^ids_hash_[A-Za-z0-9_-]{43}$/),
    });
    expect((await secrets.create(site, "jwt", "")).secret).not.toBe(jwt.secret);
  });

  it("are stored sealed, bound to their site and id", async () => {
    const { id, secret } = await secrets.create(site, "jwt", "");
    const row = await database.selectFrom("identity_secrets").selectAll().executeTakeFirstOrThrow();
    expect(row.sealed).toBe(sealer.seal(secret, { purpose: "identity_secret", site, secret: id }));
    expect(JSON.stringify(row)).not.toContain(secret);

    await database.updateTable("identity_secrets").set({ site_id: other }).execute();
    await expect(secrets.live(other, "jwt")).rejects.toThrow("does not open");
  });

  it("are listed without their text, the newest first", async () => {
    const first = await secrets.create(site, "jwt", "first");
    now += 1_000;
    const second = await secrets.create(site, "user_hash", "second");
    await secrets.create(other, "jwt", "of another site");
    expect(await secrets.list(site)).toEqual([
      {
        id: second.id,
        kind: "user_hash",
        label: "second",
        createdAt: "2026-03-01T12:00:01.000Z",
        lastUsedAt: null,
        endsAt: null,
      },
      {
        id: first.id,
        kind: "jwt",
        label: "first",
        createdAt: "2026-03-01T12:00:00.000Z",
        lastUsedAt: null,
        endsAt: null,
      },
    ]);
  });

  it("are live by site and kind, the newest first", async () => {
    const first = await secrets.create(site, "jwt", "");
    const second = await secrets.create(site, "jwt", "");
    await secrets.create(site, "user_hash", "");
    await secrets.create(other, "jwt", "");
    const bare = ({ id, secret }: { id: string; secret: string }) => ({ id, secret });
    expect(await secrets.live(site, "jwt")).toEqual([bare(second), bare(first)]);
  });

  it("are opened once in a while, not for every session", async () => {
    await secrets.create(site, "jwt", "");
    await secrets.live(site, "jwt");
    now += 59_999;
    await secrets.live(site, "jwt");
    expect(sealer.opened).toBe(1);
    now += 1;
    await secrets.live(site, "jwt");
    expect(sealer.opened).toBe(2);
  });

  it("note their last use at most once a minute", async () => {
    const { id } = await secrets.create(site, "jwt", "");
    const lastUsed = async () => (await secrets.list(site))[0]?.lastUsedAt;
    await secrets.touch(id);
    expect(await lastUsed()).toBe("2026-03-01T12:00:00.000Z");
    now += 59_999;
    await secrets.touch(id);
    expect(await lastUsed()).toBe("2026-03-01T12:00:00.000Z");
    now += 1;
    await secrets.touch(id);
    expect(await lastUsed()).toBe("2026-03-01T12:01:00.000Z");
  });

  it("of user hashes end their sessions, and no others, when the site requires tokens", async () => {
    const sessions = createSessionStore(database, () => new Date(now));
    const begin = async (kind: "jwt" | "user_hash", siteId: string) => {
      const { id: secretId } = await secrets.create(siteId, kind, "");
      const visitor = { verification: "anonymous", key: "k" } as const;
      return (
        await sessions.create({ siteId, origin: ORIGIN, visitor, locale: "en", signedBy: { secretId } })
      ).token;
    };
    const hashed = await begin("user_hash", site);
    const kept = [await begin("jwt", site), await begin("user_hash", other)];
    const sites = createSiteStore(database);
    const settings = siteSettingsSchema.parse({ name: "Shop" });

    await sites.change(site, () => settings);
    expect(await sessions.find(hashed, ORIGIN)).toBeDefined();
    await sites.change(site, () => ({ ...settings, requireJwt: true }));
    expect(await sessions.find(hashed, ORIGIN)).toBeUndefined();
    for (const token of kept) expect(await sessions.find(token, ORIGIN)).toBeDefined();
  });

  it("end the sessions they signed when they are removed, and no others", async () => {
    const sessions = createSessionStore(database, () => new Date(now));
    const [gone, kept] = [
      await secrets.create(site, "user_hash", ""),
      await secrets.create(site, "user_hash", ""),
    ];
    const begin = async (secretId: string) => {
      const visitor = { verification: "user_hash", userId: "42" } as const;
      return sessions.create({ siteId: site, origin: ORIGIN, visitor, locale: "en", signedBy: { secretId } });
    };
    const [ended, alive] = [await begin(gone.id), await begin(kept.id)];

    expect(await secrets.remove(other, gone.id)).toBe(false);
    expect(await secrets.remove(site, gone.id)).toBe(true);
    expect(await secrets.remove(site, gone.id)).toBe(false);
    expect(await sessions.find(ended.token, ORIGIN)).toBeUndefined();
    expect(await sessions.find(alive.token, ORIGIN)).toMatchObject({ visitorKey: "user:42" });
    expect((await secrets.live(site, "user_hash")).map(({ id }) => id)).toEqual([kept.id]);
  });
});
