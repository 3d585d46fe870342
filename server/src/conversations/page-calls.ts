import { timestamp } from "../storage/database.ts";
import { isToolPart, type StoredMessage, type StoredToolPart } from "./message.ts";
import type { TurnContext } from "./turn-context.ts";
import { say } from "./words.ts";

/** Whether the call still waits for its page. */
export function awaitsPage(part: StoredToolPart, now = timestamp()): boolean {
  return isPageCall(part) && part.state === "input-available" && (part.pageUntil ?? "") > now;
}

/** Whether a page was to run the call. */
export const isPageCall = ({ toolMetadata }: StoredToolPart): boolean => toolMetadata?.page === true;

/** Ends page calls whose time is over. */
export function expirePageCalls({ writer, locale }: Pick<TurnContext, "writer" | "locale">): void {
  for (const part of writer.message.parts.filter(isToolPart)) {
    if (isPageCall(part) && part.state === "input-available" && !awaitsPage(part))
      writer.fail(part.toolCallId, say("page_failed", locale), EXPIRED);
  }
}

/** A reply whose page never answered, with its calls as failed; nothing of any other open reply. */
export function showExpired(message: StoredMessage): StoredMessage[] {
  const isExpired = (part: StoredToolPart): boolean => isPageCall(part) && part.state === "input-available";
  if (!message.parts.some((part) => isToolPart(part) && isExpired(part))) return [];
  const parts = message.parts.map((part) =>
    isToolPart(part) && isExpired(part) ? { ...part, state: "output-error" as const } : part,
  );
  return [{ ...message, parts }];
}

const EXPIRED = { outcome: "timeout", message: "The page did not answer in time." } as const;

/** What the model is told when the visitor went on before the page had answered. */
export const OVERTAKEN = {
  outcome: "timeout",
  message: "The visitor went on before the page had answered this call.",
} as const;
