import * as z from "zod";
import { canonicalLocale } from "./locale.ts";
import { pageToolsSchema } from "./page-tools.ts";
import { isTimeZone } from "./text.ts";
import type { PageTool } from "./wire.ts";

/** The longest message a visitor may send, in UTF-16 code units. */
export const MAX_MESSAGE_LENGTH = 4_000;

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "must be 1 to 64 letters, digits, _ or -");

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
    timeZone: z.string().max(64).optional(),
    tools: pageToolsSchema.default([]),
  })
  .refine((body) => body.message ?? body.messages?.length, "needs `message` or a non-empty `messages`");

/** A visitor's answer to one approval card. */
export interface ApprovalAnswer {
  approvalId: string;
  approved: boolean;
  /** All arguments as the visitor changed them on the card; absent when they stay as shown. */
  input?: Record<string, unknown>;
}

/** What the page answers to a call that it ran itself. */
export interface PageResult {
  toolCallId: string;
  /** Any JSON value, when the call went well. */
  output?: unknown;
  errorText?: string;
}

/** What the server reads of a chat request; everything else of it is the client's own view. */
export interface ChatRequest {
  conversationId: string;
  message?: { id: string; text: string };
  approvals: ApprovalAnswer[];
  results: PageResult[];
  /** What the page offers the model for this turn. */
  tools: PageTool[];
  /** The visitor's locale from now on, when the page changed it. */
  locale?: string;
  /** IANA name of the zone that the visitor's clock is in. */
  timeZone?: string;
}

const approvalPartSchema = z.looseObject({
  state: z.literal("approval-responded"),
  approval: z.looseObject({ id: z.string().max(64), approved: z.boolean() }),
  input: z.record(z.string(), z.unknown()).optional(),
});

const resultPartSchema = z.discriminatedUnion("state", [
  z.looseObject({
    state: z.literal("output-available"),
    toolCallId: z.string().max(64),
    output: z.json().default(null),
  }),
  z.looseObject({
    state: z.literal("output-error"),
    toolCallId: z.string().max(64),
    errorText: z.string().max(2_000),
  }),
]);

/**
 * The newest visitor message, or the approval answers of the newest assistant message.
 * @throws z.ZodError
 */
export function parseChatRequest(body: unknown): ChatRequest {
  const parsed = chatRequestSchema.parse(body);
  const newest = parsed.message ?? parsed.messages?.at(-1);
  const locale = canonicalLocale(parsed.locale);
  const { id: conversationId, tools, timeZone = "" } = parsed;
  const here = { ...(locale ? { locale } : {}), ...(isTimeZone(timeZone) ? { timeZone } : {}) };
  const base = { conversationId, tools, approvals: [], results: [], ...here };
  if (newest?.role === "assistant") {
    const { parts } = newest;
    return { ...base, approvals: parts.flatMap(readApproval), results: parts.flatMap(readResult) };
  }
  if (newest?.role !== "user") return base;
  const place = parsed.message ? ["message"] : ["messages", (parsed.messages?.length ?? 0) - 1];
  return { ...base, message: readMessage(newest, place) };
}

const textSchema = z
  .string()
  .min(1, "must hold a text that is not empty")
  .max(MAX_MESSAGE_LENGTH, "must be at most 4,000 characters");

/** Made once: to make a schema costs many times what it takes to use it. */
const saidSchema = z.object({ id, parts: textSchema });

function readMessage(
  message: z.output<typeof messageSchema>,
  place: PropertyKey[],
): { id: string; text: string } {
  const parts = message.parts
    .flatMap((part) => (typeof part["text"] === "string" ? [part["text"]] : []))
    .join("\n")
    .trim();
  const read = saidSchema.safeParse({ id: message.id, parts });
  if (read.success) return { id: read.data.id, text: read.data.parts };
  throw new z.ZodError(read.error.issues.map((issue) => ({ ...issue, path: [...place, ...issue.path] })));
}

function readApproval(part: unknown): ApprovalAnswer[] {
  const read = approvalPartSchema.safeParse(part);
  if (!read.success) return [];
  const { approval, input } = read.data;
  return [{ approvalId: approval.id, approved: approval.approved, ...(input ? { input } : {}) }];
}

/** Of all calls that a client repeats here, only those are heard whose page has not answered yet. */
function readResult(part: unknown): PageResult[] {
  const read = resultPartSchema.safeParse(part);
  if (!read.success) return [];
  const { toolCallId } = read.data;
  if (read.data.state === "output-error") return [{ toolCallId, errorText: read.data.errorText }];
  return [{ toolCallId, output: read.data.output }];
}

/** Body of `POST /v1/chat/:id/feedback`. */
export const feedbackSchema = z.object({
  messageId: id,
  value: z.enum(["up", "down"]),
  comment: z.string().max(2_000).optional(),
});
