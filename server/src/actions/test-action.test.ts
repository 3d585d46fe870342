import { actionTestSchema } from "@errand/shared/action-test";
import { describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { defineAction, NOW, storedAction } from "./action-fixture.ts";
import { createAccessTokens } from "./oauth/access-tokens.ts";
import type { TokenStore } from "./oauth/token-store.ts";
import { createTestProver } from "./proof/proof-fixture.ts";
import { createRunAction } from "./run-action.ts";
import { CREDENTIAL, sealer, startLoopback, withCredential } from "./run-fixture.ts";
import type { RunStore } from "./run-store.ts";
import type { StoredAction } from "./stored-action.ts";
import { createTestAction } from "./test-action.ts";

const SITE = { id: "site_1", settings: { defaultLocale: "az" } };
const POINTER = "/action/auth/credential";

async function setUp(saved: (origin: string) => StoredAction | undefined = () => undefined) {
  const endpoint = await startLoopback(() => ({ body: { ok: true } }));
  const runs = { start: vi.fn<RunStore["start"]>(), finish: vi.fn<RunStore["finish"]>() };
  const store = {
    read: vi.fn<TokenStore["read"]>(),
    write: vi.fn<TokenStore["write"]>(),
    remove: vi.fn<TokenStore["remove"]>(),
  };
  const runAction = createRunAction({
    egress: endpoint.egress,
    tokens: createAccessTokens({ egress: endpoint.egress, store, version: "1.2.3" }),
    sealer,
    runs,
    userHashSecret: async () => undefined,
    publicOrigin: "https://chat.acme.test",
    version: "1.2.3",
    proveCall: createTestProver(() => NOW),
    now: () => NOW,
  });
  const action = saved(endpoint.origin);
  const get = async (siteId: string, id: string) =>
    action?.id === id && action.siteId === siteId ? action : undefined;
  const testAction = createTestAction({ runAction, actions: { get }, now: () => NOW });
  const test = (request: z.input<typeof actionTestSchema>) =>
    testAction(SITE, actionTestSchema.parse(request));
  return { ...endpoint, runs, test };
}

function draft(origin: string, more: Record<string, unknown> = {}) {
  return {
    identifier: "lookup_order",
    name: "Look up order",
    whenToUse: "Look up an order.",
    method: "POST",
    url: `${origin}/orders`,
    ...more,
  };
}

function savedAction(origin: string): StoredAction {
  return withCredential(storedAction(defineAction(draft(origin, { auth: { type: "bearer" } }))));
}

describe("a test of a definition", () => {
  it("makes the call that a conversation would, for the visitor it is given, and leaves no run", async () => {
    const { origin, seen, test, runs } = await setUp();
    const action = draft(origin, {
      requireVerifiedIdentity: true,
      query: [
        { name: "plan", value: "{{identity.plan}}" },
        { name: "sub", value: "{{identity.sub}}" },
        { name: "conversation", value: "{{conversation.id}}" },
      ],
    });
    const visitor = {
      verification: "jwt" as const,
      user_id: "u-1",
      claims: { email: "ada@acme.test", plan: "pro" },
      locale: "pt_br",
    };
    const result = await test({ action, visitor });
    expect(seen).toHaveLength(1);
    expect(seen[0]?.path).toMatch(/^\/orders\?plan=pro&sub=u-1&conversation=cnv_\w+$/);
    expect(seen[0]?.body).toBe('{"user_id":"u-1","user_email":"ada@acme.test"}');
    expect(seen[0]?.headers).toMatchObject({ locale: "pt-BR" });
    expect(result).toEqual({
      outcome: "ok",
      durationMs: expect.any(Number) as number,
      request: {
        method: "POST",
        url: origin + (seen[0]?.path ?? ""),
        headers: expect.objectContaining({ "X-User-Verified": "user_id, user_email" }) as object,
        body: seen[0]?.body,
      },
      response: {
        status: 200,
        headers: expect.objectContaining({ "content-type": "application/json" }) as object,
        body: '{"ok":true}',
        truncated: false,
      },
    });
    expect([runs.start.mock.calls, runs.finish.mock.calls]).toEqual([[], []]);
  });

  it("knows a visitor with a user hash, and speaks the site's language without another", async () => {
    const { origin, seen, test } = await setUp();
    const visitor = {
      verification: "user_hash" as const,
      user_id: "u-1",
      user_email: "ada@acme.test",
      user_name: "Ada",
    };
    await test({ action: draft(origin), visitor });
    expect(seen[0]?.body).toBe('{"user_id":"u-1","user_email":"ada@acme.test"}');
    expect(seen[0]?.headers).toMatchObject({ "x-user-verified": "user_id", locale: "az" });
  });

  it("takes a signed visitor's e-mail and name as a session tells them, or as claims", async () => {
    const { origin, seen, test } = await setUp();
    const action = draft(origin, {
      requireVerifiedIdentity: true,
      query: [{ name: "name", value: "{{identity.name}}" }],
    });
    const signed = { verification: "jwt" as const, user_id: "u-1", claims: {} };
    await test({ action, visitor: { ...signed, user_email: "ada@acme.test", user_name: "Ada" } });
    await test({ action, visitor: { ...signed, user_name: "Ada", claims: { name: "Grace" } } });
    expect(seen.map(({ path, body }) => [path.split("?")[1], body])).toEqual([
      ["name=Ada", '{"user_id":"u-1","user_email":"ada@acme.test"}'],
      ["name=Grace", '{"user_id":"u-1"}'],
    ]);
  });

  it("says why a call was refused", async () => {
    const { origin, test } = await setUp();
    expect(await test({ action: draft(origin, { requireVerifiedIdentity: true }) })).toEqual({
      outcome: "identity_required",
      message: "The action requires a verified visitor; this one proved nothing.",
      durationMs: expect.any(Number) as number,
    });
  });

  it("that is dry sends nothing", async () => {
    const { origin, seen, test } = await setUp();
    expect(await test({ action: draft(origin), dryRun: true })).toMatchObject({
      outcome: "ok",
      request: { method: "POST", url: `${origin}/orders`, body: "{}" },
    });
    expect(seen).toEqual([]);
  });

  it("names a definition's faults by their place in the request", async () => {
    const { origin, test } = await setUp();
    const action = draft(origin, { headers: [{ name: "Host", value: "a" }] });
    const error = await test({ action }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(z.ZodError);
    expect((error as z.ZodError).issues.map(({ path }) => path)).toEqual([["action", "headers", 0, "name"]]);
    await expect(test({ action: null })).rejects.toBeInstanceOf(z.ZodError);
  });
});

describe("the credential of a test", () => {
  const bearer = (credential?: unknown) => ({ auth: { type: "bearer", credential } });

  it("is the typed one, which is masked in the answer", async () => {
    const { origin, seen, test } = await setUp(savedAction);
    const result = await test({ action: draft(origin, bearer("typed-0123456789")), savedFrom: "act_1" });
    expect(seen[0]?.headers["authorization"]).toBe("Bearer typed-0123456789");
    expect(result.request?.headers["Authorization"]).toBe("Bearer ****6789");
  });

  it("is the saved one when none is typed", async () => {
    const { origin, seen, test } = await setUp(savedAction);
    for (const credential of [undefined, { set: true, hint: "…f3a9" }]) {
      const action = draft(origin, { ...bearer(credential), url: `${origin}/changed` });
      const result = await test({ action, savedFrom: "act_1" });
      expect(seen.pop()?.headers["authorization"]).toBe(`Bearer ${CREDENTIAL}`);
      expect(JSON.stringify(result)).not.toContain(CREDENTIAL);
    }
  });

  const moved: [name: string, more: Record<string, unknown>][] = [
    ["another host", { ...bearer(), url: "https://evil.acme.com/" }],
    ["another port", { ...bearer(), url: "https://localhost/" }],
    ["another header", { auth: { type: "header", headerName: "X-Key" } }],
  ];
  it.each(moved)("never goes to %s", async (_name, more) => {
    const { origin, seen, test } = await setUp(savedAction);
    await expect(test({ action: draft(origin, more), savedFrom: "act_1" })).rejects.toMatchObject({
      code: "invalid_request",
      errors: [
        { pointer: POINTER, message: expect.stringContaining("Enter the credential again") as string },
      ],
    });
    expect(seen).toEqual([]);
  });

  it("must be entered where none is saved", async () => {
    const { origin, test } = await setUp(savedAction);
    for (const savedFrom of [undefined, "act_other"]) {
      await expect(
        test({ action: draft(origin, bearer()), ...(savedFrom === undefined ? {} : { savedFrom }) }),
      ).rejects.toMatchObject({
        code: "invalid_request",
        errors: [{ pointer: POINTER, message: "Enter the credential to test with." }],
      });
    }
  });
});
