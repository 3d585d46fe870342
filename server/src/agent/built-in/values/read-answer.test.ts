import { parameterSchema } from "@errand/shared/action";
import { expect, test } from "vitest";
import { readAnswer } from "./read-answer.ts";

const context = { locale: "en", now: new Date("2026-05-04T10:00:00Z") };
const colours = { options: ["red", "green", "grey blue"] };

/** Type, more of the parameter, answer, value. */
const TABLE: [string, Record<string, unknown>, string, unknown][] = [
  ["text", {}, "  Late parcel. ", "Late parcel."],
  ["text", {}, "“Late parcel”", "Late parcel"],
  ["text", {}, "  ", undefined],
  ["text", {}, "x".repeat(2_001), undefined],
  ["boolean", {}, "Yes, please", true],
  ["boolean", {}, "nope", false],
  ["boolean", {}, "bəli", true],
  ["boolean", {}, "xeyr", false],
  ["boolean", {}, "maybe", undefined],
  ["integer", {}, "three", 3],
  ["integer", {}, "beş", 5],
  ["integer", {}, "three or four", undefined],
  ["integer", {}, "it is 12.", 12],
  ["choice", colours, "Green please", "green"],
  ["choice", colours, "grey", "grey blue"],
  ["choice", colours, "gren", "green"],
  ["choice", colours, "gr", undefined],
  ["choice", colours, "purple", undefined],
  ["object", {}, 'it is {"a": 1}', { a: 1 }],
  ["object", {}, "a = 1", undefined],
  ["text", { isArray: true }, "milk, bread and eggs", ["milk", "bread", "eggs"]],
  ["text", { isArray: true }, "süd və çörək", ["süd", "çörək"]],
  ["integer", { isArray: true }, "1, 2 and 3", [1, 2, 3]],
  ["integer", { isArray: true }, "1 and many", undefined],
  ["email", { isArray: true }, "a@b.co c@d.co", ["a@b.co", "c@d.co"]],
  ["choice", { ...colours, isArray: true }, "red and green", ["red", "green"]],
];

for (const [type, more, text, expected] of TABLE) {
  test(`${type} ${JSON.stringify(more)}: ${text.slice(0, 40)}`, () => {
    expect(readAnswer(parameterSchema.parse({ name: "value", type, ...more }), text, context)).toEqual(
      expected,
    );
  });
}
