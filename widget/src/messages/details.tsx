import type { ChatMessage } from "@errand/shared/wire";
import { isTool, isUnderWay } from "../chat/apply-chunk.ts";
import type { Failure } from "../chat/conversation-shape.ts";
import { detailWords } from "../locales/en-details.ts";
import { useApp } from "../panel/use-app.ts";
import { Icon } from "../view/icon.tsx";
import { lazy } from "../view/lazy.ts";
import styles from "./details.css?inline";
import tableStyles from "./table.css?inline";
import { followPerson } from "./follow-person.ts";
import { formatDay, formatTime } from "./format-time.ts";
import { drawBlocks } from "./markdown.tsx";
import { parseMarkdown, type Block } from "./parse-markdown.ts";

/** The style sheet of what is fetched once the panel can be used. */
export const css: string = styles + tableStyles;

// Whoever has the panel open hears of a person at once.
followPerson(useApp());

const feedback = lazy(() => import("../feedback/feedback.tsx"));

/** A pause after which the next message shows its time. */
const PAUSE_MS = 15 * 60_000;

/** What the texts of parts say; a part that grows is another object each time. */
const parsed = new WeakMap<object, Block[]>();

/** The text of an answer's part, its Markdown drawn. */
export function Prose({ part }: { part: { text: string } }) {
  const blocks = parsed.get(part) ?? parseMarkdown(part.text);
  parsed.set(part, blocks);
  return <>{drawBlocks(blocks)}</>;
}

/** When a message was written, if nothing was for a while before it; a new day is named. */
export function Pause({ of: message, after }: { of: ChatMessage; after: ChatMessage | undefined }) {
  const locale = useApp().locale.value;
  const time = message.metadata?.createdAt;
  const before = after?.metadata?.createdAt ?? "1970";
  if (!time || Date.parse(time) - Date.parse(before) <= PAUSE_MS) return null;
  const day = formatDay(locale, time);
  return (
    <time class="time" dateTime={time}>
      {day !== formatDay(locale, before) && <b>{day}</b>} {formatTime(locale, time)}
    </time>
  );
}

/** Says that a reply is on its way, unless the end of the thread shows by itself that something is under way. */
export function Working() {
  const { conversation, words } = useApp();
  if (!conversation.isBusy.value || isMoving(conversation.messages.value.at(-1))) return null;
  return (
    <div class="bubble dots" role="img" aria-label={{ ...detailWords, ...words.value }.working}>
      <i />
      <i />
      <i />
    </div>
  );
}

function isMoving(message: ChatMessage | undefined): boolean {
  const part = message?.parts.at(-1);
  if (message?.role !== "assistant" || !part) return false;
  if (isTool(part)) return isUnderWay(part);
  return "text" in part && part.state === "streaming" && part.text.trim() !== "";
}

/** Asks what the visitor thinks of the newest reply, once it is whole. */
export function Rating() {
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

/** Leads down to the newest message. */
export function Newest() {
  const { follow, words } = useApp();
  return (
    <button type="button" class="newest" onClick={follow.toEnd}>
      <Icon path={DOWN} />
      {{ ...detailWords, ...words.value }.newest}
    </button>
  );
}

/** Why an exchange ended badly. */
export function Reason({ failure: { code, message } }: { failure: Failure }) {
  const words = { ...detailWords, ...useApp().words.value };
  if (code === "unreachable") return <>{words.unreachable}</>;
  if (code === "rate_limited") return <>{words.rateLimited}</>;
  if (code.startsWith("identity_")) return <>{words.identityProblem}</>;
  return <>{message || words.somethingWrong}</>;
}

/** Marks what somebody at the owner's side wrote. */
export function PersonMark() {
  return (
    <span class="person">
      <Icon path={PERSON} />
      {{ ...detailWords, ...useApp().words.value }.person}
      <span class="unseen">: </span>
    </span>
  );
}

const PERSON = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 8c0-3.5 3.5-6 8-6s8 2.5 8 6Z";
const DOWN = "M11 5v10.2l-4.3-4.3-1.4 1.4L12 19l6.7-6.7-1.4-1.4-4.3 4.3V5Z";
