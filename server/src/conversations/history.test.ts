import { describe, expect, it } from "vitest";
import { recentMessages, toModelMessages } from "./history.ts";
import type { StoredMessage, StoredPart } from "./message.ts";

const message = (role: "user" | "assistant", id: string, ...parts: StoredPart[]): StoredMessage => ({
  id,
  role,
  parts,
  status: "complete",
  createdAt: "2026-01-01T00:00:00.000Z",
});
const text = (words: string): StoredPart => ({ type: "text", text: words });
const step: StoredPart = { type: "step-start" };
const call = (toolCallId: string, rest: object): StoredPart => ({
  type: "dynamic-tool",
  toolCallId,
  toolName: "lookup",
  state: "output-available",
  input: { order: "1" },
  ...rest,
});

describe("stored messages", () => {
  it("become each step's words and calls, then the calls' results", () => {
    const told = { outcome: "ok", status: 200, data: { a: 1 } } as const;
    const reply = message("assistant", "2", step, text("Looking"), call("c1", { told }), step, text("Here."));
    expect(toModelMessages([message("user", "1", text("Hi"), text("there")), reply])).toEqual([
      { role: "user", content: [{ type: "text", text: "Hi\nthere" }] },
      {
        role: "assistant",
        content: [
          { type: "text", text: "Looking" },
          { type: "tool-call", toolCallId: "c1", toolName: "lookup", input: { order: "1" } },
        ],
      },
      {
        role: "tool",
        content: [
          {
            type: "tool-result",
            toolCallId: "c1",
            toolName: "lookup",
            output: { type: "json", value: told },
          },
        ],
      },
      { role: "assistant", content: [{ type: "text", text: "Here." }] },
    ]);
  });

  const outputs: [what: string, part: object, output: object][] = [
    [
      "a failure as an error",
      { told: { outcome: "timeout" } },
      { type: "error-json", value: { outcome: "timeout" } },
    ],
    [
      "a denied call as denied",
      { state: "output-denied" },
      { type: "execution-denied", reason: "The visitor did not approve it." },
    ],
    [
      "a call without an end as unknown",
      { state: "input-available" },
      { type: "error-json", value: { outcome: "unknown", message: "It is not known how this call ended." } },
    ],
  ];
  for (const [what, part, output] of outputs) {
    it(`tell ${what}`, () => {
      const [, results] = toModelMessages([message("assistant", "1", step, call("c1", part))]);
      expect(results?.content).toEqual([
        { type: "tool-result", toolCallId: "c1", toolName: "lookup", output },
      ]);
    });
  }

  it("leave out text that is only space, and steps without anything", () => {
    expect(toModelMessages([message("assistant", "1", step, text(" \n"), step)])).toEqual([]);
  });

  it("name tools in letters that every vendor takes back", () => {
    const names = ["no such tool!", "x".repeat(80), "ə"].map((toolName, index) =>
      call(`c${index}`, { toolName, hidden: true, told: { outcome: "definition_error" } }),
    );
    const [said] = toModelMessages([message("assistant", "1", step, ...names)]);
    expect(said?.content).toMatchObject([
      { toolName: "no_such_tool_" },
      { toolName: "x".repeat(64) },
      { toolName: "_" },
    ]);
  });
});

describe("the recent messages", () => {
  const turns = (count: number, length = 1): StoredMessage[] =>
    Array.from({ length: count }, (_, index) => [
      message("user", `u${index}`, text("x".repeat(length))),
      message("assistant", `a${index}`, text("y".repeat(length))),
    ]).flat();

  it("are all of a short conversation", () => {
    expect(recentMessages(turns(30))).toEqual(turns(30));
  });

  it("are at most 60, and begin with the visitor's", () => {
    const long = [...turns(100), message("user", "last", text("?")), message("assistant", "open")];
    const recent = recentMessages(long);
    expect([recent.length, recent[0]?.id, recent.at(-1)?.id]).toEqual([60, "u71", "open"]);
    expect(recentMessages(long.slice(1, -1))[0]?.role).toBe("user");
  });

  it("are as many as fit into the prompt", () => {
    const recent = recentMessages(turns(20, 25_000));
    expect(recent.map(({ id }) => id)).toEqual(["u17", "a17", "u18", "a18", "u19", "a19"]);
  });

  it("lose the length of earlier answers before a turn is left out, and never that of the newest", () => {
    const answered = (id: string) => [
      message("user", `u${id}`, text("?")),
      message(
        "assistant",
        `a${id}`,
        call("c", { told: { outcome: "ok", data: { note: "n".repeat(50_000) } } }),
      ),
    ];
    const long = ["1", "2", "3", "4"].flatMap(answered);
    const recent = recentMessages(long);
    expect(recent.map(({ id }) => id)).toEqual(long.map(({ id }) => id));
    const lengths = recent
      .filter(({ role }) => role === "assistant")
      .map(({ parts }) => JSON.stringify(parts).length);
    expect(lengths.map((length) => length > 50_000)).toEqual([false, false, false, true]);
    expect(recentMessages(long.slice(0, 4))).toEqual(long.slice(0, 4));
  });

  it("always hold the visitor's newest message and what follows it", () => {
    const huge = [
      message("user", "u", text("x".repeat(500_000))),
      message("assistant", "a", text("y".repeat(500_000))),
    ];
    expect(recentMessages([...turns(3), ...huge])).toEqual(huge);
  });
});
