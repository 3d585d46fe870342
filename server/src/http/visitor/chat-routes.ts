import { Router, type Request } from "express";
import { feedbackSchema, parseChatRequest, type ChatRequest } from "@errand/shared/chat";
import type { ChatMessage } from "@errand/shared/wire";
import type { Conversation, ConversationStore, Owner } from "../../conversations/conversation-store.ts";
import type { LiveTurns } from "../../conversations/live-turns.ts";
import { toChatMessage } from "../../conversations/message.ts";
import type { PersonNews } from "../../conversations/person-news.ts";
import type { PreviewStore } from "../../actions/preview-store.ts";
import { checkResults } from "../../conversations/page-tools.ts";
import type { TurnRequest } from "../../conversations/turn-context.ts";
import type { Turns } from "../../conversations/turns.ts";
import { ErrandError } from "../../errors.ts";
import type { SessionStore } from "../../identity/session-store.ts";
import { isSignedIn } from "../../identity/visitor.ts";
import type { MilestoneStore } from "../../sites/milestone-store.ts";
import { sendTurn } from "../event-stream.ts";
import { followPerson } from "./follow-person.ts";
import { visitorOf } from "./session-gate.ts";

/** What the chat routes work with. */
export interface ChatRouteDependencies {
  sessions: SessionStore;
  conversations: ConversationStore;
  turns: Turns;
  liveTurns: LiveTurns;
  personNews: PersonNews;
  milestones: Pick<MilestoneStore, "note">;
  previews: Pick<PreviewStore, "get">;
}

/** The visitor's conversations; every route stands behind the session gate. */
export function chatRoutes(dependencies: ChatRouteDependencies): Router {
  const { conversations, turns, liveTurns } = dependencies;
  const router = Router();
  const own = (request: Request): Promise<Conversation> =>
    conversations.get(ownerOf(request), String(request.params["id"]).replaceAll("\0", ""));

  router.post("/chat", async (request, response) => {
    askForFreshProof(request);
    const chat = parseChatRequest(request.body);
    const turn = await toTurnRequest(dependencies, request, chat);
    if (chat.message) {
      const live = await turns.answer(turn, chat.message);
      const { previewId } = visitorOf(request).session;
      if (previewId === null) dependencies.milestones.note(turn.site.id, "conversation");
      sendTurn(response, live);
    } else if (chat.approvals.length + chat.results.length > 0) {
      checkResults(chat.results);
      sendTurn(response, await turns.decide(turn, chat));
    } else
      throw new ErrandError(
        "invalid_request",
        "The newest message must be the visitor's, or answer an approval or a call of the page.",
      );
  });
  router.get("/chat/:id/stream", async (request, response) => {
    // `useChat` asks on every page, also before the conversation's first message.
    const conversation = await own(request).catch(absent);
    const live = conversation && (await liveTurns.find(conversation.id));
    const { after } = request.query;
    if (live) sendTurn(response, live);
    else if (!conversation || typeof after !== "string") response.status(204).end();
    else await followPerson(dependencies, response, conversation, after);
  });
  router.get("/chat/:id", async (request, response) => {
    const { id, handedOverAt } = await own(request);
    const messages: ChatMessage[] = (await turns.messages(id)).map(toChatMessage);
    response.json({ id, messages, handedOverAt });
  });
  router.get("/chats", async (request, response) => {
    response.json({ items: await conversations.listTitled(ownerOf(request)) });
  });
  router.post("/chat/:id/stop", async (request, response) => {
    await liveTurns.stop((await own(request)).id);
    response.status(204).end();
  });
  router.post("/chat/:id/feedback", async (request, response) => {
    const { id } = await own(request);
    await conversations.addFeedback(id, feedbackSchema.parse(request.body));
    response.status(204).end();
  });
  return router;
}

/**
 * A page that can have a fresh token (`?renewable=1`) is asked for one before anything happens; for any other, the
 * conversation goes on, and what needs claims is refused.
 */
function askForFreshProof(request: Request): void {
  const { visitor } = visitorOf(request).session;
  if (request.query["renewable"] === undefined || visitor.verification !== "jwt") return;
  if (isSignedIn(visitor, new Date())) return;
  throw new ErrandError(
    "identity_expired",
    "The visitor's token has ended: send this again with a fresh one.",
  );
}

function absent(error: unknown): undefined {
  if (!(error instanceof ErrandError) || error.code !== "not_found") throw error;
}

function ownerOf(request: Request): Owner {
  const { session } = visitorOf(request);
  return { siteId: session.siteId, visitorKey: session.visitorKey };
}

async function toTurnRequest(
  { sessions, conversations, previews }: ChatRouteDependencies,
  request: Request,
  chat: Pick<ChatRequest, "conversationId" | "locale" | "timeZone" | "tools">,
): Promise<TurnRequest> {
  const { session, site } = visitorOf(request);
  const locale = chat.locale ?? session.locale;
  if (locale !== session.locale) await sessions.setLocale(session, locale);
  const isPreview = session.previewId !== null;
  const conversation = await conversations.open(ownerOf(request), chat.conversationId, {
    isPreview,
    visitor: session.visitor,
  });
  const preview = session.previewId === null ? undefined : await previews.get(session.previewId);
  return {
    site: preview?.settings ? { ...site, settings: preview.settings } : site,
    ...(preview?.draft ? { draft: preview.draft } : {}),
    visitor: session.visitor,
    visitorKey: session.visitorKey,
    isProved: () => sessions.isProved(session),
    locale,
    ...(chat.timeZone === undefined ? {} : { timeZone: chat.timeZone }),
    conversationId: conversation.id,
    isPreview: conversation.isPreview,
    pageTools: chat.tools,
  };
}
