import { describe, expect, it } from "vitest";
import { openInFolder } from "../../../test/databases.ts";
import { BASIC, granted, SECRET, startClient } from "./client-fixture.ts";

const openDatabase = openInFolder();
const setUp = async (options: Omit<Parameters<typeof startClient>[0], "database"> = {}) =>
  startClient({ ...options, database: await openDatabase() });

describe("a token endpoint", () => {
  const OWNER = "This action is not set up correctly; the site's owner has to look into it.";
  const SIGN_IN = "The service that signs this call in answered with an error.";
  const NOT_TOKEN =
    "The token endpoint's answer is not that of an OAuth 2 token endpoint: it has no access_token or no token_type.";
  const rows: [name: string, answer: object, outcome: string, told: string, message: string][] = [
    [
      "that refuses the client",
      { status: 401, body: { error: "invalid_client", error_description: `${SECRET} or ${BASIC} is wrong` } },
      "definition_error",
      OWNER,
      "The token endpoint answered with status 401 (invalid_client: [redacted] or [redacted] is wrong).",
    ],
    ["that breaks", { status: 503 }, "remote_error", SIGN_IN, "The token endpoint answered with status 503."],
    ["that gives no token", { body: {} }, "definition_error", OWNER, NOT_TOKEN],
    ["that is none", { body: "hello" }, "definition_error", OWNER, NOT_TOKEN],
    [
      "that gives another kind of token",
      granted(1, { token_type: "mac" }),
      "definition_error",
      OWNER,
      'The token endpoint\'s answer has the token_type "mac", but must have Bearer.',
    ],
    [
      "whose token breaks the line",
      granted(1, { access_token: "a\r\nX-Admin: 1" }),
      "definition_error",
      OWNER,
      "The token endpoint's answer has an access_token that is longer than 8192 or that no header can carry.",
    ],
    [
      "that answers at length",
      granted(1, { more: "a".repeat(70_000) }),
      "too_large",
      "The service's answer was too large to read.",
      "No access token could be had. The answer is larger than 65536 bytes.",
    ],
  ];
  it.each(rows)("%s ends the run before its call", async (_name, answer, outcome, told, message) => {
    const { call, called, lastRun } = await setUp({ action: { method: "POST" }, grant: () => answer });
    expect(await call()).toMatchObject({ outcome, told: { outcome, message: told }, message });
    expect(called).toEqual([]);
    expect(await lastRun()).toMatchObject({ status: "failed", outcome, response: null });
  });

  it("is not waited for by a call that was stopped", async () => {
    const stop = new AbortController();
    const { call, called } = await setUp({
      grant: () => {
        stop.abort();
        return new Promise(() => {});
      },
    });
    expect(await call({ signal: stop.signal })).toMatchObject({
      outcome: "network_error",
      told: { message: "The call was stopped before the service had answered." },
    });
    expect(called).toEqual([]);
  });
});
