/** Words within a line. `href` is an http(s) address. */
export type Inline =
  | string
  | { type: "strong" | "em"; children: Inline[] }
  | { type: "code"; text: string }
  | { type: "link"; href: string; text: string };

/** A block of a message. */
export type Block = { type: "p"; lines: Inline[][] } | { type: "pre"; text: string } | List;

interface List {
  type: "ul" | "ol";
  start: number;
  items: Inline[][];
}

const FENCE = /^\s*```/;
const ITEM = /^\s*(?:[-*•]|(\d{1,9})[.)])\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;

/**
 * The subset of Markdown that an answer may use: paragraphs, lists, code, bold, italic and links; a heading
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

const CODE = /`([^`\n]+)`/;
const LINK = /\[([^[\]\n]+)\]\(\s*(https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\s*\)/;
const ADDRESS = /(https?:\/\/[^\s<>"'`]*[^\s<>"'`.,:;!?)\]}*_])/;
// Bounded, for an opening sign that nothing closes would have the whole rest searched, again and again.
const STRONG = /\*\*(?=\S)(.{1,500}?)(?<=\S)\*\*(?!\*)/;
const EMPHASIS = /(?<![\w*])(?:\*(?=[^\s*])(.{1,500}?)(?<=[^\s*])\*(?!\*)|_(?=\S)(.{1,500}?)(?<=\S)_(?!\w))/;
const INLINE = new RegExp([CODE, LINK, ADDRESS, STRONG, EMPHASIS].map(({ source }) => source).join("|"), "g");

function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    parts.push(text.slice(end, found.index), toInline(found));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== "");
}

function toInline([
  all,
  code,
  label,
  target,
  address,
  strong,
  starred,
  underscored,
]: RegExpExecArray): Inline {
  if (code !== undefined) return { type: "code", text: code };
  const href = toAddress(target ?? address);
  if (href) return { type: "link", href, text: label ?? all };
  if (strong) return { type: "strong", children: parseInline(strong) };
  const emphasised = starred ?? underscored;
  return emphasised ? { type: "em", children: parseInline(emphasised) } : all;
}

/** The address as the browser reads it, when it is http(s) without a name and password before the host. */
function toAddress(text: string | undefined): string | undefined {
  const url = text && URL.canParse(text) ? new URL(text) : undefined;
  return url?.username === "" && url.password === "" ? url.href : undefined;
}
