import type { ChatMessage, StreamChunk, ToolMetadata, ToolPart } from "@errand/shared/wire";
import { expect, test } from "vitest";
import { answerApproval, applyChunk, dropApprovals, settle } from "./apply-chunk.ts";

const EMPTY: ChatMessage = { id: "msg_1", role: "assistant", parts: [] };
const METADATA: ToolMetadata = { name: "Look up order", labels: { number: "Order" }, changes: false };
const HEAD = { toolCallId: "call_1", toolName: "lookup", title: "Looking…", toolMetadata: METADATA } as const;
const START: StreamChunk = { type: "tool-input-start", ...HEAD, dynamic: true };
const INPUT: StreamChunk = { type: "tool-input-available", ...HEAD, input: { number: "1" }, dynamic: true };
const ASK: StreamChunk = { type: "tool-approval-request", toolCallId: "call_1", approvalId: "ap_1" };

const apply = (message: ChatMessage, ...chunks: StreamChunk[]) => chunks.reduce(applyChunk, message);
const tool = (part: Partial<ToolPart>): ToolPart => ({
  type: "dynamic-tool",
  ...HEAD,
  state: "input-available",
  input: { number: "1" },
  ...part,
});

test("deltas grow the newest text until it ends", () => {
  const open = apply(EMPTY, { type: "text-start", id: "1" }, { type: "text-delta", id: "1", delta: "Hel" });
  expect(open.parts).toEqual([{ type: "text", text: "Hel", state: "streaming" }]);
  const ended = apply(open, { type: "text-delta", id: "1", delta: "lo" }, { type: "text-end", id: "1" });
  expect(ended.parts).toEqual([{ type: "text", text: "Hello", state: "done" }]);
  expect(EMPTY.parts).toEqual([]);
});

test("a start brings the time of the message", () => {
  const createdAt = "2026-01-01T00:00:00Z";
  const chunk: StreamChunk = { type: "start", messageId: "msg_1", messageMetadata: { createdAt } };
  expect(apply(EMPTY, chunk)).toEqual({ ...EMPTY, metadata: { createdAt } });
});

test("a card that comes again takes its own place", () => {
  const card = (title: string): Extract<StreamChunk, { type: "data-card" }> => ({
    type: "data-card",
    id: "card_1",
    data: { layout: "card", items: [{ title, fields: [] }] },
  });
  const other = { ...card("Kettle"), id: "card_2" };
  expect(apply(EMPTY, card("Coat"), other, card("Jacket")).parts).toEqual([card("Jacket"), other]);
});

const outcomes: [chunks: StreamChunk[], expected: ToolPart][] = [
  [[START, INPUT], tool({})],
  [[INPUT, INPUT], tool({})],
  [[INPUT, ASK], tool({ state: "approval-requested", approval: { id: "ap_1" } })],
  [
    [
      INPUT,
      {
        type: "tool-output-available",
        toolCallId: "call_1",
        output: { state: "succeeded", durationMs: 5 },
        dynamic: true,
      },
    ],
    tool({ state: "output-available", output: { state: "succeeded", durationMs: 5 } }),
  ],
  [
    [INPUT, { type: "tool-output-error", toolCallId: "call_1", errorText: "No answer.", dynamic: true }],
    tool({ state: "output-error", errorText: "No answer." }),
  ],
  [[INPUT, { type: "tool-output-denied", toolCallId: "call_1" }], tool({ state: "output-denied" })],
];

test.each(outcomes)("a run is one part in its newest state (%#)", (chunks, expected) => {
  expect(apply(EMPTY, ...chunks).parts).toEqual([expected]);
});

test("a continued message keeps its parts, and its old run gets the outcome", () => {
  const answered = answerApproval(apply(EMPTY, INPUT, ASK), "ap_1", true);
  const next = apply(
    answered,
    { type: "start", messageId: "msg_1" },
    { type: "tool-output-denied", toolCallId: "call_1" },
    { type: "text-start", id: "2" },
    { type: "text-delta", id: "2", delta: "Done." },
  );
  expect(next.parts).toEqual([
    tool({ state: "output-denied", approval: { id: "ap_1", approved: true } }),
    { type: "text", text: "Done.", state: "streaming" },
  ]);
});

test("the visitor's word goes to the approval it was asked for only", () => {
  const asked = apply(EMPTY, INPUT, ASK);
  expect(answerApproval(asked, "ap_2", true)).toBe(asked);
  expect(answerApproval(asked, "ap_1", false).parts).toEqual([
    tool({ state: "approval-responded", approval: { id: "ap_1", approved: false } }),
  ]);
});

test("a pending approval is void once the visitor says something else", () => {
  const dropped = dropApprovals(apply(EMPTY, INPUT, ASK));
  expect(dropped.parts).toEqual([tool({ state: "output-denied", approval: { id: "ap_1" } })]);
});

test("nothing in a settled message is under way", () => {
  const message = apply(EMPTY, { type: "text-start", id: "1" }, INPUT);
  expect(settle(message).parts).toEqual([
    { type: "text", text: "", state: "done" },
    tool({ state: "output-error" }),
  ]);
});

test("chunks that say nothing of the message leave it as it is", () => {
  const chunks: StreamChunk[] = [{ type: "start-step" }, { type: "finish-step" }, { type: "abort" }];
  expect(apply(EMPTY, ...chunks)).toBe(EMPTY);
});
