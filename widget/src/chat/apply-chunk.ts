import type { ChatMessage, MessagePart, StreamChunk, ToolPart } from "@errand/shared/wire";

/** The message after one chunk of the AI SDK's UI message stream; the one given is left as it was. */
export function applyChunk(message: ChatMessage, chunk: StreamChunk): ChatMessage {
  switch (chunk.type) {
    case "start":
      return chunk.messageMetadata ? { ...message, metadata: chunk.messageMetadata } : message;
    case "text-start":
      return append(message, { type: "text", text: "", state: "streaming" });
    case "text-delta":
      return replaceLastText(message, (text) => ({ ...text, text: text.text + chunk.delta }));
    case "text-end":
      return replaceLastText(message, (text) => ({ ...text, state: "done" }));
    case "tool-input-start":
    case "tool-input-available":
      return putTool(message, chunk);
    case "tool-approval-request":
      return changeTool(message, chunk.toolCallId, {
        state: "approval-requested",
        approval: { id: chunk.approvalId },
      });
    case "tool-output-available":
      return changeTool(message, chunk.toolCallId, { state: "output-available", output: chunk.output });
    case "tool-output-error":
      return changeTool(message, chunk.toolCallId, { state: "output-error", errorText: chunk.errorText });
    case "tool-output-denied":
      return changeTool(message, chunk.toolCallId, { state: "output-denied" });
    case "data-card":
      return putCard(message, chunk);
    default:
      return message;
  }
}

/** The message as it stays when its turn is over: nothing in it is under way any more but what `isKept`. */
export function settle(message: ChatMessage, isKept: (tool: ToolPart) => boolean = () => false): ChatMessage {
  return mapParts(message, (part) => {
    if (part.type === "text") return { ...part, state: "done" };
    if (!isTool(part) || !isUnderWay(part) || isKept(part)) return part;
    return { ...part, state: "output-error" };
  });
}

/** The message with the visitor's word on an approval in it, and the arguments when they were changed. */
export function answerApproval(
  message: ChatMessage,
  id: string,
  approved: boolean,
  input?: unknown,
): ChatMessage {
  return mapParts(message, (part) =>
    isTool(part) && part.approval?.id === id
      ? {
          ...part,
          state: "approval-responded",
          approval: { id, approved },
          ...(input !== undefined && { input }),
        }
      : part,
  );
}

/** The message after the visitor said something else: an approval that was pending is void. */
export function dropApprovals(message: ChatMessage): ChatMessage {
  return mapParts(message, (part) =>
    isTool(part) && part.state === "approval-requested" ? { ...part, state: "output-denied" } : part,
  );
}

/** Whether an action runs at this moment. */
export function isUnderWay({ state, approval }: ToolPart): boolean {
  return state.startsWith("input-") || (state === "approval-responded" && approval?.approved === true);
}

/** Whether a part is a run. */
export const isTool = (part: MessagePart): part is ToolPart => part.type === "dynamic-tool";

/** The runs of a message. */
export function toolsOf(message: ChatMessage): ToolPart[] {
  return message.parts.filter(isTool);
}

/** The words of a message, without its actions. */
export function textOf(message: ChatMessage): string {
  return message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}

const append = (message: ChatMessage, part: MessagePart): ChatMessage => ({
  ...message,
  parts: [...message.parts, part],
});

/** The same message when no part changes, so that nothing is drawn again. */
function mapParts(message: ChatMessage, change: (part: MessagePart) => MessagePart): ChatMessage {
  const parts = message.parts.map(change);
  return parts.every((part, i) => part === message.parts[i]) ? message : { ...message, parts };
}

type TextPart = Extract<MessagePart, { text: string }>;

function replaceLastText(message: ChatMessage, change: (text: TextPart) => TextPart): ChatMessage {
  const last = message.parts.findLast((part) => part.type === "text");
  return mapParts(message, (part) => (part === last ? change(part) : part));
}

const changeTool = (message: ChatMessage, toolCallId: string, change: Partial<ToolPart>) =>
  mapParts(message, (part) =>
    isTool(part) && part.toolCallId === toolCallId ? { ...part, ...change } : part,
  );

type ToolInputChunk = Extract<StreamChunk, { title: string }>;

function putTool(message: ChatMessage, chunk: ToolInputChunk): ChatMessage {
  const { toolCallId, toolName, title, toolMetadata } = chunk;
  const known = { type: "dynamic-tool", toolCallId, toolName, title, toolMetadata } as const;
  const tool: ToolPart =
    "input" in chunk
      ? { ...known, state: "input-available", input: chunk.input }
      : { ...known, state: "input-streaming" };
  return toolsOf(message).some((part) => part.toolCallId === toolCallId)
    ? changeTool(message, toolCallId, tool)
    : append(message, tool);
}

/** A card that comes again, under its id, takes the place of what it was. */
function putCard(message: ChatMessage, card: Extract<MessagePart, { type: "data-card" }>): ChatMessage {
  const isIt = (part: MessagePart) => part.type === "data-card" && part.id === card.id;
  return message.parts.some(isIt)
    ? mapParts(message, (part) => (isIt(part) ? card : part))
    : append(message, card);
}
