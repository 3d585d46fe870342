import { APICallError, type LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { describe, expect, it } from "vitest";
import { spokenIn } from "./errand.ts";
import { calls, ends, says } from "./scripted-model.ts";
import { typesOf, useTurns } from "./turn-fixture.ts";

const turns = useTurns();

const refusal = (statusCode: number, headers: Record<string, string> = {}): APICallError =>
  new APICallError({
    message: "no at 10.0.0.7",
    url: "https://llm.internal/v1",
    requestBodyValues: {},
    statusCode,
    responseHeaders: headers,
  });
const say = async (id?: string) => (await turns.openSession()).say(turns.conversation, "Where is ORD-1?", id);

describe("a model that fails before it has said anything", () => {
  const RETRIED: [what: string, failure: Error | LanguageModelV4StreamPart[]][] = [
    ["is too busy and says when to come again", refusal(429, { "retry-after": "0" })],
    ["has trouble of its own", refusal(500)],
    ["ends without a word", says()],
    ["sends an error in its stream", [{ type: "error", error: refusal(503) }]],
  ];
  it.each(RETRIED)("is asked once more when it %s", async (_, failure) => {
    turns.model.steps.push(failure, says("Here."));
    const chunks = await say();
    expect(spokenIn(chunks)).toBe("Here.");
    expect(typesOf(chunks)).not.toContain("error");
    expect(turns.model.asked).toHaveLength(2);
  });

  const FINAL: [what: string, failure: Error, told: string][] = [
    [
      "wants a longer wait than a visitor has",
      refusal(429, { "retry-after": "60" }),
      "A lot is going on here just now. Please try again in a moment.",
    ],
    ["refuses the key", refusal(401), "Sorry, I could not answer just now. Please try again."],
  ];
  it.each(FINAL)("is not asked again when it %s", async (_, failure, told) => {
    turns.model.steps.push(failure, says("never"));
    const chunks = await say();
    expect(chunks.slice(-2)).toEqual([
      { type: "error", errorText: told },
      { type: "finish", finishReason: "error" },
    ]);
    expect(turns.model.asked).toHaveLength(1);
    expect(JSON.stringify(chunks)).not.toMatch(/10\.0\.0\.7|llm\.internal/);
  });

  it("is asked at most twice, and the conversation goes on after", async () => {
    turns.model.steps.push(refusal(500), refusal(500), says("Back."));
    const failed = await say("msg_twice_0001");
    expect(typesOf(failed)).toContain("error");
    expect(turns.model.asked).toHaveLength(2);
    const visitor = await turns.openSession();
    expect(spokenIn(await visitor.say(`${turns.conversation}_b`, "Hi"))).toBe("Back.");
  });
});

describe("a model that fails after it has spoken", () => {
  it("is not asked again by itself, and its broken words are not kept", async () => {
    turns.model.steps.push([...says("Your ord").slice(0, -2), { type: "error", error: refusal(500) }]);
    const visitor = await turns.openSession();
    const chunks = await visitor.say(turns.conversation, "Where?", "msg_broken_001");
    expect(typesOf(chunks).slice(-2)).toEqual(["error", "finish"]);
    expect(turns.model.asked).toHaveLength(1);
    turns.model.steps.push(says("Your order is here."));
    expect(spokenIn(await visitor.say(turns.conversation, "Where?", "msg_broken_001"))).toBe(
      "Your order is here.",
    );
    expect(await visitor.history(turns.conversation)).toHaveLength(2);
  });

  it("may leave a run's receipt as the whole reply", async () => {
    turns.model.steps.push(calls(["lookup_order", { order: "ORD-1" }]), says(), says());
    const chunks = await say();
    expect(typesOf(chunks)).toContain("tool-output-available");
    expect(chunks.at(-1)).toEqual({ type: "finish", finishReason: "stop" });
  });

  it("does not repeat the run that it had made", async () => {
    turns.model.steps.push(calls(["send_mail", { to: "me@example.com" }]), refusal(401));
    const visitor = await turns.openSession();
    await visitor.say(turns.conversation, "Mail me@example.com", "msg_mail_00001");
    turns.model.steps.push(says("Sent."));
    expect(spokenIn(await visitor.say(turns.conversation, "Mail me@example.com", "msg_mail_00001"))).toBe(
      "Sent.",
    );
    expect(turns.endpoint.seen).toHaveLength(1);
  });
});

describe("a model that will not, or cannot, finish", () => {
  it("says nothing: the visitor is told that it cannot help", async () => {
    turns.model.steps.push(ends("content-filter"));
    const chunks = await say();
    expect(spokenIn(chunks)).toBe("I cannot help with that.");
    expect(chunks.at(-1)).toEqual({ type: "finish", finishReason: "stop" });
  });

  it("runs out of room: the visitor is told that the answer ends there", async () => {
    turns.model.steps.push(ends("length", "Once upon a time"));
    expect(spokenIn(await say())).toBe("Once upon a time\n\nThis answer became too long and ends here.");
  });

  it("calls the same broken thing for ever: the reply ends with a plain sentence", async () => {
    turns.model.steps.push(...Array.from({ length: 12 }, () => calls(["lookup_order", "{broken"])));
    expect(spokenIn(await say())).toBe("That is as far as I can go in one reply.");
    expect(turns.endpoint.seen).toEqual([]);
  });
});
