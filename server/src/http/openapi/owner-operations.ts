import { actionSchema } from "@errand/shared/action";
import { actionImportSchema } from "@errand/shared/action-import";
import { actionTestSchema } from "@errand/shared/action-test";
import { evalCaseSchema, evalRunSchema, evalSuiteSchema } from "@errand/shared/eval";
import {
  identityChangeSchema,
  identityKeyRequestSchema,
  identitySecretRequestSchema,
} from "@errand/shared/identity-keys";
import { previewRequestSchema } from "@errand/shared/preview";
import { siteModelSchema } from "@errand/shared/site-model";
import { sitePatchSchema, siteSettingsSchema } from "@errand/shared/site";
import { siteConfigSchema } from "@errand/shared/site-config";
import {
  loginSchema,
  memberPatchSchema,
  memberRequestSchema,
  passwordChangeSchema,
} from "@errand/shared/team";
import { auditQuery } from "../admin/audit-routes.ts";
import { configQuery } from "../admin/config-routes.ts";
import { conversationQuery } from "../admin/conversation-routes.ts";
import { answerSchema } from "../admin/hand-over-routes.ts";
import { runQuery, statsQuery } from "../admin/run-routes.ts";
import { visitorQuery } from "../admin/visitor-routes.ts";
import type { Operation, Operations } from "./operation.ts";

const under = (tag: string, operations: Record<string, Omit<Operation, "tag">>): Operations =>
  Object.fromEntries(Object.entries(operations).map(([route, operation]) => [route, { tag, ...operation }]));

const account = under("Account", {
  "POST /login": {
    summary: "Sign in; sets the session's cookie",
    body: loginSchema,
    answer: "Me",
    isOpen: true,
  },
  "GET /me": { summary: "Tell who is signed in", answer: "Me" },
  "POST /me/password": { summary: "Change the own password", body: passwordChangeSchema, answer: "Me" },
  "POST /logout": { summary: "Sign out", status: 204 },
});

const team = under("Team", {
  "GET /team": { summary: "List the accounts", answer: "Member", many: "list" },
  "POST /team": {
    summary: "Invite somebody; the one-time password is shown once",
    body: memberRequestSchema,
    answer: "InvitedMember",
    status: 201,
  },
  "PATCH /team/:member": {
    summary: "Change a role, or make another one-time password",
    body: memberPatchSchema,
    answer: "Member",
  },
  "DELETE /team/:member": { summary: "Remove an account", status: 204 },
  "GET /audit": { summary: "Read the log of changes", query: auditQuery, answer: "AuditEntry", many: "page" },
});

const sites = under("Sites", {
  "GET /sites": { summary: "List the sites", answer: "Site", many: "list" },
  "POST /sites": {
    summary: "Make a site",
    body: siteSettingsSchema,
    answer: "Site",
    status: 201,
    isVersioned: true,
  },
  "GET /sites/:site": { summary: "Read a site", answer: "Site", isVersioned: true },
  "PATCH /sites/:site": {
    summary: "Change settings of a site",
    body: sitePatchSchema,
    answer: "Site",
    isVersioned: true,
  },
  "DELETE /sites/:site": { summary: "Delete a site with everything of it", status: 204, isVersioned: true },
  "GET /sites/:site/snippet": { summary: "Read the script tag", answer: "Snippet" },
  "GET /sites/:site/checklist": { summary: "Read what is set up already", answer: "Checklist" },
  "GET /sites/:site/config": { summary: "Read the whole site as one document", answer: "SiteConfig" },
  "PUT /sites/:site/config": {
    summary: "Make the site what a document says, or tell what would change",
    query: configQuery,
    body: siteConfigSchema,
    answer: "ConfigResult",
  },
  "GET /sites/:site/model": { summary: "Read which model answers", answer: "SiteModel" },
  "PUT /sites/:site/model": {
    summary: "Set which model answers",
    body: siteModelSchema,
    answer: "SiteModel",
  },
  "DELETE /sites/:site/model": { summary: "Go back to the operator's model", status: 204 },
  "POST /sites/:site/model/test": { summary: "Try the model", answer: "ModelTest" },
});

const identity = under("Identity", {
  "GET /sites/:site/identity-secrets": {
    summary: "List the identity secrets",
    answer: "IdentitySecret",
    many: "list",
  },
  "POST /sites/:site/identity-secrets": {
    summary: "Make an identity secret, which is shown once",
    body: identitySecretRequestSchema,
    answer: "NewIdentitySecret",
    status: 201,
  },
  "PATCH /sites/:site/identity-secrets/:id": {
    summary: "Change label or end of a secret",
    body: identityChangeSchema,
    answer: "IdentitySecret",
  },
  "DELETE /sites/:site/identity-secrets/:id": { summary: "Remove a secret", status: 204 },
  "GET /sites/:site/identity-keys": { summary: "List the public keys", answer: "IdentityKey", many: "list" },
  "POST /sites/:site/identity-keys": {
    summary: "Add a public key",
    body: identityKeyRequestSchema,
    answer: "IdentityKey",
    status: 201,
  },
  "PATCH /sites/:site/identity-keys/:id": {
    summary: "Change label or end of a key",
    body: identityChangeSchema,
    answer: "IdentityKey",
  },
  "DELETE /sites/:site/identity-keys/:id": { summary: "Remove a key", status: 204 },
  "POST /sites/:site/identity-check": {
    summary: "Tell what is right or wrong with a proof",
    answer: "IdentityCheck",
  },
  "GET /sites/:site/webhook-secrets": {
    summary: "List the webhook secrets",
    answer: "WebhookSecret",
    many: "list",
  },
  "POST /sites/:site/webhook-secrets": {
    summary: "Make a webhook secret, which is shown once",
    answer: "NewWebhookSecret",
    status: 201,
  },
  "DELETE /sites/:site/webhook-secrets/:id": { summary: "Remove a webhook secret", status: 204 },
});

const actions = under("Actions", {
  "GET /sites/:site/actions": { summary: "List the actions", answer: "Action", many: "list" },
  "POST /sites/:site/actions": {
    summary: "Make an action",
    body: actionSchema,
    answer: "Action",
    status: 201,
    isVersioned: true,
  },
  "POST /sites/:site/actions/test": {
    summary: "Run a definition that need not be saved",
    body: actionTestSchema,
    answer: "ActionTest",
  },
  "GET /sites/:site/actions/:action": { summary: "Read an action", answer: "Action", isVersioned: true },
  "PUT /sites/:site/actions/:action": {
    summary: "Replace an action",
    body: actionSchema,
    answer: "Action",
    isVersioned: true,
  },
  "DELETE /sites/:site/actions/:action": { summary: "Delete an action", status: 204, isVersioned: true },
  "POST /sites/:site/import": {
    summary: "Draft actions from an OpenAPI document or a cURL command",
    body: actionImportSchema,
    answer: "ActionImport",
  },
  "POST /sites/:site/try": {
    summary: "Open a preview",
    body: previewRequestSchema,
    answer: "Preview",
    status: 201,
  },
  "GET /sites/:site/try/:preview": {
    summary: "Read what the model was asked in a preview",
    answer: "PreviewTrace",
  },
});

const evals = under("Evals", {
  "GET /sites/:site/evals": { summary: "List the evals", answer: "Eval", many: "list" },
  "POST /sites/:site/evals": { summary: "Make an eval", body: evalCaseSchema, answer: "Eval", status: 201 },
  "POST /sites/:site/evals/run": { summary: "Run evals", body: evalRunSchema, answer: "EvalReport" },
  "GET /sites/:site/evals/export": { summary: "Read the evals as one document", answer: "EvalSuite" },
  "POST /sites/:site/evals/import": {
    summary: "Take evals over from a document",
    body: evalSuiteSchema,
    answer: "EvalList",
    status: 201,
  },
  "GET /sites/:site/evals/:id": { summary: "Read an eval", answer: "Eval" },
  "PUT /sites/:site/evals/:id": { summary: "Replace an eval", body: evalCaseSchema, answer: "Eval" },
  "DELETE /sites/:site/evals/:id": { summary: "Delete an eval", status: 204 },
});

const history = under("History", {
  "GET /sites/:site/runs": {
    summary: "List the runs, newest first",
    query: runQuery,
    answer: "Run",
    many: "page",
  },
  "GET /sites/:site/runs/stats": { summary: "Count runs over time", query: statsQuery, answer: "RunStats" },
  "GET /sites/:site/runs/:run": { summary: "Read a run", answer: "Run" },
  "GET /sites/:site/conversations": {
    summary: "List or search conversations, newest first",
    query: conversationQuery,
    answer: "ConversationItem",
    many: "page",
  },
  "GET /sites/:site/conversations/:id": {
    summary: "Read a conversation with its runs",
    answer: "Transcript",
  },
  "DELETE /sites/:site/conversations/:id": { summary: "Erase a conversation", answer: "ErasureReceipt" },
  "POST /sites/:site/conversations/:id/messages": {
    summary: "Answer as a person",
    body: answerSchema,
    answer: "Message",
    status: 201,
  },
  "POST /sites/:site/conversations/:id/hand-back": {
    summary: "Let the assistant answer again",
    answer: "HandBack",
  },
  "GET /sites/:site/visitors": {
    summary: "Find visitors by how their ids begin",
    query: visitorQuery,
    answer: "Visitor",
    many: "list",
  },
  "GET /sites/:site/visitors/:user_id": {
    summary: "Export everything of one person",
    answer: "VisitorExport",
  },
  "DELETE /sites/:site/visitors/:user_id": {
    summary: "Erase one person everywhere",
    answer: "ErasureReceipt",
  },
});

/** What an owner's program calls, below `/admin/v1`. */
export const ownerOperations: Operations = {
  ...account,
  ...team,
  ...sites,
  ...identity,
  ...actions,
  ...evals,
  ...history,
};
