import * as z from "zod";
import { canonicalLocale } from "./locale.ts";

/** The longest message a visitor may send, in UTF-16 code units. */
export const MAX_MESSAGE_LENGTH = 4_000;

const id = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, "must be 8 to 64 letters, digits, _ or -");

const messageSchema = z.object({
  id: z.string().min(1).max(64),
  role: z.enum(["user", "assistant", "system"]),
  parts: z.array(z.looseObject({ type: z.string() })).max(500),
});

/** Body of `POST /v1/chat`, as the AI SDK's transports send it. */
export const chatRequestSchema = z
  .object({
    id,
    message: messageSchema.optional(),
    messages: z.array(messageSchema).max(1_000).optional(),
    trigger: z.enum(["submit-message", "regenerate-message"]).optional(),
    locale: z.string().max(35).optional(),
  })
  .refine((body) => body.message ?? body.messages?.length, "needs `message` or a non-empty `messages`");

/** A visitor's answer to one approval card. */
export interface ApprovalAnswer {
  approvalId: string;
  approved: boolean;
}

/** What the server reads of a chat request; everything else of it is the client's own view. */
export interface ChatRequest {
  conversationId: string;
  message?: { id: string; text: string };
  approvals: ApprovalAnswer[];
  /** The visitor's locale from now on, when the page changed it. */
  locale?: string;
}

const approvalPartSchema = z.looseObject({
  state: z.literal("approval-responded"),
  approval: z.looseObject({ id: z.string().max(64), approved: z.boolean() }),
});

/**
 * The newest visitor message, or the approval answers of the newest assistant message.
 * @throws z.ZodError
 */
export function parseChatRequest(body: unknown): ChatRequest {
  const parsed = chatRequestSchema.parse(body);
  const newest = parsed.message ?? parsed.messages?.at(-1);
  const locale = canonicalLocale(parsed.locale);
  const base = { conversationId: parsed.id, approvals: [], ...(locale ? { locale } : {}) };
  if (newest?.role === "assistant") return { ...base, approvals: newest.parts.flatMap(readApproval) };
  if (newest?.role !== "user") return base;
  const text = newest.parts
    .flatMap((part) => (typeof part["text"] === "string" ? [part["text"]] : []))
    .join("\n");
  const message = { id: id.parse(newest.id), text: textSchema.parse(text.trim()) };
  return { ...base, message };
}

const textSchema = z
  .string()
  .min(1, "must not be empty")
  .max(MAX_MESSAGE_LENGTH, "must be at most 4,000 characters");

function readApproval(part: unknown): ApprovalAnswer[] {
  const read = approvalPartSchema.safeParse(part);
  return read.success ? [{ approvalId: read.data.approval.id, approved: read.data.approval.approved }] : [];
}

/** Body of `POST /v1/chat/:id/feedback`. */
export const feedbackSchema = z.object({
  messageId: id,
  value: z.enum(["up", "down"]),
  comment: z.string().max(2_000).optional(),
});
