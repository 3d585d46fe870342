import { parseInline, type Inline } from "./parse-inline.ts";

/** A table (GitHub Flavored Markdown §4.10); every row has as many cells as the head. */
export interface Table {
  type: "table";
  /** How each column stands. */
  aligns: ("start" | "center" | "end")[];
  head: Inline[][];
  rows: Inline[][][];
}

const DELIMITERS = /^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$/;

/** The table that begins at a line, or undefined. */
export function readTable(lines: string[], at: number): Table | undefined {
  const [first = "", second = ""] = lines.slice(at, at + 2);
  if (!first.includes("|") || !DELIMITERS.test(second.trim())) return undefined;
  const head = toCells(first);
  const marks = toCells(second);
  if (head.length !== marks.length) return undefined;
  const rest = lines.slice(at + 2);
  const end = rest.findIndex((line) => !line.includes("|"));
  const rows = rest.slice(0, end < 0 ? undefined : end).map((line) => {
    const cells = toCells(line);
    return head.map((_cell, column) => parseInline(cells[column] ?? ""));
  });
  return { type: "table", aligns: marks.map(toAlign), head: head.map(parseInline), rows };
}

/** What stands between the bars of a line; one behind a backslash is no bar. */
function toCells(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}

function toAlign(mark: string): Table["aligns"][number] {
  if (!mark.endsWith(":")) return "start";
  return mark.startsWith(":") ? "center" : "end";
}
