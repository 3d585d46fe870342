import * as z from "zod";
import type { OutcomeCode, RunStatus } from "./outcome.ts";
import type { Card } from "./wire.ts";

const profile = { user_email: z.string().max(320).optional(), user_name: z.string().max(200).optional() };

/** The visitor that a test runs as. `claims` belong to `jwt` alone; its e-mail and name are claims as well. */
export const testVisitorSchema = z.discriminatedUnion("verification", [
  z.strictObject({ verification: z.literal("anonymous"), locale: z.string().max(35).optional() }),
  z.strictObject({
    verification: z.literal("user_hash"),
    user_id: z.string().min(1).max(255),
    ...profile,
    locale: z.string().max(35).optional(),
  }),
  z.strictObject({
    verification: z.literal("jwt"),
    user_id: z.string().min(1).max(255),
    ...profile,
    claims: z.record(z.string(), z.json()).default({}),
    locale: z.string().max(35).optional(),
  }),
]);

/** Body of `POST /admin/v1/sites/:site/actions/test`; the action itself is judged by its own schema. */
export const actionTestSchema = z.strictObject({
  action: z.unknown(),
  arguments: z.record(z.string(), z.unknown()).default({}),
  visitor: testVisitorSchema.default({ verification: "anonymous" }),
  dryRun: z.boolean().default(false),
  savedFrom: z.string().max(64).optional(),
});

export type TestVisitor = z.output<typeof testVisitorSchema>;

/** A request as it was sent, the credential masked. */
export interface RequestView {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

/** An endpoint's answer, bounded; `body` is text with secrets redacted. */
export interface ResponseView {
  status: number;
  headers: Record<string, string>;
  body: string;
  truncated: boolean;
}

/** Answer of a test: what was sent, what came back, and how the run ended. */
export interface ActionTestResult {
  /** Absent when the call was refused before a request could be rendered. */
  request?: RequestView;
  response?: ResponseView;
  /** The card that a visitor would see. */
  card?: Card;
  /** `ok` for a dry run whose request could be rendered. */
  outcome: OutcomeCode;
  /** Why it ended so and what would be right, when it is not `ok`. */
  message?: string;
  durationMs: number;
}

/** One row of the ledger. Times are ISO 8601 UTC. */
export interface RunView {
  id: string;
  actionId: string;
  identifier: string;
  conversationId: string | null;
  status: RunStatus;
  outcome: OutcomeCode | null;
  httpStatus: number | null;
  durationMs: number | null;
  startedAt: string;
  finishedAt: string | null;
  request: RequestView | null;
  response: ResponseView | null;
}
