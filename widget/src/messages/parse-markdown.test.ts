import { expect, test } from "vitest";
import type { Inline } from "./parse-inline.ts";
import { parseMarkdown, type Block } from "./parse-markdown.ts";

const p = (...lines: Inline[][]): Block => ({ type: "p", lines });
const strong = (...children: Inline[]): Inline => ({ type: "strong", children });
const em = (...children: Inline[]): Inline => ({ type: "em", children });
const link = (href: string, text = href): Inline => ({ type: "link", href, text });

const cases: [text: string, expected: Block[]][] = [
  ["one\ntwo\n\nthree", [p(["one"], ["two"]), p(["three"])]],
  ["a **b *c* d** e", [p(["a ", strong("b ", em("c"), " d"), " e"])]],
  ["*a* and _b_", [p([em("a"), " and ", em("b")])]],
  ["snake_case_name and 2 * 3 * 4", [p(["snake_case_name and 2 * 3 * 4"])]],
  ["open **bold and `code", [p(["open **bold and `code"])]],
  ["`**not bold**`", [p([{ type: "code", text: "**not bold**" }])]],
  ["- a\n- **b**\n  more", [{ type: "ul", start: 1, items: [["a"], [strong("b"), " ", "more"]] }]],
  ["3. a\n4) b", [{ type: "ol", start: 3, items: [["a"], ["b"]] }]],
  ["list:\n- a\n\nafter", [p(["list:"]), { type: "ul", start: 1, items: [["a"]] }, p(["after"])]],
  ["## Title ##\ntext", [p([strong("Title")], ["text"])]],
  ["```js\n**x**\n- y\n```\nend", [{ type: "pre", text: "**x**\n- y" }, p(["end"])]],
  ["```\nstill coming", [{ type: "pre", text: "still coming" }]],
  ["[docs](https://a.example/x)", [p([link("https://a.example/x", "docs")])]],
  ["see https://a.example/b_(c), ok", [p(["see ", link("https://a.example/b_(c"), "), ok"])]],
  // Tables (GFM §4.10): bars at the ends may be missing, cells too.
  [
    "Prices:\n| Item | *Price* |\n|:--|--:|\n| **Kettle** | 59 € |\n| a \\| b |\n\nend",
    [
      p(["Prices:"]),
      {
        type: "table",
        aligns: ["start", "end"],
        head: [["Item"], [em("Price")]],
        rows: [
          [[strong("Kettle")], ["59 €"]],
          [["a | b"], []],
        ],
      },
      p(["end"]),
    ],
  ],
  [
    "a | b\n:-: | -\n1 | 2 | 3\nafter",
    [
      { type: "table", aligns: ["center", "start"], head: [["a"], ["b"]], rows: [[["1"], ["2"]]] },
      p(["after"]),
    ],
  ],
  ["a | b\nno table", [p(["a | b"], ["no table"])]],
  ["| a | b |\n|---|", [p(["| a | b |"], ["|---|"])]],
  // A label is never a second address to click.
  ["[https://a.example](https://b.example/)", [p([link("https://b.example/", "https://a.example")])]],
  ["[x](javascript:alert(1))", [p(["[x](javascript:alert(1))"])]],
  ["[x](data:text/html,y)", [p(["[x](data:text/html,y)"])]],
  ["[x](//b.example)", [p(["[x](//b.example)"])]],
  ["https://user:pass@b.example/", [p(["https://user:pass@b.example/"])]],
  ["![x](https://b.example/p.png)", [p(["!", link("https://b.example/p.png", "x")])]],
  ["<img src=x onerror=alert(1)>", [p(["<img src=x onerror=alert(1)>"])]],
  ["", []],
];

test.each(cases)("reads %j", (text, expected) => {
  expect(parseMarkdown(text)).toEqual(expected);
});

const HOSTILE: [string, number][] = [
  ["`a` ", 25_000],
  ["**a** ", 16_000],
  ["[a](https://a.example) ", 4_300],
  ["*", 100_000],
  ["**a ", 25_000],
  ["_a ", 33_000],
  ["**a _b ", 14_000],
];
test.each(HOSTILE)("does not choke on %j, many times over", (text, times) => {
  const [block] = parseMarkdown(text.repeat(times));
  expect(block?.type).toBe("p");
});
