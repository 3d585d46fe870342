import { useApp } from "../panel/use-app.ts";
import styles from "./details.css?inline";
import { formatTime } from "./format-time.ts";
import { drawBlocks } from "./markdown.tsx";
import { parseMarkdown, type Block } from "./parse-markdown.ts";

/** The style sheet of what is fetched once the panel can be used. */
export const css: string = styles;

/** What the texts of parts say; a part that grows is another object each time. */
const parsed = new WeakMap<object, Block[]>();

/** The text of an answer's part, its Markdown drawn. */
export function Prose({ part }: { part: { text: string } }) {
  const blocks = parsed.get(part) ?? parseMarkdown(part.text);
  parsed.set(part, blocks);
  return <>{drawBlocks(blocks)}</>;
}

/** When a message was written. `iso` is ISO 8601. */
export function Time({ iso }: { iso: string }) {
  return (
    <time class="time" dateTime={iso}>
      {formatTime(useApp().locale.value, iso)}
    </time>
  );
}
