import { chatRequestSchema, feedbackSchema } from "@errand/shared/chat";
import { sessionRequestSchema } from "@errand/shared/session";
import * as z from "zod";
import type { Operations } from "./operation.ts";

const EVENT_STREAM = "text/event-stream";

/** What a visitor's browser calls, below `/v1`. */
export const visitorOperations: Operations = {
  "POST /sessions": {
    tag: "Sessions",
    summary: "Begin a session, anonymous or with a proof of identity",
    body: sessionRequestSchema,
    answer: "Session",
    status: 201,
    isOpen: true,
  },
  "DELETE /sessions/current": { tag: "Sessions", summary: "End the session", status: 204 },
  "POST /chat": {
    tag: "Chat",
    summary: "Send a message, or answer an approval; the reply is an AI SDK UI message stream",
    query: z.object({
      renewable: z
        .literal("1")
        .optional()
        .describe("The page can have a fresh token: 401 identity_expired when the visitor's has ended"),
    }),
    body: chatRequestSchema,
    media: EVENT_STREAM,
  },
  "GET /chat/:id/stream": {
    tag: "Chat",
    summary: "Follow the reply that is being made, or what a person writes; 204 when there is none",
    query: z.object({
      after: z.string().optional().describe("Id of a message: what a person writes after it is waited for"),
    }),
    media: EVENT_STREAM,
  },
  "GET /chat/:id": { tag: "Chat", summary: "Read a conversation", answer: "Conversation" },
  "GET /chats": {
    tag: "Chat",
    summary: "List the visitor's conversations, newest first",
    answer: "ConversationHead",
    many: "list",
  },
  "POST /chat/:id/stop": { tag: "Chat", summary: "Stop the reply", status: 204 },
  "POST /chat/:id/feedback": {
    tag: "Chat",
    summary: "Judge a reply",
    body: feedbackSchema,
    status: 204,
  },
};
