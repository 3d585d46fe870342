import { parameterSchema } from "@errand/shared/action";
import { expect, test } from "vitest";
import { findValues } from "./find-values.ts";

const now = new Date("2026-05-04T10:00:00Z");

/** Type, more of the parameter, locale, text, values. */
const TABLE: [string, Record<string, unknown>, string, string, unknown[]][] = [
  ["email", {}, "en", "Write to Aysel.H@Example.co.uk, or <a@b.az>.", ["Aysel.H@Example.co.uk", "a@b.az"]],
  ["email", {}, "en", "not@an address", []],
  ["phone", {}, "az", "050 123 45 67", ["+994501234567"]],
  ["phone", {}, "en-US", "call (213) 373-4253 now", ["+12133734253"]],
  ["phone", {}, "en", "+44 20 7946 0018", ["+442079460018"]],
  ["phone", {}, "en", "order 1001", []],
  ["number", {}, "en", "1,234.5", [1234.5]],
  ["number", {}, "az", "1.234,5", [1234.5]],
  ["number", {}, "en", "1,234", [1234]],
  ["number", {}, "az", "1.234", [1234]],
  ["number", {}, "az", "1,25 manat", [1.25]],
  ["number", {}, "en", "about -3.5 and 12 345", [-3.5, 12345]],
  ["number", {}, "en", "ORD-123 A4 2026-05-04", []],
  ["integer", {}, "en", "2.5 or 3", [3]],
  [
    "url",
    {},
    "en",
    "see https://example.com/a?b=1, or www.example.org.",
    ["https://example.com/a?b=1", "https://www.example.org/"],
  ],
  ["date", {}, "en", "on 2026-12-31", ["2026-12-31"]],
  ["date", {}, "az", "31.12.2026", ["2026-12-31"]],
  ["date", {}, "en-US", "12/5/26", ["2026-12-05"]],
  ["date", {}, "en-GB", "12/5/26", ["2026-05-12"]],
  ["date", {}, "en-US", "31/12/2026", ["2026-12-31"]],
  ["date", {}, "en", "May 12th, 2027 or 3 June", ["2027-05-12", "2026-06-03"]],
  ["date", {}, "az", "12 may", ["2026-05-12"]],
  ["date", {}, "az", "3 iyun 2027", ["2027-06-03"]],
  ["date", {}, "en", "yesterday, today or tomorrow", ["2026-05-03", "2026-05-04", "2026-05-05"]],
  ["date", {}, "az", "bu gün, sabah, dünən", ["2026-05-04", "2026-05-05", "2026-05-03"]],
  ["date", {}, "en", "2026-02-30 and 45.13.2026", []],
  ["datetime", {}, "en", "2026-05-31T14:30:00+04:00", ["2026-05-31T10:30:00Z"]],
  ["datetime", {}, "en", "2026-05-31 14:30", ["2026-05-31T14:30:00Z"]],
  ["datetime", {}, "en", "tomorrow at 2:05 pm", ["2026-05-05T14:05:00Z"]],
  ["datetime", {}, "en", "tomorrow", []],
  [
    "choice",
    { options: ["red", "dark red", "Yaşıl"] },
    "en",
    "the DARK RED or yasil one",
    ["dark red", "Yaşıl"],
  ],
  ["choice", { options: [1, 2] }, "en", "size 2", [2]],
  ["choice", { options: ["red"] }, "en", "hundred", []],
  ["text", { hint: "Such as ORD-123" }, "en", "ord-7, Ord 8, ORD9", ["ORD-7", "ORD-8", "ORD-9"]],
  ["text", { hint: "Such as ORD-123" }, "en", "inv-7", ["INV-7"]],
  ["text", { hint: "Such as ORD-123" }, "en", "order 7", []],
  ["text", { hint: "Such as ORD-123" }, "en", "ORD-7 or INV-8", ["ORD-7"]],
  ["text", { hint: "Məsələn: ab12cd." }, "en", "AB77XY", ["ab77xy"]],
  ["text", { hint: "Like 2026/001" }, "en", "2025/1 and 2025-017", []],
  ["text", { hint: "Like 2026/001" }, "en", "2025/017", ["2025/017"]],
  ["text", { hint: "10001" }, "en", "I bought 2 in 2026: 10234", ["2026", "10234"]],
  ["text", { hint: "Your name" }, "en", "Aysel", []],
  ["boolean", {}, "en", "yes", []],
];

for (const [type, more, locale, text, expected] of TABLE) {
  test(`${type} ${JSON.stringify(more)} in ${locale}: ${text}`, () => {
    const parameter = parameterSchema.parse({ name: "value", type, ...more });
    const spans = findValues(parameter, text, { locale, now, timeZone: "UTC" });
    expect(spans.map((span) => span.value)).toEqual(expected);
  });
}
