import { expect, it } from "vitest";
import { fieldOf, fillAnswerTemplate } from "./answer-template.ts";

const answer = { order: { status: "sent", "a/b": 1, "c~d": 2 }, list: [{ id: 7 }] };

const FIELDS: [string, unknown][] = [
  ["", answer],
  ["/order/status", "sent"],
  ["order.status", "sent"],
  ["/order/a~1b", 1],
  ["/order/c~0d", 2],
  ["/list/0/id", 7],
  ["list.0.id", 7],
  ["/order/missing", undefined],
  ["/constructor/name", undefined],
  ["/order/status/length/x", undefined],
];

for (const [name, value] of FIELDS) {
  it(`reads ${JSON.stringify(name)} as ${JSON.stringify(value)}`, () => {
    expect(fieldOf(answer, name)).toEqual(value);
  });
}

it("inserts a value once and never reads it again as a template", () => {
  expect(fillAnswerTemplate("{{a}} {{ b }}", (name) => (name === "a" ? "{{b}}" : "2"))).toBe("{{b}} 2");
});

it("puts a mark where a field is missing, and gives nothing when all are", () => {
  const fill = (name: string): string | undefined => (name === "a" ? "1" : undefined);
  expect(fillAnswerTemplate("{{a}}/{{b}}", fill, "–")).toBe("1/–");
  expect(fillAnswerTemplate("{{b}}", fill)).toBeUndefined();
  expect(fillAnswerTemplate("no fields", fill)).toBe("no fields");
});
