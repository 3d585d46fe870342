import { siteSettingsSchema } from "@errand/shared/site";
import { createHash } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import { createSiteStore } from "../sites/site-store.ts";
import type { Database } from "../storage/database.ts";
import { claimsOf } from "./claims.ts";
import { createSessionStore, type SessionStore } from "./session-store.ts";
import type { Visitor } from "./visitor.ts";

const ORIGIN = "https://shop.example";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse("2026-03-01T12:00:00.000Z");
const anonymous: Visitor = { verification: "anonymous", key: "k1" };
const hashed: Visitor = { verification: "user_hash", userId: "42", declaredName: "Ada" };
const signed: Visitor = {
  verification: "jwt",
  userId: "42",
  email: "ada@shop.example",
  claims: claimsOf([["email", "ada@shop.example"]]),
  claimsExpireAt: "2026-03-01T12:20:00.000Z",
};

describeEachDatabase("the sessions", (open) => {
  let database: Database;
  let sessions: SessionStore;
  let siteId: string;
  let now: number;

  beforeEach(async () => {
    database = await open();
    siteId = (await createSiteStore(database).create(siteSettingsSchema.parse({ name: "Shop" }))).id;
    now = START;
    sessions = createSessionStore(database, () => new Date(now));
  });

  const begin = (visitor: Visitor) => sessions.create({ siteId, origin: ORIGIN, visitor, locale: "en" });
  const find = (token: string) => sessions.find(token, ORIGIN);

  it("are found by a token of 256 random bits, of which only a hash is kept", async () => {
    const { token, expiresAt, session } = await begin(hashed);
    const id = createHash("sha256").update(token).digest("hex");
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(session).toEqual({
      id,
      siteId,
      origin: ORIGIN,
      visitor: hashed,
      visitorKey: "user:42",
      locale: "en",
      expiresAt,
      mergedAt: null,
      previewId: null,
    });
    expect(await find(token)).toEqual(session);
    const rows = await database.selectFrom("sessions").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await begin(hashed)).token).not.toBe(token);
  });

  it("serve the origin they began at, and no other", async () => {
    const { token } = await begin(hashed);
    for (const origin of ["https://evil.example", "http://shop.example", "null", ""]) {
      expect(await sessions.find(token, origin)).toBeUndefined();
    }
    expect(await find("")).toBeUndefined();
    expect(await find(`${token}A`)).toBeUndefined();
  });

  const lifetimes: [string, Visitor, number][] = [
    ["30 minutes for a user hash", hashed, 30 * MINUTE],
    ["30 minutes for a token", signed, 30 * MINUTE],
    ["24 hours for an anonymous visitor", anonymous, 24 * HOUR],
  ];
  it.each(lifetimes)("end after idling %s", async (_name, visitor, idleMs) => {
    const { token, expiresAt } = await begin(visitor);
    expect(expiresAt).toBe(new Date(START + idleMs).toISOString());
    now += idleMs - 1;
    expect(await find(token)).toMatchObject({ expiresAt: new Date(now + idleMs).toISOString() });
    now += idleMs - 1;
    expect(await find(token)).toBeDefined();
    now += idleMs;
    expect(await find(token)).toBeUndefined();
  });

  it("note that they were seen at most once a minute", async () => {
    const { token } = await begin(hashed);
    const seen = async () =>
      (await database.selectFrom("sessions").select("last_seen_at").execute())[0]?.last_seen_at;
    now += MINUTE - 1;
    await find(token);
    expect(await seen()).toBe("2026-03-01T12:00:00.000Z");
    now += 1;
    await find(token);
    expect(await seen()).toBe("2026-03-01T12:01:00.000Z");
  });

  it("lose a token's claims at its exp and go on without them", async () => {
    const { token } = await begin(signed);
    now = Date.parse("2026-03-01T12:19:59.999Z");
    const before = await find(token);
    expect(before?.visitor).toEqual(signed);
    expect(Object.getPrototypeOf(before?.visitor.verification === "jwt" && before.visitor.claims)).toBeNull();
    now += 1;
    expect((await find(token))?.visitor).toEqual({ ...signed, claims: claimsOf([]) });
  });

  it("end when told to", async () => {
    const { token, session } = await begin(anonymous);
    const other = await begin(anonymous);
    await sessions.end(session.id);
    expect(await find(token)).toBeUndefined();
    expect(await find(other.token)).toBeDefined();
  });

  it("do not begin once what their proof was made with, or their site, is gone", async () => {
    const gone = {
      siteId,
      origin: ORIGIN,
      visitor: signed,
      locale: "en",
      signedBy: { secretId: "ids_gone" },
    };
    await expect(sessions.create(gone)).rejects.toMatchObject({ code: "identity_bad_signature" });
    await expect(sessions.create({ ...gone, signedBy: { keyId: "idk_gone" } })).rejects.toMatchObject({
      code: "identity_bad_signature",
    });
    await expect(sessions.create({ ...gone, siteId: "site_gone" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("take another locale", async () => {
    const { token, session } = await begin(anonymous);
    await sessions.setLocale(session, "az");
    expect(await find(token)).toEqual({ ...session, locale: "az" });
  });

  it("are merged once, and only when anonymous", async () => {
    const { token, session } = await begin(anonymous);
    const all = await Promise.all([1, 2, 3].map(() => sessions.markMerged(session)));
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await find(token)).toMatchObject({ mergedAt: "2026-03-01T12:00:00.000Z" });
    expect(await sessions.markMerged((await begin(hashed)).session)).toBe(false);
  });

  it("are deleted some time after they have expired", async () => {
    await begin(hashed);
    const { token } = await begin(anonymous);
    now += 30 * MINUTE;
    await sessions.removeExpired();
    expect(await database.selectFrom("sessions").select("visitor_key").execute()).toEqual([
      { visitor_key: "anonymous:k1" },
    ]);
    expect(await find(token)).toBeDefined();
  });
});
