import type { ChatMessage } from "@errand/shared/wire";
import { isTool, isUnderWay } from "../chat/apply-chunk.ts";
import { useApp } from "../panel/use-app.ts";
import { lazy } from "../view/lazy.ts";
import { FailureRow } from "./failure-row.tsx";
import { details, Message } from "./message.tsx";

const feedback = lazy(() => import("../feedback/feedback.tsx"));

/** A pause after which the next message shows its time. */
const PAUSE_MS = 15 * 60_000;

/** All that was said, what is under way, and what went wrong. */
export function Messages() {
  const { conversation, words, follow } = useApp();
  const messages = conversation.messages.value;
  const first = Math.max(0, messages.length - follow.shown.value);
  return (
    <>
      {messages
        .slice(first)
        .map((message, i) => [
          <Pause key={`time ${message.id}`} of={message} after={messages[first + i - 1]} />,
          <Message key={message.id} message={message} />,
        ])}
      {conversation.isBusy.value && !isMoving(messages.at(-1)) && (
        <div class="bubble dots" role="img" aria-label={words.value.working}>
          <i />
          <i />
          <i />
        </div>
      )}
      <Rating />
      <FailureRow />
    </>
  );
}

/** Asks what the visitor thinks of the newest reply, once it is whole. */
function Rating() {
  const { messages, isBusy, failure } = useApp().conversation;
  const newest = messages.value.at(-1);
  const end = newest?.parts.at(-1);
  if (
    isBusy.value ||
    failure.value ||
    newest?.role !== "assistant" ||
    newest.metadata?.author ||
    !end ||
    isTool(end)
  )
    return null;
  const { Feedback } = feedback() ?? {};
  return Feedback && <Feedback messageId={newest.id} />;
}

/** When a message was written, if nothing was for a while before it; a new day is named. */
function Pause({ of: message, after }: { of: ChatMessage; after: ChatMessage | undefined }) {
  const time = message.metadata?.createdAt;
  const before = after?.metadata?.createdAt ?? "1970";
  if (!time || Date.parse(time) - Date.parse(before) <= PAUSE_MS) return null;
  const { Time } = details() ?? {};
  return Time && <Time iso={time} before={before} />;
}

/** Whether the end of the thread shows by itself that something is under way. */
function isMoving(message: ChatMessage | undefined): boolean {
  const part = message?.parts.at(-1);
  if (message?.role !== "assistant" || !part) return false;
  if (isTool(part)) return isUnderWay(part);
  return "text" in part && part.state === "streaming" && part.text.trim() !== "";
}
