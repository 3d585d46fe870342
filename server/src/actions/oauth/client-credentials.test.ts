import { describe, expect, it } from "vitest";
import { openInFolder } from "../../../test/databases.ts";
import type { SeenRequest } from "../../../test/endpoint.ts";
import { BASIC, granted, SECRET, startClient } from "./client-fixture.ts";

const openDatabase = openInFolder();
const setUp = async (options: Omit<Parameters<typeof startClient>[0], "database"> = {}) =>
  startClient({ ...options, database: await openDatabase() });

describe("client credentials (RFC 6749 §4.4)", () => {
  it("are exchanged for a token, which the call carries and nobody sees", async () => {
    const { asked, bearers, call, sealedToken, lastRun, stored } = await setUp({
      auth: { scope: "orders:read a", audience: "https://api.acme.test/" },
      answer: ({ headers }) => ({ body: { echo: headers["authorization"], secret: SECRET } }),
    });
    const result = await call();
    const body =
      "grant_type=client_credentials&scope=orders%3Aread+a&audience=https%3A%2F%2Fapi.acme.test%2F";
    expect(asked).toEqual([
      {
        method: "POST",
        path: "/token",
        headers: {
          host: asked[0]?.headers["host"],
          connection: "keep-alive",
          accept: "application/json",
          "content-type": "application/x-www-form-urlencoded",
          "user-agent": "Errand/1.2.3",
          authorization: `Basic ${BASIC}`,
          "accept-encoding": "identity",
          "content-length": String(body.length),
        },
        body,
      },
    ]);
    expect(bearers()).toEqual(["Bearer token-1-abcdefgh"]);
    expect(result).toMatchObject({
      outcome: "ok",
      told: { data: { echo: "[redacted]", secret: "[redacted]" } },
      request: { headers: { Authorization: "Bearer ****" } },
    });
    const sealed = await sealedToken();
    expect(sealed).toMatch(/^v1\./);
    for (const secret of ["token-1-abcdefgh", SECRET, BASIC]) {
      expect(JSON.stringify([result, await lastRun(), stored, sealed])).not.toContain(secret);
    }
  });

  it("may go in the body", async () => {
    const { asked, call } = await setUp({ auth: { clientAuthentication: "post" } });
    await call();
    expect(asked[0]?.body).toBe(`grant_type=client_credentials&client_id=errand%3A1&client_secret=${SECRET}`);
    expect(asked[0]?.headers).not.toHaveProperty("authorization");
  });

  it("are exchanged once for all calls that wait, and not again by another server", async () => {
    const { asked, called, call, tokensOfAnotherServer, grant } = await setUp();
    await Promise.all(Array.from({ length: 8 }, () => call()));
    expect([asked.length, called.length]).toEqual([1, 8]);
    expect(await tokensOfAnotherServer().get(grant)).toMatchObject({ token: "token-1-abcdefgh" });
    expect(asked).toHaveLength(1);
  });

  const lifetimes: [expiresIn: unknown, lastSecond: number][] = [
    [3600, 3569],
    ["3600", 3569],
    [100, 89],
    [undefined, 269],
    [9e9, 86_369],
  ];
  it.each(lifetimes)("whose token lives %s s serve until %s s have passed", async (expires_in, seconds) => {
    const { asked, call, clock } = await setUp({ grant: (count) => granted(count, { expires_in }) });
    await call();
    clock.ms += seconds * 1_000;
    await call();
    expect(asked).toHaveLength(1);
    clock.ms += 1_000;
    await call();
    expect(asked).toHaveLength(2);
  });

  it("are exchanged anew when the definition's grant changed", async () => {
    const { actions, stored, input, call, run, asked, sealedToken } = await setUp();
    await call();
    const changed = await actions.update(
      "site_1",
      stored.id,
      input({}, { credential: undefined, scope: "b" }),
    );
    expect(await sealedToken()).toBeNull();
    await run(changed);
    expect(asked.map(({ body }) => body)).toEqual([
      "grant_type=client_credentials",
      "grant_type=client_credentials&scope=b",
    ]);
  });

  it("must be entered again when the token URL's origin or the endpoint's changes", async () => {
    const { actions, stored, input } = await setUp();
    const update = (more: object, auth: object) =>
      actions.update("site_1", stored.id, input({ ...more }, { credential: undefined, ...auth }));
    const refusal = { code: "invalid_request", errors: [{ pointer: "/auth/credential" }] };
    await expect(update({}, { tokenUrl: "https://id.acme.com/token" })).rejects.toMatchObject(refusal);
    await expect(update({ url: "https://api.acme.com/" }, {})).rejects.toMatchObject(refusal);
    await expect(update({}, { tokenUrl: "https://10.0.0.7/" })).rejects.toMatchObject({
      errors: [{ pointer: "/auth/tokenUrl" }],
    });
    const moved = {
      ...stored.definition,
      auth: { ...stored.definition.auth, tokenUrl: "https://evil.com/" },
    };
    const copied = { ...stored, definition: moved as typeof stored.definition };
    const { run } = await setUp();
    expect(await run(copied)).toMatchObject({ outcome: "definition_error" });
  });

  it("are not exchanged by a dry run", async () => {
    const { asked, call } = await setUp();
    expect(await call({ dryRun: true })).toMatchObject({
      outcome: "ok",
      request: { headers: { Authorization: "Bearer ****" } },
    });
    expect(asked).toEqual([]);
  });

  it("that are being tried leave no token behind", async () => {
    const { asked, call, sealedToken } = await setUp();
    for (let count = 0; count < 2; count += 1) await call({ credential: "typed-secret", record: false });
    expect([asked.length, await sealedToken()]).toEqual([2, null]);
  });
});

describe("a token that the endpoint refuses", () => {
  const refusing = (refused: string) => (request: SeenRequest) =>
    request.headers["authorization"] === `Bearer ${refused}` ? { status: 401 } : { body: { ok: true } };
  const both = ["Bearer token-1-abcdefgh", "Bearer token-2-abcdefgh"];

  it.each([
    ["GET", false],
    ["POST", true],
  ])("is replaced, and the %s (idempotent: %s) is sent again", async (method, idempotent) => {
    const { bearers, call, called } = await setUp({
      action: { method, idempotent },
      answer: refusing("token-1-abcdefgh"),
    });
    expect(await call()).toMatchObject({ outcome: "ok" });
    expect(bearers()).toEqual(both);
    expect(new Set(called.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });

  it("is replaced for the next call when this one may not be sent again", async () => {
    const { bearers, call } = await setUp({
      action: { method: "POST" },
      answer: refusing("token-1-abcdefgh"),
    });
    expect(await call()).toMatchObject({
      outcome: "remote_error",
      told: { status: 401 },
      message:
        "The endpoint answered with status 401. The access token was dropped; the next call asks for a new one.",
    });
    expect(await call()).toMatchObject({ outcome: "ok" });
    expect(bearers()).toEqual(both);
  });

  it("is replaced once", async () => {
    const { asked, called, call } = await setUp({ answer: () => ({ status: 401 }) });
    expect(await call()).toMatchObject({ outcome: "remote_error", told: { status: 401 } });
    expect([asked.length, called.length]).toEqual([2, 2]);
  });
});
