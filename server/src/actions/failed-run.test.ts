import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openInFolder } from "../../test/databases.ts";
import { EgressError, type EgressErrorCode } from "../egress/egress-error.ts";
import { createEgress, type Egress } from "../egress/guarded-request.ts";
import { defineAction, parameter, storedAction } from "./action-fixture.ts";
import type { ActionCall } from "./run-action.ts";
import { asRecorded, startLoopback, startRunner, withCredential } from "./run-fixture.ts";

const openDatabase = openInFolder();

describe("a run that is refused before its request leaves", () => {
  const GATED = { requireVerifiedIdentity: true };
  const SIGN_IN = "This needs a visitor whose identity is proved: ask them to sign in on this site.";
  const OWNER = "This action is not set up correctly; the site's owner has to look into it.";
  const list = parameter("count", { type: "integer" });
  const rows: [
    name: string,
    definition: Record<string, unknown>,
    call: Partial<ActionCall>,
    outcome: string,
    told: string,
    message: string,
  ][] = [
    [
      "the gate",
      GATED,
      { visitor: { verification: "anonymous", key: "k" } },
      "identity_required",
      SIGN_IN,
      "The action requires a verified visitor; this one proved nothing.",
    ],
    [
      "a claim",
      { ...GATED, query: [{ name: "p", value: "{{identity.plan}}" }] },
      {},
      "identity_required",
      SIGN_IN,
      "{{identity.plan}}: the visitor's token has expired, has no such claim, or has one that is not a text.",
    ],
    [
      "its arguments",
      { method: "POST", parameters: [list] },
      { arguments: { count: "five" } },
      "invalid_arguments",
      '"count" is "five", but must be a whole number, such as 3.',
      '"count" is "five", but must be a whole number, such as 3.',
    ],
    [
      "a place",
      { url: "https://api.acme.test/{{id}}", parameters: [parameter("id")] },
      { arguments: { id: ".." } },
      "invalid_arguments",
      '"id" is "..", which is . or .. and stands in the URL\'s path.',
      '"id" is "..", which is . or .. and stands in the URL\'s path.',
    ],
    [
      "a missing credential",
      { auth: { type: "bearer" } },
      {},
      "definition_error",
      OWNER,
      "The action has no credential yet: enter it.",
    ],
    [
      "an unfit typed credential",
      { auth: { type: "basic" } },
      { credential: "x" },
      "definition_error",
      OWNER,
      "The credential must be written as user:password.",
    ],
  ];
  it.each(rows)("by %s stands in the ledger", async (_name, definition, call, outcome, told, message) => {
    const { run, lastRun } = await startRunner({
      database: await openDatabase(),
      egress: { request: () => Promise.reject(new Error("must not be called")) },
    });
    const result = await run(storedAction(defineAction(definition)), call);
    expect(result).toEqual({
      runId: expect.any(String) as string,
      outcome,
      told: { outcome, message: told },
      message,
      durationMs: expect.any(Number) as number,
    });
    expect(await lastRun()).toMatchObject({
      id: result.runId,
      status: "failed",
      outcome,
      request: null,
      response: null,
    });
  });

  it("by a credential that was sealed for another place", async () => {
    const { run } = await startRunner({ database: await openDatabase() });
    const elsewhere = withCredential(
      storedAction(defineAction({ url: "https://api.acme.com/", auth: { type: "bearer" } })),
    );
    const copied = {
      ...elsewhere,
      definition: defineAction({ url: "https://evil.com/", auth: { type: "bearer" } }),
    };
    expect(await run(copied)).toMatchObject({
      outcome: "definition_error",
      message: "The sealed value was changed or belongs elsewhere. Enter the credential again.",
    });
  });
});

describe("a run whose call fails", () => {
  const DOUBT = " Nobody knows whether the change took effect: say so, and do not repeat the call.";
  const rows: [code: EgressErrorCode, told: string, isUncertain: boolean][] = [
    ["timeout", "The service did not answer in time.", true],
    ["too_large", "The service's answer was too large to read.", true],
    [
      "blocked_address",
      "The service's address may not be called; the site's owner has to look into it.",
      false,
    ],
    [
      "blocked_redirect",
      "The service answered with a redirect, which is not followed; the site's owner has to look into it.",
      true,
    ],
    ["tls_error", "No secure connection to the service could be made.", false],
    ["network_error", "The connection to the service failed.", true],
    ["definition_error", "This action is not set up correctly; the site's owner has to look into it.", false],
  ];
  it.each(rows)(
    "with %s tells the model the class and the owner the reason",
    async (code, told, isUncertain) => {
      const request = vi
        .fn<Egress["request"]>()
        .mockRejectedValue(new EgressError(code, "10.0.0.7 said no."));
      const { run, lastRun } = await startRunner({
        database: await openDatabase(),
        egress: { request },
      });
      const read = await run(storedAction(defineAction()));
      expect(read).toMatchObject({
        outcome: code,
        told: { outcome: code, message: told },
        message: "10.0.0.7 said no.",
      });
      const change = await run(storedAction(defineAction({ method: "POST" })));
      expect(change.told).toEqual({ outcome: code, message: told + (isUncertain ? DOUBT : "") });
      expect(await lastRun()).toMatchObject({
        status: "failed",
        outcome: code,
        request: asRecorded(change.request),
        response: null,
      });
    },
  );

  it("on the wire has the class of what went wrong there", async () => {
    const { origin, run } = await startRunner({
      database: await openDatabase(),
      answer: ({ path }) => {
        if (path === "/large") return { body: "a".repeat(1_100_000) };
        if (path === "/moved") return { status: 302, headers: { location: "https://api.acme.com/" } };
        return new Promise(() => {});
      },
    });
    const outcome = async (url: string) =>
      (await run(storedAction(defineAction({ url, timeoutMs: 1_000 })))).outcome;
    expect(await outcome(`${origin}/moved`)).toBe("blocked_redirect");
    expect(await outcome(`${origin}/large`)).toBe("too_large");
    expect(await outcome(`${origin}/hang`)).toBe("timeout");
    expect(await outcome("https://10.0.0.7/")).toBe("blocked_address");
  });

  it("has no answer from an endpoint that nobody knows, or that is not there", async () => {
    const { origin } = await startLoopback();
    const nowhere = "https://localhost:1";
    const stranger = createEgress({
      privateOrigins: [origin, nowhere],
      lookup: async () => ["127.0.0.1"],
    });
    onTestFinished(() => stranger.close());
    const { run } = await startRunner({ database: await openDatabase(), egress: stranger });
    const outcome = async (url: string) => (await run(storedAction(defineAction({ url })))).outcome;
    expect(await outcome(origin)).toBe("tls_error");
    expect(await outcome(nowhere)).toBe("network_error");
  });
});
