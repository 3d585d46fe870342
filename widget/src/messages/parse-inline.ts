/** Words within a line. `href` is an http(s) address. */
export type Inline =
  | string
  | { type: "strong" | "em"; children: Inline[] }
  | { type: "code"; text: string }
  | { type: "link"; href: string; text: string };

const CODE = /`([^`\n]+)`/;
const LINK = /\[([^[\]\n]+)\]\(\s*(https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\s*\)/;
const ADDRESS = /(https?:\/\/[^\s<>"'`]*[^\s<>"'`.,:;!?)\]}*_])/;
// Bounded, for an opening sign that nothing closes would have the whole rest searched, again and again.
const STRONG = /\*\*(?=\S)(.{1,500}?)(?<=\S)\*\*(?!\*)/;
const EMPHASIS = /(?<![\w*])(?:\*(?=[^\s*])(.{1,500}?)(?<=[^\s*])\*(?!\*)|_(?=\S)(.{1,500}?)(?<=\S)_(?!\w))/;
const INLINE = new RegExp([CODE, LINK, ADDRESS, STRONG, EMPHASIS].map(({ source }) => source).join("|"), "g");

/** The words of a line, with what is marked in them. */
export function parseInline(text: string): Inline[] {
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
