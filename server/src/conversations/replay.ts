import type { StreamChunk } from "@errand/shared/wire";
import { isToolPart, metadataOf, type StoredMessage, type StoredToolPart } from "./message.ts";

/** The chunks that tell a stored reply again, from `start` on; `finish` only when it is complete. */
export function toChunks(message: StoredMessage): StreamChunk[] {
  const chunks: StreamChunk[] = [
    { type: "start", messageId: message.id, messageMetadata: metadataOf(message) },
  ];
  let isInStep = false;
  const endStep = (): void => {
    if (isInStep) chunks.push({ type: "finish-step" });
    isInStep = false;
  };
  message.parts.forEach((part, index) => {
    if (part.type === "step-start") {
      endStep();
      isInStep = true;
      chunks.push({ type: "start-step" });
    } else if (isToolPart(part)) chunks.push(...callChunks(part));
    else if (part.type === "text") chunks.push(...textChunks(`txt_${index}`, part.text));
    else if (part.type === "data-card") chunks.push(part);
  });
  endStep();
  if (message.status === "complete") chunks.push({ type: "finish", finishReason: "stop" });
  return chunks;
}

function textChunks(id: string, text: string): StreamChunk[] {
  return [
    { type: "text-start", id },
    { type: "text-delta", id, delta: text },
    { type: "text-end", id },
  ];
}

function callChunks(part: StoredToolPart): StreamChunk[] {
  if (part.hidden || !part.toolMetadata) return [];
  const { toolCallId, toolName, title = "", toolMetadata } = part;
  const start = { toolCallId, toolName, title, toolMetadata, dynamic: true } as const;
  return [
    { type: "tool-input-start", ...start },
    { type: "tool-input-available", ...start, input: part.input },
    ...outcomeChunks(part),
  ];
}

/** How a call stands: what was asked, and how it ended. */
export function outcomeChunks(
  part: Omit<StoredToolPart, "approval"> & { approval?: StoredToolPart["approval"] | undefined },
): StreamChunk[] {
  const { toolCallId, approval, output, errorText = "" } = part;
  const asked: StreamChunk[] = approval
    ? [{ type: "tool-approval-request", toolCallId, approvalId: approval.id }]
    : [];
  if (part.state === "output-denied") return [...asked, { type: "tool-output-denied", toolCallId }];
  if (part.state === "output-error") {
    return [...asked, { type: "tool-output-error", toolCallId, errorText, dynamic: true }];
  }
  if (part.state === "output-available" && output) {
    return [...asked, { type: "tool-output-available", toolCallId, output, dynamic: true }];
  }
  return asked;
}
