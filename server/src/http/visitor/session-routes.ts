import { randomBytes } from "node:crypto";
import { Router, type Request } from "express";
import { canonicalLocale } from "@errand/shared/locale";
import { sessionRequestSchema } from "@errand/shared/session";
import type { SessionResponse } from "@errand/shared/wire";
import type { ConversationStore } from "../../conversations/conversation-store.ts";
import { previewKey, type Preview, type PreviewStore } from "../../actions/preview-store.ts";
import { ErrandError } from "../../errors.ts";
import type { Session, SessionStore } from "../../identity/session-store.ts";
import { toVisitorView, type Visitor } from "../../identity/visitor.ts";
import type { MilestoneStore } from "../../sites/milestone-store.ts";
import type { Site } from "../../sites/site.ts";
import type { SiteStore } from "../../sites/site-store.ts";
import { originOf, requireAllowedOrigin, sessionOrigin } from "./allowed-origin.ts";
import type { ProofDoor } from "./proof-door.ts";
import { sessionGate, visitorOf } from "./session-gate.ts";

/** What the session routes work with. */
export interface SessionRouteDependencies {
  sites: SiteStore;
  prove: ProofDoor;
  sessions: SessionStore;
  conversations: ConversationStore;
  previews: Pick<PreviewStore, "redeem">;
  milestones: Pick<MilestoneStore, "note">;
  publicOrigin: string;
}

/** `POST /sessions` proves who somebody is; `DELETE /sessions/current` forgets them. */
export function sessionRoutes(dependencies: SessionRouteDependencies): Router {
  const router = Router();
  router.post("/sessions", async (request, response) => {
    response.status(201).json(await createSession(dependencies, request));
  });
  router.delete("/sessions/current", sessionGate(dependencies), async (request, response) => {
    await dependencies.sessions.end(visitorOf(request).session.id);
    response.status(204).end();
  });
  return router;
}

async function createSession(
  dependencies: SessionRouteDependencies,
  request: Request,
): Promise<SessionResponse> {
  const body = sessionRequestSchema.parse(request.body);
  const site = isId(body.site) ? await dependencies.sites.get(body.site) : undefined;
  if (!site) throw new ErrandError("not_found", `There is no site ${body.site}.`);
  requireAllowedOrigin(request, site, dependencies.publicOrigin);
  const { sessions } = dependencies;
  const origin = sessionOrigin(request, dependencies.publicOrigin);
  const preview = await dependencies.previews.redeem(body.identity);
  if (preview?.siteId === site.id) {
    return beginPreview(dependencies, preview, { site, wanted: body.locale });
  }
  const proof =
    body.identity === undefined ? undefined : await dependencies.prove(request, site, body.identity);
  const previous = typeof body.previous === "string" ? await sessions.find(body.previous, origin) : undefined;
  const mine = previous?.siteId === site.id && previous.previewId === null ? previous : undefined;
  const visitor: Visitor = proof?.visitor ?? continueAnonymous(mine);
  const locale =
    canonicalLocale(body.locale) ?? canonicalLocale(proof?.locale) ?? site.settings.defaultLocale;
  const { token, expiresAt, session } = await sessions.create({
    siteId: site.id,
    origin,
    visitor,
    locale,
    ...(proof ? { signedBy: proof.signedBy } : {}),
  });
  noteVisit(dependencies, site.id, { origin: originOf(request), isProved: proof !== undefined });
  if (mine && proof) await mergeAnonymous(dependencies, mine, session);
  if (mine) await sessions.end(mine.id);
  if (proof) await dependencies.conversations.noteVisitor(session, visitor);
  const [newest] = await dependencies.conversations.list({ siteId: site.id, visitorKey: session.visitorKey });
  const base = { session: token, expiresAt, locale, visitor: toVisitorView(visitor) };
  return newest ? { ...base, conversation: newest.id } : base;
}

/** A session of the owner's preview, which has nothing to do with any visitor's. */
async function beginPreview(
  { sessions }: SessionRouteDependencies,
  { id, visitor }: Preview,
  { site, wanted }: { site: Site; wanted: string | null | undefined },
): Promise<SessionResponse> {
  const locale = canonicalLocale(wanted) ?? site.settings.defaultLocale;
  const begin = { siteId: site.id, origin: "", visitor, locale, preview: { id, visitorKey: previewKey(id) } };
  const { token, expiresAt } = await sessions.create(begin);
  return { session: token, expiresAt, locale, visitor: toVisitorView(visitor) };
}

/** PostgreSQL takes no NUL, and no id of ours holds anything but these. */
const isId = (text: string): boolean => /^[\w-]+$/.test(text);

/** An anonymous visitor who comes back in the same browser stays the same one. */
function continueAnonymous(previous: Session | undefined): Visitor {
  if (previous?.visitor.verification === "anonymous") return previous.visitor;
  return { verification: "anonymous", key: randomBytes(16).toString("base64url") };
}

/** What somebody wrote before signing in becomes theirs: once, by session, and never from one person to another. */
async function mergeAnonymous(
  { sessions, conversations }: SessionRouteDependencies,
  previous: Session,
  current: Session,
): Promise<void> {
  if (previous.visitor.verification !== "anonymous" || previous.mergedAt !== null) return;
  if (!(await sessions.markMerged(previous))) return;
  await conversations.reassign(current.siteId, previous.visitorKey, current.visitorKey);
}

/** A page of the owner's began a session there, so the script runs on it. */
function noteVisit(
  { milestones, publicOrigin }: SessionRouteDependencies,
  siteId: string,
  visit: { origin: string; isProved: boolean },
): void {
  if (visit.origin !== "" && visit.origin !== publicOrigin) milestones.note(siteId, "script", visit.origin);
  if (visit.isProved) milestones.note(siteId, "identity");
}
