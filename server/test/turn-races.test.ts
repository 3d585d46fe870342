import { describe, expect, it } from "vitest";
import { readChunks, spokenIn } from "./errand.ts";
import { calls, says } from "./scripted-model.ts";
import { approvalOf, typesOf, useTurns } from "./turn-fixture.ts";

const turns = useTurns();

/** A gate that something waits at until the test opens it. */
function createGate(): { arrived: Promise<void>; pass(): Promise<void>; open(): void } {
  const arrived = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return {
    arrived: arrived.promise,
    async pass() {
      arrived.resolve();
      await opened.promise;
    },
    open: () => opened.resolve(),
  };
}

describe("several tabs at once", () => {
  it("answers every message sent while a reply is under way, one after the other", async () => {
    const gate = createGate();
    turns.model.steps.push(() => gate.pass().then(() => says("one")), says("two"), says("three"));
    const visitor = await turns.openSession();
    const first = visitor.say(turns.conversation, "1");
    await gate.arrived;
    const others = [visitor.say(turns.conversation, "2"), visitor.say(turns.conversation, "3")];
    await new Promise((resolve) => setTimeout(resolve, 50));
    gate.open();
    const replies = (await Promise.all([first, ...others])).map(spokenIn);
    expect(replies.toSorted()).toEqual(["one", "three", "two"]);
    expect((await visitor.history(turns.conversation)).map((message) => message.role).join(" ")).toBe(
      "user assistant user assistant user assistant",
    );
  });

  it("runs an action once when its approval is given twice at the same moment", async () => {
    const gate = createGate();
    turns.endpoint.answer = () => gate.pass().then(() => ({ body: { ok: true } }));
    turns.model.steps.push(calls(["create_ticket", { subject: "Zip" }]), says("Done."));
    const visitor = await turns.openSession();
    const id = approvalOf(await visitor.say(turns.conversation, "Ticket: Zip"));
    const taken = await Promise.all([
      visitor.giveWord(turns.conversation, id, true),
      visitor.giveWord(turns.conversation, id, true),
    ]);
    gate.open();
    const both = await Promise.all(taken.map(readChunks));
    expect(both.map(spokenIn)).toEqual(["Done.", "Done."]);
    expect(turns.endpoint.seen).toHaveLength(1);
  });

  it("takes a second word that comes while the first one's call is under way, told with the first", async () => {
    const gate = createGate();
    turns.endpoint.answer = () => gate.pass().then(() => ({ body: { ok: true } }));
    turns.model.steps.push(
      calls(["create_ticket", { subject: "One" }], ["create_ticket", { subject: "Two" }]),
      says("Both."),
    );
    const visitor = await turns.openSession();
    const asked = await visitor.say(turns.conversation, "Tickets: One, Two");
    const ids = asked.flatMap((each) => (each.type === "tool-approval-request" ? [each.approvalId] : []));
    const [first = ""] = ids;
    const one = visitor.decide(turns.conversation, first, true);
    await gate.arrived;
    const parts = ids.map((id) => ({
      type: "dynamic-tool",
      state: "approval-responded",
      approval: { id, approved: true },
    }));
    const message = { id: "msg_any_reply", role: "assistant", parts };
    const both = visitor.fetch("POST", "/v1/chat", { id: turns.conversation, message }).then(readChunks);
    await new Promise((resolve) => setTimeout(resolve, 50));
    gate.open();
    await one;
    expect(spokenIn(await both)).toBe("Both.");
    expect(turns.endpoint.seen.map(({ body }) => JSON.parse(body))).toEqual([
      { subject: "One" },
      { subject: "Two" },
    ]);
  });

  it("does not take a word that a newer message has overtaken", async () => {
    const gate = createGate();
    turns.model.steps.push(calls(["create_ticket", { subject: "Zip" }]));
    const visitor = await turns.openSession();
    const id = approvalOf(await visitor.say(turns.conversation, "Ticket: Zip"));
    turns.model.steps.push(() => gate.pass().then(() => says("What else?")), says("Done."));
    const newer = visitor.say(turns.conversation, "No, wait");
    await gate.arrived;
    const late = visitor.decide(turns.conversation, id, true).catch(String);
    gate.open();
    await newer;
    expect(await late).toContain("approval_gone");
    expect(turns.endpoint.seen).toEqual([]);
  });

  it("does not answer a message again that newer ones have overtaken", async () => {
    turns.model.steps.push(new Error("down"), says("Here."));
    const visitor = await turns.openSession();
    await visitor.say(turns.conversation, "1", "msg_first_0001");
    await visitor.say(turns.conversation, "2", "msg_second_001");
    await expect(visitor.say(turns.conversation, "1", "msg_first_0001")).rejects.toThrow('"conflict"');
    expect(turns.model.asked).toHaveLength(2);
    expect(await visitor.history(turns.conversation)).toHaveLength(3);
  });

  it("refuses a message that carries the id of a reply", async () => {
    turns.model.steps.push(says("Hi."));
    const visitor = await turns.openSession();
    const [start] = await visitor.say(turns.conversation, "Hi");
    const id = (start as { messageId: string }).messageId;
    await expect(visitor.say(turns.conversation, "again", id)).rejects.toThrow('"conflict"');
    expect(turns.model.asked).toHaveLength(1);
  });
});

describe("a visitor who stops a reply", () => {
  it("is spared the changes that had not begun, and sees how the one under way ended", async () => {
    const gate = createGate();
    turns.endpoint.answer = () => gate.pass().then(() => ({ body: { ok: true } }));
    turns.model.steps.push(
      calls(["send_mail", { to: "a@example.com" }], ["send_mail", { to: "b@example.com" }]),
    );
    const visitor = await turns.openSession();
    const reply = visitor.say(turns.conversation, "Mail a@example.com and b@example.com");
    await gate.arrived;
    await visitor.fetch("POST", `/v1/chat/${turns.conversation}/stop`);
    gate.open();
    expect((await reply).at(-1)).toEqual({ type: "abort" });
    expect(turns.endpoint.seen.map(({ body }) => JSON.parse(body))).toEqual([{ to: "a@example.com" }]);
    const [, stopped] = await visitor.history(turns.conversation);
    expect(
      stopped?.parts.flatMap((part) => (part.type === "dynamic-tool" && "state" in part ? [part.state] : [])),
    ).toEqual(["output-available", "output-denied"]);
  });

  it("takes back the question that the reply asked", async () => {
    const gate = createGate();
    turns.endpoint.answer = () => gate.pass().then(() => ({ body: {} }));
    turns.model.steps.push(calls(["create_ticket", { subject: "Zip" }], ["lookup_order", { order: "A" }]));
    const visitor = await turns.openSession();
    const reply = visitor.say(turns.conversation, "Ticket: Zip, order A");
    await gate.arrived;
    await visitor.fetch("POST", `/v1/chat/${turns.conversation}/stop`);
    gate.open();
    const id = approvalOf(await reply);
    await expect(visitor.decide(turns.conversation, id, true)).rejects.toThrow("approval_gone");
    expect(turns.endpoint.seen.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("is heard by a model that does not listen", async () => {
    const gate = createGate();
    turns.model.steps.push(() => gate.pass().then(() => says("never")));
    const visitor = await turns.openSession();
    const reply = visitor.say(turns.conversation, "Hi");
    await gate.arrived;
    await visitor.fetch("POST", `/v1/chat/${turns.conversation}/stop`);
    expect((await reply).at(-1)).toEqual({ type: "abort" });
    gate.open();
  });
});

describe("an action that its owner touches while the visitor is asked", () => {
  const touches: [
    what: string,
    touch: (path: string, action: Record<string, unknown>) => Promise<unknown>,
  ][] = [
    ["edited", (path, action) => turns.errand.admin("PUT", path, { ...action, name: "Other" })],
    ["disabled", (path, action) => turns.errand.admin("PUT", path, { ...action, enabled: false })],
    ["deleted", (path) => turns.errand.admin("DELETE", path)],
  ];
  for (const [what, touch] of touches) {
    it(`does not run once it is ${what}`, async () => {
      const definition = {
        identifier: `close_${what}`,
        name: "Close",
        whenToUse: "When asked.",
        enabled: true,
        method: "POST",
        url: `${turns.endpoint.origin}/close`,
      };
      const { id } = await turns.errand.admin<{ id: string }>(
        "POST",
        `/sites/${turns.site}/actions`,
        definition,
      );
      turns.model.steps.push(calls([definition.identifier, {}]), says("It did not run."));
      const visitor = await turns.openSession();
      const approval = approvalOf(await visitor.say(turns.conversation, "Close it"));
      await touch(`/sites/${turns.site}/actions/${id}`, definition);
      const decided = await visitor.decide(turns.conversation, approval, true);
      expect(turns.endpoint.seen).toEqual([]);
      expect(typesOf(decided)).not.toContain("tool-output-available");
      expect(JSON.stringify(turns.toolResults())).toContain("not_approved");
      expect(spokenIn(decided)).toBe("It did not run.");
    });
  }
});

describe("a model that misbehaves", () => {
  it("gets its own tool name back in letters that every vendor takes", async () => {
    turns.model.steps.push(calls(["no such tool! ə", {}]), says("Sorry."));
    const visitor = await turns.openSession();
    await visitor.say(turns.conversation, "Hi");
    const names = turns.model.asked[1]?.prompt.flatMap((message) =>
      message.role === "assistant"
        ? message.content.flatMap((part) => (part.type === "tool-call" ? [part.toolName] : []))
        : [],
    );
    expect(names).toEqual(["no_such_tool___"]);
  });

  it("is a failure that the visitor may retry when it says nothing at all", async () => {
    turns.model.steps.push(says(), says(), says("Now."));
    const visitor = await turns.openSession();
    const failed = await visitor.say(turns.conversation, "Hi", "msg_nothing_01");
    expect(typesOf(failed).slice(-2)).toEqual(["error", "finish"]);
    expect(spokenIn(await visitor.say(turns.conversation, "Hi", "msg_nothing_01"))).toBe("Now.");
  });
});
