import { useMemo } from "preact/hooks";
import { parseMarkdown, type Block, type Inline } from "./parse-markdown.ts";
import { useWords } from "./use-words.ts";

/** A message's text, drawn from its Markdown; nothing in it is ever taken for HTML. */
export function Markdown({ text }: { text: string }) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return blocks.map(drawBlock);
}

function drawBlock(block: Block) {
  if (block.type === "pre") return <pre tabIndex={0}>{block.text}</pre>;
  if (block.type === "p") {
    return <p>{block.lines.map((line, i) => [i > 0 && <br />, line.map(drawInline)])}</p>;
  }
  const items = block.items.map((item) => <li>{item.map(drawInline)}</li>);
  return block.type === "ol" ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

function drawInline(inline: Inline) {
  if (typeof inline === "string") return inline;
  if (inline.type === "code") return <code>{inline.text}</code>;
  if (inline.type === "link") return <Link href={inline.href} text={inline.text} />;
  const Tag = inline.type;
  return <Tag>{inline.children.map(drawInline)}</Tag>;
}

/** A link that cannot hide where it leads: the host stands behind words that do not show it. */
function Link({ href, text }: { href: string; text: string }) {
  const { opensNewTab } = useWords();
  const { host } = new URL(href);
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
      {text !== href && !text.startsWith(`${new URL(href).origin}/`) && <span class="host"> ({host})</span>}
      <span class="unseen"> {opensNewTab}</span>
    </a>
  );
}
