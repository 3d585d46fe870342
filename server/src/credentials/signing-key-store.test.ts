import { jwtVerify, SignJWT, importJWK } from "jose";
import { beforeEach, expect, it } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import type { Database } from "../storage/database.ts";
import { parseKeyring } from "./keyring.ts";
import { createSealer } from "./seal.ts";
import { createSigningKeyStore, type SigningKeyStore } from "./signing-key-store.ts";

const HOUR_MS = 3_600_000;
const sealer = createSealer(parseKeyring(`k1:${Buffer.alloc(32, 1).toString("base64")}`));

describeEachDatabase("the signing keys", (open) => {
  let database: Database;
  let keys: SigningKeyStore;
  let now: number;

  beforeEach(async () => {
    database = await open();
    now = Date.parse("2026-03-01T12:00:00.000Z");
    keys = start();
  });

  const start = () => createSigningKeyStore(database, sealer, () => new Date(now));
  const published = async () => (await keys.published()).map(({ kid }) => kid);

  it("are one at first, which every server has", async () => {
    const { id } = await keys.current();
    expect((await start().current()).id).toBe(id);
    expect(await published()).toEqual([id]);
  });

  it("sign what their public halves verify, and publish nothing more", async () => {
    const { key } = await keys.current();
    const token = await new SignJWT({}).setProtectedHeader({ alg: "EdDSA" }).sign(key);
    const [jwk = {}] = await keys.published();
    await expect(jwtVerify(token, await importJWK(jwk, "EdDSA"))).resolves.toBeDefined();
    expect(Object.keys(jwk).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
    const rows = await database.selectFrom("signing_keys").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('"d"');
  });

  it("sign with the newest at once, also where another process made it", async () => {
    const first = await keys.current();
    now += 1;
    const second = await start().rotate();
    expect(second).not.toBe(first.id);
    expect((await keys.current()).id).toBe(second);
    expect(await published()).toEqual([second, first.id]);
  });

  it("stay published for 24 hours after another signs, without their private half", async () => {
    const { id: first } = await keys.current();
    const second = await keys.rotate();
    now += 24 * HOUR_MS - 1;
    expect(await published()).toEqual([second, first]);
    const rows = await database.selectFrom("signing_keys").select(["id", "sealed"]).orderBy("id").execute();
    expect(rows).toEqual([
      { id: first, sealed: null },
      { id: second, sealed: expect.any(String) as string },
    ]);
    now += 1;
    expect(await published()).toEqual([second]);
    const third = await keys.rotate();
    expect(await published()).toEqual([third, second]);
    expect(await database.selectFrom("signing_keys").select("id").orderBy("id").execute()).toEqual([
      { id: second },
      { id: third },
    ]);
  });
});
