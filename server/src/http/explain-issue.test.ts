import * as z from "zod";
import { expect, it } from "vitest";
import { explainIssue } from "./explain-issue.ts";

const CASES: [schema: z.ZodType, value: unknown, sentence: string][] = [
  [z.string(), undefined, "is missing; it must be text"],
  [z.string(), 4, "must be text, but is 4"],
  [z.string(), null, "must be text, but is null"],
  [z.number(), "sk_live_1", "must be a number, but is text"],
  [z.int(), 1.5, "must be a whole number, but is 1.5"],
  [z.boolean(), ["yes"], "must be true or false, but is a list"],
  [z.array(z.string()), { a: 1 }, "must be a list, but is an object"],
  [z.record(z.string(), z.string()), true, "must be an object, but is true"],
  [z.enum(["en", "az"]), "xx", 'must be "en" or "az", but is "xx"'],
  [z.enum(["en"]), "x".repeat(100), `must be "en", but is "${"x".repeat(60)}"`],
  [z.enum(["en", "az", "ru"]), undefined, 'must be "en", "az" or "ru", but is missing'],
  [z.literal(4), "4", 'must be 4, but is "4"'],
  [z.email(), "nobody", "must be an e-mail address"],
  [z.iso.datetime(), "soon", "must be a date and time such as 2026-05-04T10:00:00Z"],
  [z.string().min(1), "", "must not be empty"],
  [z.string().min(12), "hunter2", "must have at least 12 characters, but has 7"],
  [z.string().max(1_000), "x".repeat(2_000), "must have at most 1,000 characters, but has 2,000"],
  [z.array(z.string()).max(1), ["a", "b"], "must have at most 1 entry, but has 2"],
  [z.int().min(1).max(9), 99, "must be at most 9, but is 99"],
  [z.number().multipleOf(5), 7, "must be a multiple of 5, but is 7"],
  [z.strictObject({}), { nmae: 1 }, 'must not hold "nmae": nothing of that name is known here'],
  [z.union([z.string(), z.number()]), true, "must have another form; true does not fit here"],
  [
    z.discriminatedUnion("kind", [z.object({ kind: z.literal("a") }), z.object({ kind: z.literal("b") })]),
    { kind: "c" },
    'must be "a" or "b"',
  ],
  [z.string().refine(() => false, "must be a colour"), "red", "must be a colour"],
];

it.each(CASES)("%# says what is wrong and what would be right", (schema, value, sentence) => {
  const result = schema.safeParse(value, { error: explainIssue });
  expect(result.error?.issues.map(({ message }) => message)).toEqual([sentence]);
});
