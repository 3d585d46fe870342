import { beforeEach, describe, expect, it } from "vitest";
import { CHEAP_PASSWORDS } from "../../../test/cheap-passwords.ts";
import { describeEachDatabase, openInFolder } from "../../../test/databases.ts";
import type { Database } from "../../storage/database.ts";
import { createAdminStore, type AdminStore } from "./admin-store.ts";

const HOUR = 60 * 60_000;
const START = Date.parse("2026-03-01T12:00:00.000Z");
const PASSWORD = "şifrə: first password";

describeEachDatabase("the owner's sessions", (open) => {
  let database: Database;
  let admins: AdminStore;
  let now: number;
  beforeEach(async () => {
    database = await open();
    now = START;
    admins = createAdminStore(database, { now: () => new Date(now), passwords: CHEAP_PASSWORDS });
  });

  it("belong to an account that servers which start together make once", async () => {
    const told = await Promise.all([
      admins.ensureFirstAdmin(),
      createAdminStore(database, { passwords: CHEAP_PASSWORDS }).ensureFirstAdmin(),
    ]);
    const passwords = told.filter((password) => password !== undefined);
    expect(passwords).toHaveLength(1);
    expect(await admins.signIn("owner", passwords[0] ?? "")).toBeDefined();
  });

  it("last 12 hours after the last request, and of their token only a hash is kept", async () => {
    await admins.ensureFirstAdmin(PASSWORD);
    const { token = "", session } = (await admins.signIn("owner", PASSWORD)) ?? {};
    expect(session).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      adminId: expect.stringMatching(/^adm_/),
      name: "owner",
      role: "owner",
      mustChangePassword: false,
      csrfToken: expect.stringMatching(/^[\w-]{43}$/),
    });
    const rows = await database.selectFrom("admin_sessions").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);

    now += 12 * HOUR - 1;
    expect(await admins.findSession(token)).toEqual(session);
    now += 12 * HOUR - 1;
    expect(await admins.findSession(token)).toEqual(session);
    now += 12 * HOUR;
    expect(await admins.findSession(token)).toBeUndefined();
  });

  it("end by their id, and with another password given at a later start, but not with the same", async () => {
    await admins.ensureFirstAdmin(PASSWORD);
    const [one, two] = [await admins.signIn("owner", PASSWORD), await admins.signIn("owner", PASSWORD)];
    await admins.endSession(one?.session.id ?? "");
    expect(await admins.findSession(one?.token ?? "")).toBeUndefined();

    await admins.ensureFirstAdmin(PASSWORD);
    expect(await admins.findSession(two?.token ?? "")).toEqual(two?.session);
    await admins.ensureFirstAdmin("second password");
    expect(await admins.findSession(two?.token ?? "")).toBeUndefined();
    expect(await admins.signIn("owner", PASSWORD)).toBeUndefined();
    expect(await admins.signIn("owner", "second password")).toBeDefined();
  });
});

describe("the owner's password", () => {
  const open = openInFolder();

  it("is made at the first start when none is given, and told once", async () => {
    const admins = createAdminStore(await open(), { passwords: CHEAP_PASSWORDS });
    const password = await admins.ensureFirstAdmin();
    expect(password).toMatch(/^[\w-]{24}$/);
    expect(await admins.ensureFirstAdmin()).toBeUndefined();
    expect(await admins.signIn("owner", password ?? "")).toBeDefined();
    expect(await admins.signIn("owner", "wrong")).toBeUndefined();
    expect(await admins.signIn("nobody", password ?? "")).toBeUndefined();
  });

  it("is hashed, whichever Unicode form it is typed in, and not told when it was given", async () => {
    const database = await open();
    const admins = createAdminStore(database);
    expect(await admins.ensureFirstAdmin(PASSWORD)).toBeUndefined();
    expect(await admins.signIn("owner", PASSWORD.normalize("NFD"))).toBeDefined();
    const rows = await database.selectFrom("admins").selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.password_hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  });
});
