import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../src/storage/database.ts";
import { type AdminApi, type Answer, type Call, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";
import { NOW, NOW_SECONDS, signToken, soundClaims } from "./identity-fixture.ts";

const open = openInFolder();
let database: Database;
let api: AdminApi;
let call: Call;
let site: string;

beforeEach(async () => {
  database = await open();
  api = await startAdminApi(database, { now: () => NOW });
  call = api.asOperator;
  site = ((await call("POST", "/sites", { name: "Shop" })).body as { id: string }).id;
});
afterEach(() => api.close());

const createSecret = async (body: object): Promise<Record<"id" | "kind" | "secret", string>> =>
  (await call("POST", `/sites/${site}/identity-secrets`, body)).body as Record<
    "id" | "kind" | "secret",
    string
  >;
const list = async () =>
  ((await call("GET", `/sites/${site}/identity-secrets`)).body as { items: object[] }).items;

describe("an identity secret", () => {
  it("is shown once, when it is made", async () => {
    const made = await createSecret({ kind: "jwt", label: " Production " });
    expect(made).toEqual({
      id: expect.stringMatching(/^ids_/),
      kind: "jwt",
      secret: expect.stringMatching(/^ids_jwt_[\w-]{43}$/),
    });
    const answer = await call("GET", `/sites/${site}/identity-secrets`);
    expect(answer.body).toEqual({
      items: [
        { id: made.id, kind: "jwt", label: "Production", createdAt: expect.any(String), lastUsedAt: null },
      ],
    });
    expect(JSON.stringify(answer.body)).not.toContain(made.secret);
    const rows = await database.selectFrom("identity_secrets").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(made.secret);
  });

  it("needs no label", async () => {
    expect(await call("POST", `/sites/${site}/identity-secrets`, { kind: "user_hash" })).toMatchObject({
      status: 201,
      body: { kind: "user_hash", secret: expect.stringMatching(/^ids_hash_/) },
    });
  });

  const faults: [string, unknown, string][] = [
    ["no kind", {}, "/kind"],
    ["one kind for both", { kind: "any" }, "/kind"],
    ["a text of its own", { kind: "jwt", secret: "short" }, ""],
    ["a long label", { kind: "jwt", label: "x".repeat(121) }, "/label"],
  ];
  it.each(faults)("is refused with %s", async (_name, body, pointer) => {
    const answer = await call("POST", `/sites/${site}/identity-secrets`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid_request", errors: [{ pointer }] } });
    expect(await list()).toEqual([]);
  });

  it("is removed from its own site only", async () => {
    const { id } = await createSecret({ kind: "jwt" });
    const other = ((await call("POST", "/sites", { name: "Other" })).body as { id: string }).id;
    expect((await call("DELETE", `/sites/${other}/identity-secrets/${id}`)).status).toBe(404);
    expect((await call("DELETE", `/sites/${site}/identity-secrets/${id}`)).status).toBe(204);
    expect((await call("DELETE", `/sites/${site}/identity-secrets/${id}`)).status).toBe(404);
    expect((await call("DELETE", `/sites/${site}/identity-secrets/%00`)).status).toBe(404);
    expect(await list()).toEqual([]);
  });
});

describe("the check of a proof", () => {
  const check = (proof: unknown): Promise<Answer> => call("POST", `/sites/${site}/identity-check`, proof);

  it("tells what a good token proves, and does not count as a use of the secret", async () => {
    const { id, secret } = await createSecret({ kind: "jwt" });
    const token = signToken(soundClaims({ email: "ada@shop.example", plan: "gold", locale: "az" }), {
      secret,
    });
    expect(await check({ token })).toMatchObject({ status: 200 });
    expect((await check({ token })).body).toEqual({
      valid: true,
      visitor: { verification: "jwt", user_id: "42", user_email: "ada@shop.example" },
      secretId: id,
      locale: "az",
      claims: {
        sub: "42",
        user_id: "42",
        email: "ada@shop.example",
        plan: "gold",
        locale: "az",
        iat: NOW_SECONDS,
        exp: NOW_SECONDS + 3_600,
      },
    });
    expect(await list()).toMatchObject([{ lastUsedAt: null }]);
  });

  it("tells what a good hash proves", async () => {
    const { id, secret } = await createSecret({ kind: "user_hash" });
    const user_hash = createHmac("sha256", secret).update("42").digest("hex");
    expect((await check({ user_id: "42", user_hash })).body).toEqual({
      valid: true,
      visitor: { verification: "user_hash", user_id: "42" },
      secretId: id,
    });
  });

  it("tells what is wrong with a bad one", async () => {
    const { secret } = await createSecret({ kind: "jwt" });
    const expired = signToken(soundClaims({ iat: NOW_SECONDS - 120, exp: NOW_SECONDS - 60 }), { secret });
    expect(await check({ token: expired })).toMatchObject({
      status: 200,
      body: {
        valid: false,
        code: "identity_expired",
        message: 'The token\'s "exp" has passed: sign a fresh one.',
      },
    });
    expect(await check({})).toMatchObject({ status: 200, body: { valid: false, code: "identity_missing" } });
    expect(await check({ user_id: 42, user_hash: "" })).toMatchObject({
      body: {
        valid: false,
        code: "identity_malformed",
        message: '"user_id" is the number 42; sign it as a string: "42".',
      },
    });
  });
});
