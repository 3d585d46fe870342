import type { CardItem, ChatMessage, MessagePart, StreamChunk, ToolPart } from "@errand/shared/wire";
import type { Texts } from "./texts.ts";

const MINUTE_MS = 60_000;
let count = 0;

/** A message that was written so many minutes ago. */
export function said(
  role: ChatMessage["role"],
  minutesAgo: number,
  ...parts: (string | MessagePart)[]
): ChatMessage {
  count++;
  return {
    id: `msg_gallery${count}`,
    role,
    parts: parts.map((part) =>
      typeof part === "string" ? { type: "text", text: part, state: "done" } : part,
    ),
    metadata: { createdAt: new Date(Date.now() - minutesAgo * MINUTE_MS).toISOString() },
  };
}

/** A run in some state. */
export function run(
  texts: Texts,
  part: Partial<ToolPart>,
  metadata: Partial<ToolPart["toolMetadata"]> = {},
): ToolPart {
  count++;
  return {
    type: "dynamic-tool",
    toolCallId: `call_gallery${count}`,
    toolName: "look_up_order",
    title: texts.progress,
    toolMetadata: { name: texts.lookUp, labels: { number: texts.orderNumber }, changes: false, ...metadata },
    state: "output-available",
    input: { number: "ORD-1001" },
    ...(part.state === undefined && { output: { state: "succeeded", durationMs: 840 } }),
    ...part,
  };
}

/** A run that waits for the visitor's word. */
export const question = (texts: Texts): ToolPart =>
  run(
    texts,
    {
      state: "approval-requested",
      toolName: "cancel_order",
      approval: { id: "ap_gallery1" },
      input: {
        number: "ORD-1002",
        reason: texts.reasonText,
        gift: false,
        notify: ["aysel@example.com", "+358 40 123 4567"],
      },
    },
    {
      name: texts.cancelOrder,
      changes: true,
      labels: { number: texts.orderNumber, reason: texts.reason, gift: texts.gift, notify: texts.notify },
      editable: [
        { name: "reason", type: "text", required: true, isArray: false },
        { name: "gift", type: "boolean", required: true, isArray: false },
        { name: "notify", type: "email", required: false, isArray: true },
      ],
      approvalExpiresAt: new Date(Date.now() + 10 * MINUTE_MS).toISOString(),
    },
  );

/** Things of the shop. */
export const items = (texts: Texts): CardItem[] =>
  texts.products.map((title, i) => ({
    title,
    subtitle: texts.stock,
    image: { url: `https://img.example/${i}.svg`, alt: title },
    fields: [
      { label: texts.price, value: `${59 + i * 30},00 €` },
      { label: texts.size, value: "M" },
    ],
    ...(i !== 1 && { link: { url: `https://shop.example.com/p/${i}`, label: texts.see } }),
  }));

/** The chunks of a reply that has begun to say something, and goes on. */
export const begun = (text: string): StreamChunk[] => [
  { type: "start", messageId: "msg_running1" },
  { type: "text-start", id: "1" },
  { type: "text-delta", id: "1", delta: text },
];

/** The chunks of a run that has begun. */
export function running(texts: Texts): StreamChunk[] {
  const { toolCallId, toolName, title = "", toolMetadata, input } = run(texts, {});
  if (!toolMetadata) throw new TypeError("A run of the gallery has its metadata.");
  return [
    { type: "start", messageId: "msg_running1" },
    { type: "tool-input-available", toolCallId, toolName, title, input, dynamic: true, toolMetadata },
  ];
}
