import { actionSchema } from "@errand/shared/action";
import type {
  ConversationItem,
  ConversationVisitor,
  ErasureReceipt,
  VisitorItem,
} from "@errand/shared/conversation-view";
import { evalCaseSchema } from "@errand/shared/eval";
import { ROLES } from "@errand/shared/roles";
import type { RunStats } from "@errand/shared/run-stats";
import { CONFIG_FORMAT, siteConfigSchema, type ConfigResult } from "@errand/shared/site-config";
import { siteSettingsSchema } from "@errand/shared/site";
import type { AuditEntry, InvitedMember, Me, MemberView } from "@errand/shared/team";
import type { ChatListItem, SessionResponse } from "@errand/shared/wire";
import * as z from "zod";
import { count, dated, named, time, verification } from "./answer-parts.ts";
import { approval, feedback, ownerAnswers, run } from "./owner-answers.ts";

const member = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  createdAt: time,
  signedInAt: time.nullable(),
  invitedUntil: time.nullable(),
}) satisfies z.ZodType<MemberView>;

const visitor = z.object({
  verification: verification.nullable(),
  ...named,
  proved: z.array(z.string()),
  declared: z.array(z.string()),
  at: time.nullable(),
}) satisfies z.ZodType<ConversationVisitor>;

const measures = {
  runs: count,
  succeeded: count,
  failed: count,
  unknown: count,
  p50Ms: count.nullable(),
  p95Ms: count.nullable(),
};

const message = z.object({
  id: z.string(),
  role: z.enum(["user", "assistant"]),
  parts: z.array(z.looseObject({ type: z.string() })),
  metadata: z.looseObject({ createdAt: time.optional() }).optional(),
});

const transcript = z.object({
  ...dated,
  handedOverAt: time.nullable(),
  visitor,
  messages: z.array(
    message.extend({ usage: z.object({ inputTokens: count, outputTokens: count }).exactOptional() }),
  ),
  runs: z.array(run.extend({ messageId: z.string().nullable(), callId: z.string().nullable() })),
  approvals: z.array(approval),
  feedback: z.array(feedback),
});

/** What routes answer, by name. */
export const answers = {
  ...ownerAnswers,
  Session: z.object({
    session: z.string(),
    expiresAt: time,
    locale: z.string(),
    visitor: z.object({ verification, ...named }),
    conversation: z.string().exactOptional(),
  }) satisfies z.ZodType<SessionResponse>,
  Message: message,
  Conversation: z.object({ id: z.string(), messages: z.array(message), handedOverAt: time.nullable() }),
  ConversationHead: z.object({ ...dated, title: z.string() }) satisfies z.ZodType<ChatListItem>,
  Me: z.object({
    name: z.string(),
    role: z.enum(ROLES),
    csrfToken: z.string().exactOptional(),
    mustChangePassword: z.literal(true).exactOptional(),
  }) satisfies z.ZodType<Me>,
  Member: member,
  InvitedMember: member.extend({ password: z.string() }) satisfies z.ZodType<InvitedMember>,
  AuditEntry: z.object({
    id: z.string(),
    at: time,
    actor: z.string(),
    method: z.string(),
    route: z.string(),
    site: z.string().nullable(),
    thing: z.string().nullable(),
    label: z.string().nullable(),
    fields: z.array(z.string()),
  }) satisfies z.ZodType<AuditEntry>,
  Site: siteSettingsSchema.extend(dated),
  SiteConfig: z.object({
    format: z.literal(CONFIG_FORMAT),
    settings: siteSettingsSchema,
    model: siteConfigSchema.shape.model.unwrap(),
    actions: z.array(actionSchema),
    evals: z.array(evalCaseSchema),
  }),
  ConfigResult: z.object({
    applied: z.boolean(),
    diff: z.object({
      settings: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
      losesModelKey: z.boolean(),
      actions: z.object({
        added: z.array(z.string()),
        removed: z.array(z.string()),
        changed: z.array(
          z.object({ identifier: z.string(), fields: z.array(z.string()), losesCredential: z.boolean() }),
        ),
      }),
      evals: z.object({ added: count, removed: count }),
    }),
  }) satisfies z.ZodType<ConfigResult>,
  Action: z.intersection(actionSchema, z.looseObject(dated)),
  Run: run,
  RunStats: z.object({
    from: time,
    to: time,
    bucket: z.enum(["hour", "day"]),
    buckets: z.array(z.object({ start: time, ...measures })),
    total: z.object(measures),
    actions: z.array(
      z.object({
        actionId: z.string(),
        identifier: z.string(),
        runs: count,
        succeeded: count,
        failed: count,
        unknown: count,
        lastAt: time,
      }),
    ),
  }) satisfies z.ZodType<RunStats>,
  ConversationItem: z.object({
    ...dated,
    visitor,
    title: z.string(),
    excerpt: z.string().exactOptional(),
    messages: count,
    runs: z.partialRecord(z.enum(["started", "succeeded", "failed", "unknown"]), count),
    feedback: z.object({ up: count, down: count }),
    handedOverAt: time.nullable(),
  }) satisfies z.ZodType<ConversationItem>,
  Transcript: transcript,
  Visitor: z.object({
    user_id: z.string(),
    conversations: count,
    lastSeenAt: time,
  }) satisfies z.ZodType<VisitorItem>,
  VisitorExport: z.object({
    site: z.string(),
    user_id: z.string(),
    exportedAt: time,
    sessions: z.array(
      z.object({
        createdAt: time,
        lastSeenAt: time,
        expiresAt: time,
        locale: z.string(),
        origin: z.string(),
        visitor: z.unknown(),
      }),
    ),
    conversations: z.array(transcript),
  }),
  ErasureReceipt: z.object({
    erasedAt: time,
    conversations: count,
    messages: count,
    approvals: count,
    feedback: count,
    runs: count,
    sessions: count,
  }) satisfies z.ZodType<ErasureReceipt>,
};
