import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineAction, NOW, parameter } from "./action-fixture.ts";
import { bindArguments } from "./bind-arguments.ts";
import { buildRequest, type RenderedRequest } from "./build-request.ts";
import { RunRefusal } from "./run-refusal.ts";

const ACTION = defineAction({
  method: "POST",
  url: "https://api.acme.test/a/{{x}}/b.{{y}}{{x}}?in={{x}}&flag",
  parameters: [
    parameter("x"),
    parameter("y", { required: true }),
    parameter("list", { isArray: true }),
    parameter("object", { type: "object" }),
  ],
  headers: [{ name: "X-Order", value: "no. {{x}}" }],
  query: [
    { name: "own", value: "{{y}}" },
    { name: "tag", value: "{{list}}" },
  ],
  body: {
    mode: "template",
    template: '{"a":{{x}},"b":["{{y}} {{x}}",{{list}}],"c":{{object}},"d":{"e":null}}',
  },
});

const NASTY = fc.constantFrom(
  ..."/ \\ . .. %2e %2f %00 ? # & = + ; : @ [ ] { } {{x}} \" ' \r\n \0 \u202e ‥ ／ .%2e ..; //evil.test \ud800 ə 😀".split(
    " ",
  ),
);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ maxLength: 12 }),
  fc.array(fc.oneof(NASTY, fc.constantFrom("a", "1")), { maxLength: 5 }).map((parts) => parts.join("")),
);
const tame = fc.string({ unit: fc.constantFrom(..."abcXYZ019-_~".split("")), minLength: 1, maxLength: 8 });
const value = fc.oneof(text, tame, fc.integer(), fc.double(), fc.boolean(), fc.jsonValue());

interface Built {
  args: Record<string, unknown>;
  request: RenderedRequest;
}

/** The request for these arguments, or undefined when they are refused as a run would be. */
function tryBuild(input: unknown): Built | undefined {
  const bound = bindArguments(ACTION.parameters, input);
  if ("faults" in bound) return undefined;
  try {
    const sources = { locale: "az", now: NOW, runId: "run_1", publicOrigin: "https://c.test", version: "1" };
    const visitor = { verification: "user_hash" as const, userId: "u1" };
    const { request } = buildRequest(ACTION, { ...sources, visitor, arguments: bound.arguments });
    return { args: bound.arguments, request };
  } catch (error) {
    if (error instanceof RunRefusal && error.outcome === "invalid_arguments") return undefined;
    throw error;
  }
}

const inputs = fc.record({
  x: fc.oneof({ weight: 3, arbitrary: tame }, value),
  y: fc.oneof({ weight: 3, arbitrary: tame }, value),
  list: fc.oneof(fc.array(text, { maxLength: 4 }), value),
  object: fc.oneof(fc.dictionary(text, fc.jsonValue()), value),
});

function check(judge: (built: Built) => void): void {
  let built = 0;
  fc.assert(
    fc.property(inputs, (input) => {
      const result = tryBuild(input);
      if (!result) return;
      built += 1;
      judge(result);
    }),
    { numRuns: 1_500 },
  );
  expect(built).toBeGreaterThan(50);
}

describe("whatever the arguments", () => {
  it("a request keeps its origin, its segments and its query keys, or is refused", () => {
    check(({ request, args }) => {
      const url = new URL(request.url);
      expect(url.href).toBe(request.url);
      expect(url.origin).toBe("https://api.acme.test");
      const segments = url.pathname.split("/");
      expect(segments).toHaveLength(4);
      expect(segments.map((segment) => segment.slice(0, 2))).toEqual([
        "",
        "a",
        segments[2]?.slice(0, 2),
        "b.",
      ]);
      expect(decodeURIComponent(segments[2] ?? "")).toBe(args["x"]);
      const list = args["list"] as unknown[];
      const values = [...url.searchParams].map(([key, entry]) => `${key}=${entry}`);
      expect(values).toEqual([
        `in=${String(args["x"])}`,
        "flag=",
        `own=${String(args["y"])}`,
        ...list.map((each) => `tag=${String(each)}`),
      ]);
    });
  });

  it("a request keeps its headers' names, and their values are printable ASCII", () => {
    check(({ request }) => {
      const { traceparent: _fresh, ...headers } = request.headers;
      expect(Object.keys(headers)).toEqual([
        "Origin",
        "Locale",
        "Accept-Language",
        "Content-Type",
        "X-Requested-With",
        "User-Agent",
        "Idempotency-Key",
        "X-User-Id",
        "X-User-Verified",
        "X-Order",
      ]);
      for (const header of Object.values(headers))
        expect(header).toMatch(/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/);
    });
  });

  it("a body keeps its shape, and holds exactly the values", () => {
    check(({ request, args }) => {
      const { x, y, list, object } = args;
      expect(JSON.parse(request.body ?? "")).toEqual(
        JSON.parse(
          JSON.stringify({
            user_id: "u1",
            a: x,
            b: [`${String(y)} ${String(x)}`, list],
            c: object,
            d: { e: null },
          }),
        ),
      );
    });
  });
});
