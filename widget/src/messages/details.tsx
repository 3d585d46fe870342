import type { Failure } from "../chat/conversation-shape.ts";
import { detailWords } from "../locales/en-details.ts";
import { useApp } from "../panel/use-app.ts";
import { Icon } from "../view/icon.tsx";
import styles from "./details.css?inline";
import { followPerson } from "./follow-person.ts";
import { formatDay, formatTime } from "./format-time.ts";
import { drawBlocks } from "./markdown.tsx";
import { parseMarkdown, type Block } from "./parse-markdown.ts";

/** The style sheet of what is fetched once the panel can be used. */
export const css: string = styles;

// Whoever has the panel open hears of a person at once.
followPerson(useApp());

/** What the texts of parts say; a part that grows is another object each time. */
const parsed = new WeakMap<object, Block[]>();

/** The text of an answer's part, its Markdown drawn. */
export function Prose({ part }: { part: { text: string } }) {
  const blocks = parsed.get(part) ?? parseMarkdown(part.text);
  parsed.set(part, blocks);
  return <>{drawBlocks(blocks)}</>;
}

/** When a message was written, and the day when the one before it is of another. Times are ISO 8601. */
export function Time({ iso, before }: { iso: string; before: string }) {
  const locale = useApp().locale.value;
  const day = formatDay(locale, iso);
  return (
    <time class="time" dateTime={iso}>
      {day !== formatDay(locale, before) && <b>{day}</b>} {formatTime(locale, iso)}
    </time>
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
