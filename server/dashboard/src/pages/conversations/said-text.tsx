import type { ComponentChildren } from "preact";

const ITEM = /^\s*(?:[-*•]|\d+[.)])\s+/;
const MARKED = /(\*\*[^*\n]+\*\*|`[^`\n]+`)/;

/** What an assistant said, its lists and emphasis drawn; addresses stay as they were written. */
export function SaidText({ text }: { text: string }) {
  return (
    <div class="bubble said-text" dir="auto">
      {toBlocks(text).map((lines, index) => (
        <Block key={index} lines={lines} />
      ))}
    </div>
  );
}

function Block({ lines }: { lines: string[] }) {
  const [first = ""] = lines;
  if (!ITEM.test(first)) return <p>{inline(lines.join("\n"))}</p>;
  const List = /^\s*\d/.test(first) ? "ol" : "ul";
  return (
    <List>
      {lines.map((line, at) => (
        <li key={at}>{inline(line.replace(ITEM, ""))}</li>
      ))}
    </List>
  );
}

/** Lines that belong together: items of one list, or text up to an empty line. */
function toBlocks(text: string): string[][] {
  const blocks: string[][] = [];
  let isOpen = false;
  for (const line of text.split("\n")) {
    const last = blocks.at(-1);
    const isAlike = last !== undefined && ITEM.test(last[0] ?? "") === ITEM.test(line);
    if (line.trim() === "") isOpen = false;
    else if (isOpen && isAlike) last.push(line);
    else {
      blocks.push([line]);
      isOpen = true;
    }
  }
  return blocks;
}

function inline(text: string): ComponentChildren {
  return text.split(MARKED).map((part, index) => {
    if (index % 2 === 0) return part;
    return part.startsWith("`") ? (
      <code key={index}>{part.slice(1, -1)}</code>
    ) : (
      <strong key={index}>{part.slice(2, -2)}</strong>
    );
  });
}
