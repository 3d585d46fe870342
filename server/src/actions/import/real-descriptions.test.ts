import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { actionSchema } from "@errand/shared/action";
import { importContext } from "./import-fixture.ts";
import { importOpenApi } from "./openapi.ts";

const require = createRequire(import.meta.url);
const MULTIPART = "Its body is multipart/form-data; only JSON and URL-encoded forms are sent.";

/** Descriptions as their owners publish them. */
const DESCRIPTIONS: [name: string, file: string, drafts: number, skipped: Record<string, string>][] = [
  ["Figma", require.resolve("@figma/rest-api-spec/openapi/openapi.yaml"), 54, {}],
  ["STAPI", require.resolve("@readme/oas-examples/3.0/json/star-trek.json"), 120, {}],
  ["the pet store", require.resolve("@readme/oas-examples/3.0/yaml/petstore.yaml"), 20, {}],
  ["the patent office", require.resolve("@readme/oas-examples/3.0/json/uspto.json"), 3, {}],
  ["Train Travel", require.resolve("@readme/oas-examples/3.1/yaml/train-travel.yaml"), 7, {}],
  [
    "ReadMe",
    require.resolve("@readme/oas-examples/3.0/yaml/readme-legacy.yaml"),
    34,
    { "POST /api-specification": MULTIPART, "PUT /api-specification/{id}": MULTIPART },
  ],
];

describe.each(DESCRIPTIONS)("the description of %s", (_name, file, drafts, reasons) => {
  const { items, skipped } = importOpenApi(readFileSync(file, "utf8"), importContext());

  it(`gives ${drafts} drafts`, () => {
    expect(items).toHaveLength(drafts);
    expect(Object.fromEntries(skipped.map(({ source, reason }) => [source, reason]))).toEqual(reasons);
  });

  it("gives drafts that can be saved as they are, none enabled, each with its own identifier", () => {
    for (const { action } of items) expect(actionSchema.parse(action)).toEqual(action);
    expect(items.filter(({ action }) => action.enabled || "credential" in action.auth)).toEqual([]);
    expect(new Set(items.map(({ action }) => action.identifier)).size).toBe(items.length);
  });
});
