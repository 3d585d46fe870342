import { Marked, type Tokens } from "marked";

/** A page of the documentation, ready to be shown. */
export interface Page {
  name: string;
  title: string;
  /** The first paragraph, as HTML. */
  summary: string;
  /** All below the title, as HTML. */
  body: string;
  chapters: { id: string; title: string }[];
}

/** Reads a page of Markdown whose first heading is its title. The text is ours, and is trusted. */
export function parsePage(name: string, markdown: string): Page {
  const headings = createHeadings();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const { id } = headings.add(depth, text);
        return `<h${depth} id="${id}"><a href="#${id}">${this.parser.parseInline(tokens)}</a></h${depth}>\n`;
      },
      code({ text, lang = "" }) {
        const label = LANGUAGES[lang] ?? "Text";
        return `<pre tabindex="0" aria-label="${label}"><code>${escapeHtml(text)}</code></pre>\n`;
      },
      table(token) {
        return `<div class="wide" tabindex="0" role="group" aria-label="Table">${renderTable(token, (cell) =>
          this.parser.parseInline(cell.tokens),
        )}</div>\n`;
      },
      link({ href, tokens }) {
        return `<a href="${escapeHtml(toPageLink(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
    },
  });
  const tokens = marked.lexer(markdown);
  const title = tokens.find((token): token is Tokens.Heading => token.type === "heading")?.text ?? name;
  const rest = tokens.filter((token) => !(token.type === "heading" && token.depth === 1));
  const first = rest.find((token): token is Tokens.Paragraph => token.type === "paragraph");
  return {
    name,
    title: plainText(title),
    summary: first ? marked.parser([first]) : "",
    body: marked.parser(rest),
    chapters: headings.chapters,
  };
}

/** A whole page, with the list of its chapters. */
export function renderPage({ title, body, chapters }: Page): string {
  const links = chapters.map((each) => `<li><a href="#${each.id}">${escapeHtml(each.title)}</a></li>`);
  const nav =
    links.length > 1 ? `<nav aria-label="On this page"><ul>${links.join("")}</ul></nav>` : "<nav></nav>";
  return frame(title, `${nav}<main><h1>${escapeHtml(title)}</h1>\n${body}</main>`);
}

/** The list of all pages. */
export function renderIndex(pages: readonly Page[]): string {
  const entries = pages.map(
    ({ name, title, summary }) =>
      `<section><h2><a href="/docs/${name}">${escapeHtml(title)}</a></h2>${summary}</section>`,
  );
  return frame("For integrators", `<nav></nav><main><h1>For integrators</h1>${entries.join("\n")}</main>`);
}

function frame(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Errand</title>
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<header><a href="/docs"><b>Errand</b> for integrators</a> <a href="/">Dashboard</a></header>
<div class="page">${content}</div>
</body>
</html>
`;
}

const LANGUAGES: Record<string, string> = {
  js: "JavaScript",
  html: "HTML",
  json: "JSON",
  php: "PHP",
  python: "Python",
  ruby: "Ruby",
  go: "Go",
  java: "Java",
  csharp: "C#",
  sh: "Shell",
};

/** Gives each heading an id of its own, and lists the chapters. */
function createHeadings() {
  const taken = new Map<string, number>();
  const chapters: Page["chapters"] = [];
  return {
    chapters,
    add(depth: number, text: string): { id: string } {
      const title = plainText(text);
      const slug = title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
        .replaceAll(/^-|-$/g, "");
      const count = (taken.get(slug) ?? 0) + 1;
      taken.set(slug, count);
      const id = count === 1 ? slug : `${slug}-${count}`;
      if (depth === 2) chapters.push({ id, title });
      return { id };
    },
  };
}

function renderTable({ header, rows }: Tokens.Table, render: (cell: Tokens.TableCell) => string): string {
  const hasHead = header.some(({ text }) => text !== "");
  const head = header.map((cell) => `<th scope="col">${render(cell)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${render(cell)}</td>`).join("")}</tr>`);
  return `<table>${hasHead ? `<thead><tr>${head}</tr></thead>` : ""}<tbody>${body.join("")}</tbody></table>`;
}

/** Pages name each other by file, as they do where the repository is read. */
function toPageLink(href: string): string {
  return href.replace(/^([\w-]+)\.md(#.*)?$/, "/docs/$1$2");
}

const plainText = (markdown: string): string => markdown.replaceAll(/[*`]/g, "");

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (each) => ENTITIES[each] ?? each);
