import { parseInline, type Inline } from "./parse-inline.ts";
import { readTable, type Table } from "./parse-table.ts";

/** A block of a message. */
export type Block = { type: "p"; lines: Inline[][] } | { type: "pre"; text: string } | List | Table;

interface List {
  type: "ul" | "ol";
  start: number;
  items: Inline[][];
}

const FENCE = /^\s*```/;
const ITEM = /^\s*(?:[-*•]|(\d{1,9})[.)])\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;

/**
 * The subset of Markdown that an answer may use: paragraphs, lists, tables, code, bold, italic and links; a heading
 * becomes a bold line. Whatever else there is, HTML and images among it, stays the text that it is.
 */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split("\n");
  let open: Block | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (FENCE.test(line)) {
      const end = lines.findIndex((other, at) => at > i && FENCE.test(other));
      const last = end < 0 ? lines.length : end;
      blocks.push({ type: "pre", text: lines.slice(i + 1, last).join("\n") });
      open = undefined;
      i = last;
      continue;
    }
    const table = readTable(lines, i);
    if (table) {
      blocks.push(table);
      open = undefined;
      i += table.rows.length + 1;
      continue;
    }
    const next = line.trim() ? extend(open, line) : undefined;
    if (next && next !== open) blocks.push(next);
    open = next;
  }
  return blocks;
}

/** Adds a line to the open block, or opens the one that the line begins. */
function extend(open: Block | undefined, line: string): Block {
  const [, number, content] = ITEM.exec(line) ?? [];
  if (content !== undefined) {
    const type = number ? "ol" : "ul";
    const fresh: List = { type, start: Number(number ?? 1), items: [] };
    const list = open?.type === type ? open : fresh;
    list.items.push(parseInline(content));
    return list;
  }
  const heading = HEADING.exec(line)?.[1];
  const words: Inline[] = heading
    ? [{ type: "strong", children: parseInline(heading) }]
    : parseInline(line.trim());
  if (open && "items" in open && /^\s/.test(line)) {
    open.items.at(-1)?.push(" ", ...words);
    return open;
  }
  const paragraph = open?.type === "p" && !heading ? open : { type: "p" as const, lines: [] };
  paragraph.lines.push(words);
  return paragraph;
}
