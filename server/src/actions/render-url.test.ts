import { describe, expect, it } from "vitest";
import { defineAction, parameter, valuesOf } from "./action-fixture.ts";
import { renderUrl } from "./render-url.ts";

const HOST = "https://api.acme.test";
const render = (url: string, query: [string, string][], args: Record<string, unknown> = {}) =>
  renderUrl({ url, query: query.map(([name, value]) => ({ name, value })) }, valuesOf(args));

describe("a query", () => {
  const rows: [
    name: string,
    url: string,
    query: [string, string][],
    args: Record<string, unknown>,
    rendered: string,
  ][] = [
    ["stays empty", HOST, [], {}, `${HOST}/`],
    [
      "keeps the URL's own entries, then the owner's",
      `${HOST}/a?b=1&c`,
      [["d", "2"]],
      {},
      `${HOST}/a?b=1&c&d=2`,
    ],
    [
      "encodes values once",
      `${HOST}/?a={{x}}`,
      [["b", "{{x}}"]],
      { x: "1+1&c=d %20#'" },
      `${HOST}/?a=1%2B1%26c%3Dd%20%2520%23%27&b=1%2B1%26c%3Dd%20%2520%23%27`,
    ],
    [
      "encodes the owner's literals too",
      HOST,
      [["a b", "c&d={{x}}"]],
      { x: "ə" },
      `${HOST}/?a%20b=c%26d%3D%C9%99`,
    ],
    [
      "repeats a key for a list",
      HOST,
      [
        ["t", "{{x}}"],
        ["u", "1"],
      ],
      { x: ["a", "b&c"] },
      `${HOST}/?t=a&t=b%26c&u=1`,
    ],
    [
      "knows the locale and the conversation",
      HOST,
      [
        ["l", "{{locale}}"],
        ["c", "{{conversation.id}}"],
      ],
      {},
      `${HOST}/?l=az&c=cnv_1`,
    ],
    ["keeps an entry whose value is empty", `${HOST}/?a=`, [["b", ""]], {}, `${HOST}/?a=&b=`],
    [
      "writes numbers and truth values",
      HOST,
      [
        ["n", "{{n}}"],
        ["b", "{{b}}"],
      ],
      { n: 1e21, b: true },
      `${HOST}/?n=1e%2B21&b=true`,
    ],
  ];
  it.each(rows)("%s", (_name, url, query, args, rendered) => {
    expect(render(url, query, args)).toBe(rendered);
  });
});

describe("a rendered URL", () => {
  it("may have 2,048 characters", () => {
    const room = 2_048 - `${HOST}/?a=`.length;
    expect(render(HOST, [["a", "{{x}}"]], { x: "a".repeat(room) })).toHaveLength(2_048);
    expect(() => render(HOST, [["a", "{{x}}"]], { x: "a".repeat(room + 1) })).toThrow(
      expect.objectContaining({
        outcome: "invalid_arguments",
        message: "The URL would have 2049 characters and may have 2048: use shorter values.",
      }) as Error,
    );
  });

  it("is refused where a definition that nobody checked would let it lead elsewhere", () => {
    expect(() => render(`${HOST}/a?{{x}}=1`, [], { x: "c=1&d" })).toThrow(
      expect.objectContaining({ outcome: "definition_error" }) as Error,
    );
  });

  it("keeps its port and its canonical host", () => {
    const action = defineAction({ url: "https://API.acme.test:8443/{{id}}", parameters: [parameter("id")] });
    expect(renderUrl(action, valuesOf({ id: "a" }))).toBe("https://api.acme.test:8443/a");
  });
});
