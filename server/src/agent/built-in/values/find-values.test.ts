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
  ["number", {}, "fr", "1 234,5", [1234.5]],
  ["number", {}, "ru", "1\u00a0234,50 руб.", [1234.5]],
  ["number", {}, "de", "12.345,67 Euro", [12345.67]],
  ["number", {}, "en", "$1,234,567.89", [1234567.89]],
  ["number", {}, "de", "am 24.12.2026", []],
  ["date", {}, "de", "am 24.12.", ["2026-12-24"]],
  ["date", {}, "fi", "24.12", ["2026-12-24"]],
  ["date", {}, "en", "24.12", []],
  ["date", {}, "en-US", "on 5/7", ["2026-05-07"]],
  ["date", {}, "en-GB", "on 5/7", ["2026-07-05"]],
  ["date", {}, "de", "am 3. März", ["2026-03-03"]],
  ["date", {}, "en", "on 3 February", ["2026-02-03"]],
  ["date", {}, "en", "on 3 January", ["2027-01-03"]],
  ["date", {}, "ru", "5 мая 2027 или 7 июня", ["2027-05-05", "2026-06-07"]],
  ["date", {}, "tr", "12 Mayıs'ta", ["2026-05-12"]],
  ["date", {}, "az", "oktyabrın 5", ["2026-10-05"]],
  ["date", {}, "fi", "5. toukokuuta", ["2026-05-05"]],
  ["date", {}, "es", "el 5 de mayo de 2027", ["2027-05-05"]],
  ["date", {}, "fr", "le 1er juin", ["2026-06-01"]],
  ["date", {}, "en", "Monday, next Friday", ["2026-05-11", "2026-05-08"]],
  ["date", {}, "en", "last Friday", ["2026-05-01"]],
  ["date", {}, "fr", "lundi dernier", ["2026-04-27"]],
  ["date", {}, "ru", "в среду", ["2026-05-06"]],
  ["date", {}, "fi", "keskiviikkona tai perjantaina", ["2026-05-06", "2026-05-08"]],
  ["date", {}, "tr", "pazartesi, pazar", ["2026-05-11", "2026-05-10"]],
  ["date", {}, "az", "cümə axşamı, cümə günü", ["2026-05-07", "2026-05-08"]],
  ["date", {}, "de", "in zwei Wochen", ["2026-05-18"]],
  ["date", {}, "es", "dentro de una semana", ["2026-05-11"]],
  ["date", {}, "ru", "через 3 дня", ["2026-05-07"]],
  ["date", {}, "tr", "bu sabah", []],
  ["date", {}, "az", "sabah", ["2026-05-05"]],
  ["date", {}, "en", "the day after tomorrow", ["2026-05-06"]],
  ["datetime", {}, "de", "morgen um 18 Uhr", ["2026-05-05T18:00:00Z"]],
  ["datetime", {}, "fi", "huomenna klo 18.30", ["2026-05-05T18:30:00Z"]],
  ["datetime", {}, "fr", "demain à 18h30", ["2026-05-05T18:30:00Z"]],
  ["datetime", {}, "tr", "yarın saat 18", ["2026-05-05T18:00:00Z"]],
  ["datetime", {}, "en", "Friday at noon", ["2026-05-08T12:00:00Z"]],
  ["text", { hint: "Such as ORD-123" }, "tr", "ORD-7'nin durumu", ["ORD-7"]],
  ["text", { hint: "Such as ORD-123" }, "az", "ORD-7-ni, ORD-8-dən", ["ORD-7", "ORD-8"]],
  ["text", { hint: "Such as ORD-123" }, "fi", "ORD-7:n tila", ["ORD-7"]],
  ["text", { hint: "Such as ORD-123" }, "en", "ORD-7-A ORD-7-8", []],
  ["text", { options: ["red", "dark red"] }, "en", "dark red", ["dark red"]],
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

/** Zone, what the UTC clock shows, text, day or moment. */
const ZONED: [string | undefined, string, string, string, string[]][] = [
  ["Asia/Baku", "2026-05-04T21:00:00Z", "date", "today", ["2026-05-05"]],
  ["America/Los_Angeles", "2026-05-04T03:00:00Z", "date", "today", ["2026-05-03"]],
  [undefined, "2026-05-04T10:00:00Z", "date", "today, Monday, in 3 days", []],
  [undefined, "2026-05-04T10:00:00Z", "date", "2026-05-09", ["2026-05-09"]],
  ["Asia/Baku", "2026-05-04T10:00:00Z", "datetime", "2026-05-31 14:30", ["2026-05-31T14:30:00+04:00"]],
  ["Asia/Baku", "2026-05-04T10:00:00Z", "datetime", "2026-05-31T14:30:00Z", ["2026-05-31T14:30:00Z"]],
  ["Europe/Berlin", "2026-05-04T10:00:00Z", "datetime", "2026-10-25 12:00", ["2026-10-25T12:00:00+01:00"]],
  ["Europe/Berlin", "2026-05-04T10:00:00Z", "datetime", "2026-10-24 12:00", ["2026-10-24T12:00:00+02:00"]],
  ["America/St_Johns", "2026-05-04T10:00:00Z", "datetime", "2026-01-02 08:05", ["2026-01-02T08:05:00-03:30"]],
];

for (const [timeZone, clock, type, text, expected] of ZONED) {
  test(`${type} in ${timeZone ?? "no known zone"} at ${clock}: ${text}`, () => {
    const parameter = parameterSchema.parse({ name: "value", type });
    const spans = findValues(parameter, text, { locale: "en", now: new Date(clock), timeZone });
    expect(spans.map((span) => span.value)).toEqual(expected);
  });
}
