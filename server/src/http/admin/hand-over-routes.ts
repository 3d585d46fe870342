import { Router } from "express";
import { MAX_MESSAGE_LENGTH } from "@errand/shared/chat";
import * as z from "zod";
import { toChatMessage, type StoredMessage } from "../../conversations/message.ts";
import { timestamp } from "../../storage/database.ts";
import { createId } from "../../storage/ids.ts";
import { noteChange } from "./audit-trail.ts";
import { conversationId } from "./conversation-routes.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { findSite, found } from "./find-or-refuse.ts";

/** Body of `POST …/messages`: what a person answers. */
export const answerSchema = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(MAX_MESSAGE_LENGTH, "must be at most 4,000 characters"),
});

type Dependencies = Pick<
  AdminDependencies,
  "sites" | "archive" | "stopTurn" | "handOvers" | "messages" | "personNews"
>;

/** A person answers in a conversation, and hands it back to the model. */
export function handOverRoutes(dependencies: Dependencies): Router {
  const { archive, stopTurn, handOvers, messages, personNews } = dependencies;
  const router = Router();
  router.post("/sites/:site/conversations/:id/messages", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const id = conversationId(request.params.id);
    const { text } = answerSchema.parse(request.body);
    found(await archive.get(site.id, id), "conversation", id);
    // Whoever answers takes over: two would speak at once.
    await handOvers.take(id);
    await stopTurn(id);
    const message: StoredMessage = {
      id: createId("msg"),
      role: "assistant",
      parts: [{ type: "text", text }],
      status: "complete",
      author: "person",
      createdAt: timestamp(),
    };
    await messages.saveReply(id, message);
    personNews.tell(id);
    noteChange(request, { thing: id, fields: [] });
    response.status(201).json(toChatMessage(message));
  });
  router.post("/sites/:site/conversations/:id/hand-back", async (request, response) => {
    const site = await findSite(dependencies, request.params.site);
    const id = conversationId(request.params.id);
    found(await archive.get(site.id, id), "conversation", id);
    await handOvers.end(id);
    personNews.tell(id);
    noteChange(request, { thing: id });
    response.json({ id, handedOverAt: null });
  });
  return router;
}
