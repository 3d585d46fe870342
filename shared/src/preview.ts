import * as z from "zod";
import { testVisitorSchema } from "./action-test.ts";

/**
 * Body of `POST /admin/v1/sites/:site/try`: whom the owner tries the assistant as, and what stands in for what is
 * saved. The draft and the settings are judged by their own schemas; `savedFrom` lends the stored key of that action.
 */
export const previewRequestSchema = z.strictObject({
  visitor: testVisitorSchema.default({ verification: "anonymous" }),
  draft: z.unknown().optional(),
  savedFrom: z.string().max(64).optional(),
  settings: z.record(z.string(), z.unknown()).optional(),
});

/** A preview: the real widget on a page of its own, for the owner alone. */
export interface PreviewView {
  id: string;
  /** Path of the page, to be shown in a frame of the dashboard. */
  path: string;
  /** ISO 8601 UTC. */
  expiresAt: string;
}

/** What a model was asked in one step, and what it answered: words, or calls with their arguments as JSON text. */
export interface TraceStepView {
  prompt: { role: string; content: unknown }[];
  tools: { name: string; description?: string | undefined; inputSchema: unknown }[];
  parts: ({ type: "text"; text: string } | { type: "tool-call"; toolName: string; input: string })[];
}

/** The steps behind one reply, the oldest first. */
export interface TurnTraceView {
  messageId: string;
  steps: TraceStepView[];
  createdAt: string;
}

/** Answer of `GET /admin/v1/sites/:site/try/:preview`: the replies, the oldest first. */
export interface PreviewTrace {
  items: TurnTraceView[];
}
