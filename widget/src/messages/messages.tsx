import { useMemo } from "preact/hooks";
import type { ChatMessage } from "@errand/shared/wire";
import { isTool, isUnderWay } from "../chat/apply-chunk.ts";
import { useApp } from "../panel/use-app.ts";
import { FailureRow } from "./failure-row.tsx";
import { formatTime } from "./format.ts";
import { Message } from "./message.tsx";
import css from "./messages.css?inline";
import { useWords } from "./use-words.ts";

/** The style sheet of this folder. */
export const messagesCss: string = css;

/** A pause after which the next message shows its time. */
const PAUSE_MS = 15 * 60_000;

/** All that was said, what is under way, and what went wrong. */
export function Messages() {
  const { conversation } = useApp();
  const { working } = useWords();
  const messages = conversation.messages.value;
  return (
    <>
      {messages.map((message, i) => (
        <Item key={message.id} message={message} earlier={messages[i - 1]} />
      ))}
      {conversation.isBusy.value && !isMoving(messages.at(-1)) && (
        <div class="bubble dots" role="img" aria-label={working}>
          <i />
          <i />
          <i />
        </div>
      )}
      <FailureRow />
    </>
  );
}

/** Draws a message anew only when it changed. */
function Item({ message, earlier }: { message: ChatMessage; earlier: ChatMessage | undefined }) {
  const { locale } = useApp();
  const time = message.metadata?.createdAt;
  const before = earlier?.metadata?.createdAt ?? "1970";
  const drawn = useMemo(() => <Message message={message} />, [message]);
  return (
    <>
      {time && Date.parse(time) - Date.parse(before) > PAUSE_MS && (
        <time class="time" dateTime={time}>
          {formatTime(locale.value, time)}
        </time>
      )}
      {drawn}
    </>
  );
}

/** Whether the end of the thread shows by itself that something is under way. */
function isMoving(message: ChatMessage | undefined): boolean {
  const part = message?.parts.at(-1);
  if (message?.role !== "assistant" || !part) return false;
  if (isTool(part)) return isUnderWay(part);
  return "text" in part && part.state === "streaming" && part.text.trim() !== "";
}
