import type { ModelOutcome } from "@errand/shared/outcome";
import type { Card, StreamChunk, ToolMetadata } from "@errand/shared/wire";
import type { LiveTurn } from "./live-turns.ts";
import { isToolPart, type StoredMessage, type StoredToolPart } from "./message.ts";

/** A call as the visitor sees it begin. */
export interface ShownCall {
  toolCallId: string;
  toolName: string;
  title: string;
  input: Record<string, unknown>;
  toolMetadata: ToolMetadata;
  digest: string;
  actionUpdatedAt: string;
  pageUntil?: string;
}

type FinishReason = Extract<StreamChunk, { type: "finish" }>["finishReason"];

/** Writes a reply to its readers and into its message at once, so that what is stored is what was said. */
export interface TurnWriter {
  readonly message: StoredMessage;
  startStep(): void;
  text(delta: string): void;
  endStep(): void;
  showCall(call: ShownCall): void;
  /** Keeps a call that never ran for the model alone. */
  hideCall(call: { toolCallId: string; toolName: string; input: unknown; told: ModelOutcome }): void;
  askApproval(toolCallId: string, approval: { id: string; expiresAt: string }): void;
  /** Takes what was approved, and shows it when it is not what was asked. */
  approve(toolCallId: string, word: { arguments: Record<string, unknown>; digest: string }): void;
  deny(toolCallId: string, told: ModelOutcome): void;
  succeed(toolCallId: string, durationMs: number, told: ModelOutcome): void;
  /** Draws a run's answer as the owner mapped it. */
  showCard(toolCallId: string, card: Card): void;
  fail(toolCallId: string, errorText: string, told: ModelOutcome): void;
  finish(reason: FinishReason): void;
  error(errorText: string): void;
  abort(): void;
}

export function createTurnWriter(live: Pick<LiveTurn, "write">, message: StoredMessage): TurnWriter {
  let openText: { id: string; part: { type: "text"; text: string } } | undefined;
  const part = (toolCallId: string): StoredToolPart => findCall(message, toolCallId);
  const closeText = (): void => {
    if (openText) live.write({ type: "text-end", id: openText.id });
    openText = undefined;
  };
  const showInput = ({ toolCallId, toolName, title = "", input, toolMetadata }: StoredToolPart): void => {
    if (!toolMetadata) return;
    const shown = { toolCallId, toolName, title, input, toolMetadata };
    live.write({ type: "tool-input-available", dynamic: true, ...shown });
  };
  const settle = (toolCallId: string, change: Partial<StoredToolPart>, chunk: StreamChunk): void => {
    Object.assign(part(toolCallId), change);
    live.write(chunk);
  };
  return {
    message,
    startStep() {
      message.parts.push({ type: "step-start" });
      live.write({ type: "start-step" });
    },
    text(delta) {
      if (delta === "") return;
      if (!openText) {
        openText = { id: `txt_${message.parts.length}`, part: { type: "text", text: "" } };
        message.parts.push(openText.part);
        live.write({ type: "text-start", id: openText.id });
      }
      openText.part.text += delta;
      live.write({ type: "text-delta", id: openText.id, delta });
    },
    endStep() {
      closeText();
      live.write({ type: "finish-step" });
    },
    showCall({ digest, actionUpdatedAt, pageUntil, ...call }) {
      closeText();
      const { input, ...start } = call;
      const kept = { digest, actionUpdatedAt, ...(pageUntil ? { pageUntil } : {}), ...call };
      message.parts.push({ type: "dynamic-tool", state: "input-available", ...kept });
      live.write({ type: "tool-input-start", dynamic: true, ...start });
      live.write({ type: "tool-input-available", dynamic: true, ...call, input });
    },
    hideCall: (call) => {
      closeText();
      message.parts.push({ type: "dynamic-tool", state: "output-error", hidden: true, ...call });
    },
    askApproval(toolCallId, { id, expiresAt }) {
      const asked = part(toolCallId);
      if (asked.toolMetadata) asked.toolMetadata.approvalExpiresAt = expiresAt;
      showInput(asked);
      const change: Partial<StoredToolPart> = { state: "approval-requested", approval: { id } };
      settle(toolCallId, change, { type: "tool-approval-request", toolCallId, approvalId: id });
    },
    approve(toolCallId, word) {
      const asked = part(toolCallId);
      if (asked.approval) asked.approval.approved = true;
      asked.state = "approval-responded";
      if (asked.digest === word.digest) return;
      Object.assign(asked, { input: word.arguments, digest: word.digest });
      showInput(asked);
    },
    deny(toolCallId, told) {
      closeText();
      const asked = part(toolCallId);
      if (asked.approval) asked.approval.approved = false;
      settle(toolCallId, { state: "output-denied", told }, { type: "tool-output-denied", toolCallId });
    },
    showCard(toolCallId, data) {
      const drawn = { type: "data-card", id: `card_${toolCallId}`, data } as const;
      message.parts.push(drawn);
      live.write(drawn);
    },
    succeed(toolCallId, durationMs, told) {
      const output = { state: "succeeded", durationMs } as const;
      const change: Partial<StoredToolPart> = { state: "output-available", output, told };
      settle(toolCallId, change, { type: "tool-output-available", toolCallId, output, dynamic: true });
    },
    fail(toolCallId, errorText, told) {
      const change: Partial<StoredToolPart> = { state: "output-error", errorText, told };
      settle(toolCallId, change, { type: "tool-output-error", toolCallId, errorText, dynamic: true });
    },
    finish: (finishReason) => live.write({ type: "finish", finishReason }),
    error: (errorText) => {
      closeText();
      live.write({ type: "error", errorText });
    },
    abort: () => {
      closeText();
      live.write({ type: "abort" });
    },
  };
}

function findCall(message: StoredMessage, toolCallId: string): StoredToolPart {
  const found = message.parts.find((part) => isToolPart(part) && part.toolCallId === toolCallId);
  if (found && isToolPart(found)) return found;
  throw new TypeError(`The reply ${message.id} has no call ${toolCallId}`);
}
