import { actionSchema } from "@errand/shared/action";
import type { ActionTestResult, RequestView, ResponseView, RunView } from "@errand/shared/action-test";
import { CHECKLIST_STEPS, type ChecklistView } from "@errand/shared/checklist";
import type { ApprovalView, FeedbackView } from "@errand/shared/conversation-view";
import { EVAL_FAULTS, evalCaseSchema, type EvalReport, type EvalView } from "@errand/shared/eval";
import { IDENTITY_RULES, type IdentityCheckResult } from "@errand/shared/identity-check";
import {
  KEY_ALGORITHMS,
  KEY_SOURCES,
  SECRET_KINDS,
  type IdentityKeyView,
  type IdentitySecretView,
} from "@errand/shared/identity-keys";
import { OUTCOME_CODES } from "@errand/shared/outcome";
import type { PreviewTrace, PreviewView } from "@errand/shared/preview";
import type { WebhookSecretView } from "@errand/shared/site";
import type { ModelTestResult, SiteModelView } from "@errand/shared/site-model";
import * as z from "zod";
import { count, dated, named, time, verification } from "./answer-parts.ts";

const headers = z.record(z.string(), z.string());
const outcome = z.enum(OUTCOME_CODES);

const request = z.object({
  method: z.string(),
  url: z.string(),
  headers,
  body: z.string().nullable(),
}) satisfies z.ZodType<RequestView>;

const response = z.object({
  status: z.int(),
  headers,
  body: z.string(),
  truncated: z.boolean(),
}) satisfies z.ZodType<ResponseView>;

export const run = z.object({
  id: z.string(),
  actionId: z.string(),
  identifier: z.string(),
  conversationId: z.string().nullable(),
  status: z.enum(["started", "succeeded", "failed", "unknown"]),
  outcome: outcome.nullable(),
  httpStatus: z.int().nullable(),
  durationMs: count.nullable(),
  startedAt: time,
  finishedAt: time.nullable(),
  request: request.nullable(),
  response: response.nullable(),
}) satisfies z.ZodType<RunView>;

export const approval = z.object({
  id: z.string(),
  messageId: z.string(),
  callId: z.string(),
  actionId: z.string(),
  arguments: z.unknown(),
  state: z.string(),
  createdAt: time,
  expiresAt: time,
}) satisfies z.ZodType<ApprovalView>;

export const feedback = z.object({
  messageId: z.string(),
  value: z.enum(["up", "down"]),
  comment: z.string().nullable(),
  createdAt: time,
}) satisfies z.ZodType<FeedbackView>;

const listedKey = {
  id: z.string(),
  label: z.string(),
  createdAt: time,
  lastUsedAt: time.nullable(),
  endsAt: time.nullable(),
};
const pairs = z.array(z.object({ name: z.string(), value: z.string() }));
const call = z.object({ action: z.string(), arguments: z.unknown() });
const evalCase = evalCaseSchema.extend(dated) satisfies z.ZodType<EvalView>;

const webhookSecret = z.object({
  id: z.string(),
  createdAt: time,
  hint: z.string(),
}) satisfies z.ZodType<WebhookSecretView>;

/** What routes of the owner API answer of keys, models, tests, previews and evals. */
export const ownerAnswers = {
  Snippet: z.object({ html: z.string() }),
  Checklist: z.object({
    items: z.array(
      z.object({
        step: z.enum(CHECKLIST_STEPS),
        isDone: z.boolean(),
        firstAt: time.nullable(),
        lastAt: time.nullable(),
        detail: z.string().nullable(),
      }),
    ),
  }) satisfies z.ZodType<ChecklistView>,
  SiteModel: z.object({
    spec: z.string().nullable(),
    baseUrl: z.string().nullable(),
    apiKey: z.object({ set: z.boolean(), hint: z.string().exactOptional() }),
    fallback: z.string().nullable(),
    dailyTokenBudget: count.nullable(),
    usage: z.object({ today: z.object({ inputTokens: count, outputTokens: count }) }),
  }) satisfies z.ZodType<SiteModelView>,
  ModelTest: z.object({
    ok: z.boolean(),
    durationMs: count,
    message: z.string(),
  }) satisfies z.ZodType<ModelTestResult>,
  IdentitySecret: z.object({
    ...listedKey,
    kind: z.enum(SECRET_KINDS),
  }) satisfies z.ZodType<IdentitySecretView>,
  NewIdentitySecret: z.object({ id: z.string(), kind: z.enum(SECRET_KINDS), secret: z.string() }),
  IdentityKey: z.object({
    ...listedKey,
    source: z.enum(KEY_SOURCES),
    algorithm: z.enum(KEY_ALGORITHMS),
    kid: z.string().nullable(),
    value: z.union([z.string(), z.record(z.string(), z.unknown())]),
  }) satisfies z.ZodType<IdentityKeyView>,
  IdentityCheck: z.object({
    valid: z.boolean(),
    code: z.string().exactOptional(),
    message: z.string().exactOptional(),
    checks: z.array(
      z.object({ rule: z.enum(IDENTITY_RULES), ok: z.boolean().nullable(), detail: z.string() }),
    ),
    visitor: z.object({ verification, ...named }).exactOptional(),
    claims: z.record(z.string(), z.unknown()).exactOptional(),
    receives: z.object({ headers: pairs, body: pairs }).exactOptional(),
  }) satisfies z.ZodType<Omit<IdentityCheckResult, "code">>,
  WebhookSecret: webhookSecret,
  NewWebhookSecret: webhookSecret.extend({ secret: z.string() }),
  ActionTest: z.object({
    request: request.exactOptional(),
    response: response.exactOptional(),
    card: z
      .object({
        layout: z.enum(["card", "list"]),
        items: z.array(
          z.object({
            title: z.string(),
            subtitle: z.string().exactOptional(),
            image: z.object({ url: z.string(), alt: z.string() }).exactOptional(),
            fields: z.array(z.object({ label: z.string(), value: z.string() })),
            link: z.object({ url: z.string(), label: z.string() }).exactOptional(),
          }),
        ),
      })
      .exactOptional(),
    outcome,
    message: z.string().exactOptional(),
    durationMs: count,
  }) satisfies z.ZodType<ActionTestResult>,
  ActionImport: z.object({
    items: z.array(z.object({ action: actionSchema, notes: z.array(z.string()), source: z.string() })),
    skipped: z.array(z.object({ source: z.string(), reason: z.string() })),
  }),
  Preview: z.object({
    id: z.string(),
    path: z.string(),
    expiresAt: time,
  }) satisfies z.ZodType<PreviewView>,
  PreviewTrace: z.object({
    items: z.array(
      z.object({
        messageId: z.string(),
        createdAt: time,
        steps: z.array(
          z.object({
            prompt: z.array(z.object({ role: z.string(), content: z.unknown() })),
            tools: z.array(
              z.object({
                name: z.string(),
                description: z.string().optional(),
                inputSchema: z.unknown(),
              }),
            ),
            parts: z.array(
              z.discriminatedUnion("type", [
                z.object({ type: z.literal("text"), text: z.string() }),
                z.object({ type: z.literal("tool-call"), toolName: z.string(), input: z.string() }),
              ]),
            ),
          }),
        ),
      }),
    ),
  }) satisfies z.ZodType<PreviewTrace>,
  Eval: evalCase,
  EvalList: z.object({ items: z.array(evalCase) }),
  EvalSuite: z.object({ cases: z.array(evalCaseSchema) }),
  EvalReport: z.object({
    results: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        passed: z.boolean(),
        chosen: z.string().nullable(),
        arguments: z.unknown(),
        also: z.array(call),
        asked: z.string().nullable(),
        reply: z.string(),
        expected: evalCaseSchema.shape.expected,
        faults: z.array(
          z.object({
            kind: z.enum(EVAL_FAULTS),
            action: z.string().exactOptional(),
            was: z.string().nullable(),
            wanted: z.string().nullable(),
            message: z.string(),
          }),
        ),
        durationMs: count,
      }),
    ),
    passed: count,
    failed: count,
  }) satisfies z.ZodType<EvalReport>,
  HandBack: z.object({ id: z.string(), handedOverAt: z.null() }),
};
