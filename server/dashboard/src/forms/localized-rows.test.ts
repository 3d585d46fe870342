import { describe, expect, test } from "vitest";
import { judgeRows, toLocalized, toRows } from "./localized-rows.ts";

const row = (locale: string, text = "Hi") => ({ key: locale, locale, text });

describe("a text in several languages", () => {
  test("comes back from its rows as it was", () => {
    for (const text of ["Hi", {}, { en: "Hi" }, { en: "Hi", az: "Salam", "pt-BR": "Oi" }]) {
      expect(toLocalized(toRows(text))).toEqual(text);
    }
  });

  test("takes its tags in canonical form", () => {
    expect(toLocalized([row("PT_br", "Oi"), row("en")])).toEqual({ "pt-BR": "Oi", en: "Hi" });
  });

  test("says what is wrong with its languages", () => {
    const at = (index: number, message: string) => [{ pointer: `/greeting/${index}/locale`, message }];
    const table = [
      [[], []],
      [[row("")], []],
      [[row("en"), row("az")], []],
      [[row("en"), row("")], at(1, "needs its language, such as en or pt-BR")],
      [[row("english language")], at(0, "must be a language tag, such as en or pt-BR")],
      [[row("en"), row("EN")], at(1, "“en” stands twice")],
    ] as const;
    for (const [rows, expected] of table) expect(judgeRows(rows, "/greeting")).toEqual(expected);
  });
});
