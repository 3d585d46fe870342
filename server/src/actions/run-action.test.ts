import { describe, expect, it } from "vitest";
import { openInFolder } from "../../test/databases.ts";
import { computeUserHash } from "../identity/user-hash.ts";
import { defineAction, NOW, parameter, storedAction } from "./action-fixture.ts";
import { asRecorded, CREDENTIAL, HASH_SECRET, startRunner, withCredential } from "./run-fixture.ts";

const openDatabase = openInFolder();

describe("a run", () => {
  it("waits for what has to be done before its request leaves, and sends nothing when that fails", async () => {
    const { origin, seen, run, lastRun } = await startRunner({ database: await openDatabase() });
    const action = storedAction(defineAction({ url: `${origin}/orders` }));
    const stored = Promise.withResolvers<void>();
    const running = run(action, { after: stored.promise });
    await expect.poll(lastRun).toMatchObject({ status: "started" });
    expect(seen).toEqual([]);
    stored.resolve();
    await running;
    const broken = Promise.reject(new Error("the disk is full"));
    broken.catch(() => {});
    await expect(run(action, { after: broken })).rejects.toThrow("the disk is full");
    expect(await lastRun()).toMatchObject({ status: "unknown" });
    expect(seen).toHaveLength(1);
  });

  it("sends exactly this, and tells the model what came back", async () => {
    const { origin, seen, run, runs, lastRun } = await startRunner({
      database: await openDatabase(),
      answer: () => ({ status: 201, body: { id: 7, echo: `Bearer ${CREDENTIAL}` } }),
    });
    const action = withCredential(
      storedAction(
        defineAction({
          method: "POST",
          url: `${origin}/orders/{{id}}?a=1`,
          auth: { type: "bearer" },
          parameters: [
            parameter("id"),
            parameter("note"),
            parameter("count", { type: "integer", required: false }),
          ],
          query: [{ name: "lang", value: "{{locale}}" }],
          headers: [{ name: "X-Shop", value: "acme" }],
          body: { mode: "fields", fields: [{ name: "source", value: "chat" }] },
        }),
      ),
    );
    const call = { conversationId: "cnv_1", messageId: "msg_1", callId: "call_1" };
    const result = await run(action, {
      arguments: { id: "ORD-7", note: "ə", count: "2" },
      ...call,
    });

    const hash = computeUserHash(HASH_SECRET, "u-1");
    expect(seen).toEqual([
      {
        method: "POST",
        path: "/orders/ORD-7?a=1&lang=az",
        headers: {
          host: new URL(origin).host,
          connection: "keep-alive",
          origin: "https://chat.acme.test",
          locale: "az",
          "accept-language": "az",
          "content-type": "application/json",
          "x-requested-with": "XMLHttpRequest",
          "user-agent": "Errand/1.2.3",
          "idempotency-key": result.runId,
          traceparent: result.request?.headers["traceparent"],
          "x-user-id": "u-1",
          "x-user-hash": hash,
          "x-user-verified": "user_id, user_email",
          "x-shop": "acme",
          authorization: `Bearer ${CREDENTIAL}`,
          "webhook-id": result.runId,
          "webhook-timestamp": String(NOW.getTime() / 1_000),
          "webhook-signature": result.request?.headers["webhook-signature"],
          "x-errand-assertion": result.request?.headers["X-Errand-Assertion"],
          "accept-encoding": "identity",
          "content-length": "163",
        },
        body: `{"user_id":"u-1","user_email":"ada@acme.test","user_hash":"${hash}","source":"chat","note":"ə","count":2}`,
      },
    ]);
    expect(result).toMatchObject({
      runId: expect.stringMatching(/^run_/) as string,
      outcome: "ok",
      told: { outcome: "ok", status: 201, data: { id: 7, echo: "[redacted]" } },
      response: { status: 201, body: '{"id":7,"echo":"[redacted]"}', truncated: false },
    });
    expect(result).not.toHaveProperty("message");
    expect(await runs.findByCall("cnv_1", "call_1")).toMatchObject({ id: result.runId, told: result.told });
    const row = await lastRun();
    expect(row).toMatchObject({
      id: result.runId,
      actionId: "act_1",
      identifier: "lookup_order",
      conversationId: "cnv_1",
      status: "succeeded",
      outcome: "ok",
      httpStatus: 201,
      durationMs: result.durationMs,
      startedAt: NOW.toISOString(),
      finishedAt: NOW.toISOString(),
      request: asRecorded(result.request),
      response: result.response,
    });
    for (const secret of [CREDENTIAL, hash]) expect(JSON.stringify([row, result])).not.toContain(secret);
  });

  it("stands in the ledger before its request leaves", async () => {
    const statuses: unknown[] = [];
    const { origin, run, lastRun, egress } = await startRunner({
      database: await openDatabase(),
      egress: {
        async request(request) {
          const row = await lastRun();
          statuses.push([row?.status, row?.request?.url]);
          return egress.request(request);
        },
      },
    });
    await run(storedAction(defineAction({ url: `${origin}/a` })));
    expect(statuses).toEqual([["started", `${origin}/a`]]);
  });

  it("has no body with GET, and the endpoint's error is told with its answer", async () => {
    const { origin, seen, run, lastRun } = await startRunner({
      database: await openDatabase(),
      answer: () => ({ status: 404, body: { error: "gone" } }),
    });
    const result = await run(storedAction(defineAction({ url: `${origin}/a` })), {
      visitor: { verification: "anonymous", key: "k" },
    });
    expect(seen[0]?.body).toBe("");
    expect(Object.keys(seen[0]?.headers ?? {})).toEqual(
      "host connection origin locale accept-language x-requested-with user-agent traceparent webhook-id webhook-timestamp webhook-signature x-errand-assertion accept-encoding".split(
        " ",
      ),
    );
    const message = "The endpoint answered with status 404.";
    expect(result).toMatchObject({
      outcome: "remote_error",
      told: { outcome: "remote_error", status: 404, data: { error: "gone" }, message },
      message,
    });
    expect(await lastRun()).toMatchObject({ status: "failed", outcome: "remote_error", httpStatus: 404 });
  });

  it("of the same call of a conversation is made once", async () => {
    const { origin, seen, run } = await startRunner({ database: await openDatabase() });
    const action = storedAction(defineAction({ url: `${origin}/a` }));
    const call = { conversationId: "cnv_1", callId: "call_1" };
    await run(action, call);
    await expect(run(action, call)).rejects.toMatchObject({ code: "conflict" });
    expect(seen).toHaveLength(1);
  });

  it("that is stopped is unknown: its request may have arrived", async () => {
    const stop = new AbortController();
    const { origin, run, lastRun } = await startRunner({
      database: await openDatabase(),
      answer: () => {
        stop.abort();
        return new Promise(() => {});
      },
    });
    const result = await run(storedAction(defineAction({ method: "DELETE", url: `${origin}/a` })), {
      signal: stop.signal,
    });
    expect(result).toMatchObject({
      outcome: "network_error",
      told: {
        outcome: "network_error",
        message:
          "The call was stopped before the service had answered. Nobody knows whether the change took effect: say so, and do not repeat the call.",
      },
    });
    expect(await lastRun()).toMatchObject({ status: "unknown", outcome: "network_error" });
  });

  it("is left out of the ledger when that is asked", async () => {
    const { origin, seen, run, lastRun } = await startRunner({ database: await openDatabase() });
    await run(storedAction(defineAction({ url: `${origin}/a` })), { record: false });
    expect([seen.length, await lastRun()]).toEqual([1, undefined]);
  });

  it("that is dry renders its request, judges its address and sends nothing", async () => {
    const { origin, seen, run, lastRun } = await startRunner({ database: await openDatabase() });
    const dry = await run(storedAction(defineAction({ method: "PUT", url: `${origin}/a` })), {
      dryRun: true,
    });
    expect(dry).toMatchObject({ outcome: "ok", request: { method: "PUT", url: `${origin}/a` } });
    const blocked = await run(storedAction(defineAction({ url: "https://127.0.0.1/" })), { dryRun: true });
    expect(blocked).toMatchObject({
      outcome: "blocked_address",
      message: expect.stringContaining("ERRAND_PRIVATE_ORIGINS") as string,
    });
    expect([seen.length, await lastRun()]).toEqual([0, undefined]);
  });

  it("that breaks by a fault of ours does not leave the ledger waiting", async () => {
    const fault = new TypeError("ours");
    const { run, lastRun } = await startRunner({
      database: await openDatabase(),
      egress: { request: () => Promise.reject(fault) },
    });
    await expect(run(storedAction(defineAction()))).rejects.toBe(fault);
    expect(await lastRun()).toMatchObject({ status: "unknown", outcome: "network_error" });
  });
});
