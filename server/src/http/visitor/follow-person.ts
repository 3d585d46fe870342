import type { Response } from "express";
import type { Conversation } from "../../conversations/conversation-store.ts";
import type { StoredMessage } from "../../conversations/message.ts";
import type { PersonNews } from "../../conversations/person-news.ts";
import { toChunks } from "../../conversations/replay.ts";
import type { Turns } from "../../conversations/turns.ts";
import { sendChunks } from "../event-stream.ts";

/** How long a request waits for a person, in milliseconds; shorter than the patience of usual proxies. */
const WAIT_MS = 25_000;

interface Following {
  turns: Pick<Turns, "messages">;
  personNews: PersonNews;
}

/**
 * Answers with what a person wrote after the message that `after` names, as a stream of its own: at once, or as soon
 * as it is written. An empty stream says that nobody has written yet and asking again is worth it; 204 that the model
 * answers.
 */
export async function followPerson(
  { turns, personNews }: Following,
  response: Response,
  { id, handedOverAt }: Conversation,
  after: string,
): Promise<void> {
  const find = async (): Promise<StoredMessage | undefined> => {
    const all = await turns.messages(id);
    const from = all.findIndex((message) => message.id === after) + 1;
    return all.slice(from).find(({ author }) => author === "person");
  };
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  // Heard before the look, so that nothing is written between the two.
  const news = handedOverAt === null ? undefined : personNews.wait(id, WAIT_MS, gone.signal);
  let found = await find();
  if (!found && news) {
    await news;
    found = await find();
  }
  gone.abort();
  if (found) sendChunks(response, toChunks(found));
  else if (news) sendChunks(response, []);
  else response.status(204).end();
}
