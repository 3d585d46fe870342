import { beforeEach, expect, it } from "vitest";
import { actionSchema } from "@errand/shared/action";
import { CARD, openConversation, readTurn, startBareServer } from "../../test/bare-turns.ts";
import { describeEachDatabase } from "../../test/databases.ts";
import { spokenIn } from "../../test/errand.ts";
import { calls, says } from "../../test/scripted-model.ts";
import { approvalOf, typesOf } from "../../test/turn-fixture.ts";
import { withoutCredential } from "../actions/check-definition.ts";
import type { StoredAction } from "../actions/stored-action.ts";
import type { Database } from "../storage/database.ts";
import { createTraceStore } from "./trace-store.ts";
import type { TurnRequest } from "./turn-context.ts";

const MESSAGE = { id: "msg_the_visitors", text: "Close my account 7" };
const forever = (): Promise<void> => new Promise(() => {});

/** An action by this name; `confirmation` as the owner chose it. */
function action(confirmation: "never" | "always"): StoredAction {
  const definition = actionSchema.parse({
    identifier: `close_${confirmation}`,
    name: "Close account",
    whenToUse: "When asked.",
    enabled: true,
    method: "POST",
    url: "https://api.example.com/close",
    parameters: [{ name: "account" }],
    confirmation,
  });
  const at = "2026-01-01T00:00:00.000Z";
  const id = `act_${confirmation}`;
  return { id, siteId: "", definition: withoutCredential(definition), createdAt: at, updatedAt: at };
}

const actions = [action("never"), action("always")];

describeEachDatabase("a server that dies", (open) => {
  let database: Database;
  let request: TurnRequest;
  beforeEach(async () => {
    database = await open();
    request = await openConversation(database);
  });

  it("does not hide that it called a person", async () => {
    const { site } = request;
    const handOver = { ...site.settings.handOver, enabled: true, webhookUrl: "https://desk.example.com/x" };
    const reached = { ...request, site: { ...site, settings: { ...site.settings, handOver } } };
    const dying = startBareServer(database, actions);
    const begun = Promise.withResolvers<void>();
    const { store } = dying.dependencies.handOver;
    const { begin } = store;
    store.begin = async (...handedOver) => {
      await begin(...handedOver);
      begun.resolve();
      return new Promise(() => {});
    };
    dying.model.steps.push(calls(["errand_hand_over", { reason: "A refund" }]));
    await dying.turns.answer(reached, MESSAGE);
    await begun.promise;

    const server = startBareServer(database, actions);
    const chunks = await readTurn(await server.turns.answer(reached, MESSAGE));
    expect(typesOf(chunks)).toContain("tool-output-available");
    expect(spokenIn(chunks)).toMatch(/person|team/i);
    expect(chunks.at(-1)).toEqual({ type: "finish", finishReason: "stop" });
    const stored = await server.turns.messages(request.conversationId);
    expect(stored.map(({ role, status }) => [role, status])).toEqual([
      ["user", "complete"],
      ["assistant", "complete"],
    ]);
    const sent = await database.selectFrom("deliveries").select("channel").execute();
    expect(sent).toEqual([{ channel: "webhook" }]);
    expect(server.model.asked).toEqual([]);
  });

  it("never runs a call whose question could not be put", async () => {
    const server = startBareServer(database, actions);
    const { ask } = server.dependencies.approvals;
    server.dependencies.approvals.ask = () => Promise.reject(new Error("the disk is full"));
    server.model.steps.push(calls(["close_always", { account: "7" }]));
    await readTurn(await server.turns.answer(request, MESSAGE));
    server.dependencies.approvals.ask = ask;
    server.model.steps.push(calls(["close_always", { account: "7" }]));
    const chunks = await readTurn(await server.turns.answer(request, MESSAGE));
    expect(server.sent).toEqual([]);
    expect(approvalOf(chunks)).toMatch(/^apr_/);
  });

  /** Sends the message to a server that hangs at a moment, and leaves that server for dead. */
  const dieAt = async (moment: "beforeLedger" | "afterLedger" | "beforeTold"): Promise<unknown[]> => {
    const arrived = Promise.withResolvers<void>();
    const die = (): Promise<void> => {
      arrived.resolve();
      return forever();
    };
    const dead = startBareServer(database, actions, { [moment]: die });
    dead.model.steps.push(calls(["close_never", { account: "7" }]));
    await dead.turns.answer(request, MESSAGE);
    await arrived.promise;
    return dead.sent;
  };

  it("before the model answers: the message is kept and answered when it is sent again", async () => {
    const dead = startBareServer(database, actions);
    dead.model.steps.push(forever as never);
    await dead.turns.answer(request, MESSAGE);
    const next = startBareServer(database, actions);
    expect((await next.turns.messages(request.conversationId)).map(({ id }) => id)).toEqual([MESSAGE.id]);
    next.model.steps.push(says("Here."));
    expect(spokenIn(await readTurn(await next.turns.answer(request, MESSAGE)))).toBe("Here.");
    expect(await next.turns.messages(request.conversationId)).toHaveLength(2);
  });

  it("before the ledger knows of a call: the call is made, once", async () => {
    await dieAt("beforeLedger");
    const next = startBareServer(database, actions);
    next.model.steps.push(says("Closed."));
    const chunks = await readTurn(await next.turns.answer(request, MESSAGE));
    expect(next.sent).toEqual([{ account: "7" }]);
    expect(typesOf(chunks)).toContain("tool-output-available");
    await readTurn(await next.turns.answer(request, MESSAGE));
    expect(next.sent).toHaveLength(1);
  });

  it("before the ledger knows of a call that its owner then changes: the call is not made", async () => {
    await dieAt("beforeLedger");
    for (const changed of [[], [{ ...action("never"), updatedAt: "2026-02-02T00:00:00.000Z" }]]) {
      const next = startBareServer(database, changed);
      next.model.steps.push(new Error("down"));
      const chunks = await readTurn(await next.turns.answer(request, MESSAGE));
      expect(next.sent).toEqual([]);
      expect(chunks.find((chunk) => chunk.type === "tool-output-error")).toMatchObject({
        errorText: "Cancelled. Nothing was changed.",
      });
    }
  });

  it("while a call is under way: it is unknown and not made again", async () => {
    await dieAt("afterLedger");
    const next = startBareServer(database, actions);
    next.model.steps.push(says("I cannot tell."));
    const chunks = await readTurn(await next.turns.answer(request, MESSAGE));
    expect(next.sent).toEqual([]);
    expect(chunks.find((chunk) => chunk.type === "tool-output-error")).toMatchObject({
      errorText: expect.stringContaining("could not see whether"),
    });
  });

  it("before the reply knows of a finished call: the ledger tells, and a newer message does not hide it", async () => {
    expect(await dieAt("beforeTold")).toHaveLength(1);
    const next = startBareServer(database, actions);
    next.model.steps.push(says("Hello."));
    await readTurn(await next.turns.answer(request, { id: "msg_the_newer_one", text: "Hello?" }));
    expect(next.sent).toEqual([]);
    const [, reply] = await next.turns.messages(request.conversationId);
    expect(reply?.parts.find((part) => part.type === "dynamic-tool")).toMatchObject({
      state: "output-available",
      output: { state: "succeeded", durationMs: 7 },
    });
    expect(reply?.parts.find((part) => part.type === "data-card")).toMatchObject({ data: CARD });
  });

  it("after a word was taken: the same word goes on, and the call is made once", async () => {
    const dead = startBareServer(database, actions);
    dead.model.steps.push(calls(["close_always", { account: "7" }]));
    const approvalId = approvalOf(await readTurn(await dead.turns.answer(request, MESSAGE)));
    await dead.dependencies.approvals.answer(approvalId, request, true);
    const next = startBareServer(database, actions);
    next.model.steps.push(says("Closed."));
    const decided = await readTurn(
      await next.turns.decide(request, { approvals: [{ approvalId, approved: true }], results: [] }),
    );
    expect(next.sent).toEqual([{ account: "7" }]);
    expect(spokenIn(decided)).toBe("Closed.");
    await expect(
      next.turns.decide(request, { approvals: [{ approvalId, approved: true }], results: [] }),
    ).rejects.toThrow("no longer open");
  });

  it("after a word was taken: a different second word does not count", async () => {
    const dead = startBareServer(database, actions);
    dead.model.steps.push(calls(["close_always", { account: "7" }]));
    const approvalId = approvalOf(await readTurn(await dead.turns.answer(request, MESSAGE)));
    await dead.dependencies.approvals.answer(approvalId, request, false);
    const next = startBareServer(database, actions);
    next.model.steps.push(says("Nothing was changed."));
    await readTurn(
      await next.turns.decide(request, { approvals: [{ approvalId, approved: true }], results: [] }),
    );
    expect(next.sent).toEqual([]);
  });

  it("after an approved call, when the model fails: the same word tells what came of it", async () => {
    const server = startBareServer(database, actions);
    server.model.steps.push(calls(["close_always", { account: "7" }]), new Error("down"), says("Closed."));
    const approvalId = approvalOf(await readTurn(await server.turns.answer(request, MESSAGE)));
    const word = { approvals: [{ approvalId, approved: true }], results: [] };
    expect(typesOf(await readTurn(await server.turns.decide(request, word)))).toContain("error");
    const again = await readTurn(await server.turns.decide(request, word));
    expect(typesOf(again)).toContain("tool-output-available");
    expect(spokenIn(again)).toBe("Closed.");
    expect(server.sent).toHaveLength(1);
  });
});

describeEachDatabase("a server that shuts down", (open) => {
  it("leaves the reply open, so that the same message goes on with it, and begins no other", async () => {
    const database = await open();
    const request = await openConversation(database);
    const server = startBareServer(database, actions);
    server.model.steps.push(() => forever() as never);
    const live = await server.turns.answer(request, MESSAGE);
    const waiting = server.turns.answer(request, { id: "msg_that_waits", text: "And?" });
    const refused = expect(waiting).rejects.toThrow("The server is restarting.");
    await server.dependencies.liveTurns.stopAll();
    await refused;
    expect(typesOf(await readTurn(live)).slice(-2)).toEqual(["error", "finish"]);
    const next = startBareServer(database, actions);
    next.model.steps.push(says("Back."));
    expect(spokenIn(await readTurn(await next.turns.answer(request, MESSAGE)))).toBe("Back.");
    expect(await next.turns.messages(request.conversationId)).toHaveLength(2);
  });
});

describeEachDatabase("a preview", (open) => {
  it("keeps what the model was asked and answered in each step, on both sides of a question", async () => {
    const database = await open();
    const request = { ...(await openConversation(database)), isPreview: true };
    const server = startBareServer(database, actions);
    server.model.steps.push(calls(["close_always", { account: "7" }]), says("Clo", "sed."));
    const live = await server.turns.answer(request, MESSAGE);
    const approvalId = approvalOf(await readTurn(live));
    await readTurn(
      await server.turns.decide(request, { approvals: [{ approvalId, approved: true }], results: [] }),
    );
    const [trace, ...others] = await createTraceStore(database).list(request.conversationId);
    expect(others).toEqual([]);
    expect(trace?.steps.map(({ parts }) => parts)).toEqual([
      [{ type: "tool-call", toolName: "close_always", input: '{"account":"7"}' }],
      [{ type: "text", text: "Closed." }],
    ]);
    expect(trace?.steps.map(({ prompt }) => prompt)).toEqual(server.model.asked.map(({ prompt }) => prompt));
    expect(trace?.steps[0]?.tools.map(({ name }) => name)).toEqual(["close_never", "close_always"]);
  });

  it("is the only conversation of which that is kept", async () => {
    const database = await open();
    const request = await openConversation(database);
    const server = startBareServer(database, actions);
    server.model.steps.push(says("Hi."));
    await readTurn(await server.turns.answer(request, MESSAGE));
    expect(await createTraceStore(database).list(request.conversationId)).toEqual([]);
  });
});

describeEachDatabase("a word and a newer message at once", (open) => {
  it("makes no call: the message takes the question back before anything else of its turn", async () => {
    const database = await open();
    const request = await openConversation(database);
    const gate = Promise.withResolvers<void>();
    let isGated = false;
    const server = startBareServer(database, actions, {
      listing: () => (isGated ? gate.promise : undefined),
    });
    server.model.steps.push(calls(["close_always", { account: "7" }]), says("What else?"), says("No."));
    const approvalId = approvalOf(await readTurn(await server.turns.answer(request, MESSAGE)));
    isGated = true;
    const newer = await server.turns.answer(request, { id: "msg_no_wait_a_bit", text: "No, wait" });
    const word = server.turns.decide(request, { approvals: [{ approvalId, approved: true }], results: [] });
    const refused = expect(word).rejects.toThrow("no longer open");
    gate.resolve();
    await readTurn(newer);
    await refused;
    expect(server.sent).toEqual([]);
  });
});

describeEachDatabase("a turn that cannot begin", (open) => {
  it("says so instead of ending without a word", async () => {
    const database = await open();
    const request = await openConversation(database);
    const listing = (): never => {
      throw new Error("no actions today");
    };
    const server = startBareServer(database, actions, { listing });
    const live = await server.turns.answer(request, MESSAGE);
    expect(await readTurn(live)).toEqual([
      { type: "error", errorText: "Sorry, I could not answer just now. Please try again." },
    ]);
    expect(server.logged).toHaveLength(1);
  });
});
