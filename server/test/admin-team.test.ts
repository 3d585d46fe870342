import { afterEach, beforeEach, expect, it } from "vitest";
import type { InvitedMember, MemberView } from "@errand/shared/team";
import { createAdminStore } from "../src/http/admin/admin-store.ts";
import type { Database } from "../src/storage/database.ts";
import { type AdminApi, type Owner, FROM_DASHBOARD, PASSWORD, signIn, startAdminApi } from "./admin-api.ts";
import { CHEAP_PASSWORDS } from "./cheap-passwords.ts";
import { describeEachDatabase } from "./databases.ts";

const OWN = "a password of one's own";

describeEachDatabase("the team", (open) => {
  let database: Database;
  let api: AdminApi;
  let owner: Owner;

  beforeEach(async () => {
    database = await open();
    await createAdminStore(database, { passwords: CHEAP_PASSWORDS }).ensureFirstAdmin(PASSWORD);
    api = await startAdminApi(database);
    owner = await signIn(api);
  });
  afterEach(() => api.close());

  const invite = async (name: string, role: string) =>
    (await owner.call("POST", "/team", { name, role })).body as InvitedMember;
  const list = async () => ((await owner.call("GET", "/team")).body as { items: MemberView[] }).items;
  const idOf = async (name: string) => (await list()).find((member) => member.name === name)?.id ?? "";
  /** Invites somebody who comes and chooses a password. */
  async function join(name: string, role: string): Promise<Owner> {
    const { password } = await invite(name, role);
    const first = await signIn(api, name, password);
    await first.call("POST", "/me/password", { password: OWN });
    return signIn(api, name, OWN);
  }

  it("grows by an invitation whose password is shown once and works once", async () => {
    const answer = await owner.call("POST", "/team", { name: "Ada@Example.com ", role: "editor" });
    expect(answer).toMatchObject({ status: 201 });
    const invited = answer.body as InvitedMember;
    expect(invited).toEqual({
      id: expect.stringMatching(/^adm_/),
      name: "ada@example.com",
      role: "editor",
      createdAt: expect.any(String),
      signedInAt: null,
      invitedUntil: expect.any(String),
      password: expect.stringMatching(/^[\w-]{20}$/),
    });
    const { password, ...view } = invited;
    expect((await list()).find(({ id }) => id === invited.id)).toEqual(view);
    const first = await api.call("POST", "/login", { name: "ADA@example.com", password }, FROM_DASHBOARD);
    expect(first).toMatchObject({ status: 200, body: { role: "editor", mustChangePassword: true } });
    const again = await api.call("POST", "/login", { name: "ada@example.com", password }, FROM_DASHBOARD);
    expect(again.status).toBe(401);
  });

  it("lets somebody invited in fully once they chose a password", async () => {
    const { password } = await invite("ada", "editor");
    const first = await signIn(api, "ada", password);
    expect((await first.call("GET", "/sites")).status).toBe(403);
    const short = await first.call("POST", "/me/password", { password: "too short" });
    expect(short).toMatchObject({ status: 400, body: { errors: [{ pointer: "/password" }] } });
    const changed = await first.call("POST", "/me/password", { password: OWN });
    expect(changed.body).toEqual({ name: "ada", role: "editor", csrfToken: expect.any(String) });
    expect((await first.call("GET", "/me")).status).toBe(401);
    const second = await signIn(api, "ada", OWN);
    expect((await second.call("GET", "/sites")).status).toBe(200);
  });

  it("does not let an invitation in that is older than a week", async () => {
    const { id, password } = await invite("ada", "viewer");
    await database
      .updateTable("admins")
      .set({ one_time_until: "2020-01-01T00:00:00.000Z" })
      .where("id", "=", id)
      .execute();
    expect((await api.call("POST", "/login", { name: "ada", password }, FROM_DASHBOARD)).status).toBe(401);
  });

  it("has a name once", async () => {
    await invite("ada", "viewer");
    expect(await owner.call("POST", "/team", { name: "ADA", role: "owner" })).toMatchObject({
      status: 409,
      body: { code: "conflict", errors: [{ pointer: "/name", message: 'The name "ada" is taken.' }] },
    });
  });

  it("ends an account's sessions when its role, its password or the account is taken", async () => {
    const changes: [string, (id: string) => Promise<unknown>][] = [
      ["role", (id) => owner.call("PATCH", `/team/${id}`, { role: "viewer" })],
      ["password", (id) => owner.call("PATCH", `/team/${id}`, { resetPassword: true })],
      ["account", (id) => owner.call("DELETE", `/team/${id}`)],
    ];
    for (const [what, change] of changes) {
      const member = await join(`member-${what}`, "editor");
      expect((await member.call("GET", "/me")).status, what).toBe(200);
      await change(await idOf(`member-${what}`));
      expect((await member.call("GET", "/me")).status, what).toBe(401);
    }
    expect((await owner.call("GET", "/me")).status).toBe(200);
  });

  it("makes a new one-time password, and the old one is gone", async () => {
    await join("ada", "editor");
    const answer = await owner.call("PATCH", `/team/${await idOf("ada")}`, { resetPassword: true });
    const { password } = answer.body as InvitedMember;
    expect((await api.call("POST", "/login", { name: "ada", password: OWN }, FROM_DASHBOARD)).status).toBe(
      401,
    );
    expect((await signIn(api, "ada", password)).csrfToken).toMatch(/^[\w-]{43}$/);
  });

  it("keeps its last owner who can sign in", async () => {
    const id = await idOf("owner");
    await invite("never-came", "owner");
    const attempts = [
      ["PATCH", { role: "editor" }],
      ["PATCH", { resetPassword: true }],
      ["DELETE", undefined],
    ] as const;
    for (const [method, body] of attempts) {
      expect(await owner.call(method, `/team/${id}`, body)).toMatchObject({
        status: 409,
        body: { code: "conflict" },
      });
    }
    const second = await join("grace", "owner");
    expect((await owner.call("PATCH", `/team/${id}`, { role: "editor" })).status).toBe(200);
    expect((await second.call("DELETE", `/team/${await memberId(second, "grace")}`)).status).toBe(409);
  });

  const memberId = async (who: Owner, name: string) =>
    ((await who.call("GET", "/team")).body as { items: MemberView[] }).items.find(
      (member) => member.name === name,
    )?.id;

  it("changes a password only for whoever knows it, and ends the other sessions", async () => {
    const other = await signIn(api);
    const wrong = await owner.call("POST", "/me/password", { current: "wrong", password: OWN });
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: "/current" }] } });
    const changed = await owner.call("POST", "/me/password", { current: PASSWORD, password: OWN });
    const cookie = changed.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
    expect((await api.call("GET", "/me", undefined, { cookie })).status).toBe(200);
    expect((await other.call("GET", "/me")).status).toBe(401);
  });

  it("is asked for its password ten times and no more, right or wrong", async () => {
    const change = (current: string) => owner.call("POST", "/me/password", { current, password: OWN });
    for (let time = 0; time < 10; time += 1) expect((await change("wrong")).status).toBe(400);
    expect(await change(PASSWORD)).toMatchObject({ status: 429, body: { code: "rate_limited" } });
  });

  it("does not change a password that the operator's settings hold", async () => {
    const fixed = await startAdminApi(database, {
      config: { publicUrl: "http://localhost:3000", hasFixedPassword: true },
    });
    const signedIn = await signIn(fixed);
    const answer = await signedIn.call("POST", "/me/password", { current: PASSWORD, password: OWN });
    expect(answer).toMatchObject({ status: 409, body: { code: "conflict" } });
    await fixed.close();
  });

  it("gets no second first account when the first one was removed", async () => {
    const second = await join("grace", "owner");
    expect((await second.call("DELETE", `/team/${await idOf("owner")}`)).status).toBe(204);
    const admins = createAdminStore(database, { passwords: CHEAP_PASSWORDS });
    expect(await admins.ensureFirstAdmin()).toBeUndefined();
    expect((await second.call("GET", "/team")).body).toMatchObject({ items: [{ name: "grace" }] });
  });
});
