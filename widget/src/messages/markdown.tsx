import { detailWords } from "../locales/en-details.ts";
import { useApp } from "../panel/use-app.ts";
import type { Inline } from "./parse-inline.ts";
import type { Block } from "./parse-markdown.ts";
import type { Table } from "./parse-table.ts";

/** Draws blocks of Markdown; nothing in them is ever taken for HTML. */
export const drawBlocks = (blocks: Block[]) => blocks.map(drawBlock);

function drawBlock(block: Block) {
  if (block.type === "pre") return <pre tabIndex={0}>{block.text}</pre>;
  if (block.type === "table") return drawTable(block);
  if (block.type === "p") {
    return <p>{block.lines.map((line, i) => [i > 0 && <br />, line.map(drawInline)])}</p>;
  }
  const items = block.items.map((item) => <li>{item.map(drawInline)}</li>);
  return block.type === "ol" ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

/** Scrolls sideways where it is wider than the bubble. */
function drawTable({ aligns, head, rows }: Table) {
  return (
    <div class="table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th class={aligns[column]}>{cell.map(drawInline)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, column) => (
                <td class={aligns[column]}>{cell.map(drawInline)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function drawInline(inline: Inline) {
  if (typeof inline === "string") return inline;
  if (inline.type === "code") return <code>{inline.text}</code>;
  if (inline.type === "link") return <Link href={inline.href} text={inline.text} />;
  const Tag = inline.type;
  return <Tag>{inline.children.map(drawInline)}</Tag>;
}

/** A link that cannot hide where it leads: the host stands behind words that do not show it. */
export function Link({ href, text }: { href: string; text: string }) {
  const { host, origin } = new URL(href);
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
      {text !== href && !text.startsWith(`${origin}/`) && <span class="host"> ({host})</span>}
      <span class="unseen"> {{ ...detailWords, ...useApp().words.value }.opensNewTab}</span>
    </a>
  );
}
