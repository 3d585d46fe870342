import type { Fragment as FragmentType, JSX, render as renderType } from "preact";
import type { jsx as jsxType } from "preact/jsx-runtime";
import { beforeAll, expect, test } from "vitest";
import { build, type Rolldown } from "vite";
import { leanLibraries } from "../lean-libraries.ts";

/** What the panel takes from Preact. */
interface Lean {
  render: typeof renderType;
  jsx: typeof jsxType;
  Fragment: typeof FragmentType;
}

/** A drawing: a text, nothing, or an element, component or fragment with children. */
type Drawing = string | null | { type: string; key?: number; children: Drawing[] };

const ENTRY = "virtual:lean";
const SOURCE = `export { render } from "preact"; export { jsx, Fragment } from "preact/jsx-runtime";`;

let lean: Lean;

beforeAll(async () => {
  const entry = {
    name: "entry",
    enforce: "pre" as const,
    // A library's entry comes as a path.
    resolveId: (id: string) => (id.endsWith(ENTRY) ? ENTRY : undefined),
    load: (id: string) => (id === ENTRY ? SOURCE : undefined),
  };
  const built = await build({
    configFile: false,
    logLevel: "error",
    plugins: [entry, leanLibraries()],
    build: { write: false, minify: false, lib: { entry: ENTRY, formats: ["es"], fileName: "lean" } },
  });
  const [{ output }] = built as [Rolldown.RolldownOutput];
  lean = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(output[0].code)}`
  )) as Lean;
});

/** Numbers that look random and are the same each time (a linear congruential generator). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state % below;
  };
}

function invent(random: (below: number) => number, depth: number): Drawing {
  const kind = random(7);
  if (depth === 0 || kind === 0) return `text ${random(4)}`;
  if (kind === 1) return null;
  const type = () => ["div", "p", "Component", "Fragment"][random(4)] ?? "";
  const keys = Array.from({ length: 9 }, (_, key) => key).sort(() => random(3) - 1);
  const isKeyed = random(2) === 1;
  const children = keys
    .slice(random(6))
    .map((key) =>
      isKeyed ? { type: type(), key, children: [invent(random, depth - 1)] } : invent(random, depth - 1),
    );
  return { type: type(), children };
}

const Component = ({ drawn }: { drawn: JSX.Element }) => drawn;

function toNode(drawing: Drawing): JSX.Element {
  if (drawing === null || typeof drawing === "string") return drawing as unknown as JSX.Element;
  const { type, key, children } = drawing;
  const nodes = children.map(toNode);
  if (type === "Component")
    return lean.jsx(Component, { drawn: nodes } as never, key as never) as JSX.Element;
  const tag = type === "Fragment" ? lean.Fragment : type;
  return lean.jsx(tag as "div", { children: nodes }, key as never) as JSX.Element;
}

function toHtml(drawing: Drawing): string {
  if (drawing === null || typeof drawing === "string") return drawing ?? "";
  const inner = drawing.children.map(toHtml).join("");
  const isElement = /^[a-z]/.test(drawing.type);
  return isElement ? `<${drawing.type}>${inner}</${drawing.type}>` : inner;
}

test("what is drawn over and over stands there as if it were drawn for the first time", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = createRandom(seed);
    const container = document.createElement("section");
    for (let step = 0; step < 6; step++) {
      const drawing: Drawing = { type: "div", children: [invent(random, 3), invent(random, 3)] };
      lean.render(toNode(drawing), container);
      expect(container.innerHTML, `seed ${seed}, step ${step}`).toBe(toHtml(drawing));
    }
    lean.render(null, container);
    expect(container.innerHTML).toBe("");
  }
});

test("an element is handed over once, and taken back when it is gone", () => {
  const container = document.createElement("section");
  const held: string[] = [];
  const ref = (element: Element | null) => {
    held.push(`got ${element?.localName}`);
    return () => void held.push("left");
  };
  const draw = () => lean.render(lean.jsx("p", { ref } as object) as JSX.Element, container);
  draw();
  draw();
  lean.render(null, container);
  expect(held).toEqual(["got p", "left"]);
});
