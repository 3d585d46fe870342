import type { ChatMessage } from "@errand/shared/wire";
import { asRequestError } from "../api/problem.ts";
import type { Session } from "../api/session.ts";

/** The stored messages of a conversation; undefined when the server does not know it. */
export async function readHistory(
  session: Session,
  conversation: string,
): Promise<ChatMessage[] | undefined> {
  const response = await session.request(() => [`/v1/chat/${conversation}`]).catch(absent);
  return response && ((await response.json()) as { messages: ChatMessage[] }).messages;
}

/** Takes an answer of 404 for nothing. */
export function absent(error: unknown): undefined {
  if (asRequestError(error).status !== 404) throw error;
}
