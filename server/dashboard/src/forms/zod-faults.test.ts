import { afterEach, expect, it } from "vitest";
import { en } from "../words/en.ts";
import { az } from "../words/az.ts";
import { speak } from "../words/words.ts";
import { toFieldErrors } from "./zod-faults.ts";

const sources = Object.values(
  import.meta.glob<string>("../../../../shared/src/*.ts", { eager: true, query: "?raw", import: "default" }),
).join("\n");

afterEach(() => speak(en));

it("tells what a schema says in the language that is spoken, with what it quotes", () => {
  const issues = [
    { path: ["name"], message: "must not be empty" },
    { path: ["headers", 0], message: '"X-Shop" stands twice' },
    { path: ["url"], message: "a sentence that no dictionary has" },
  ];
  expect(toFieldErrors(issues).map(({ message }) => message)).toEqual(issues.map(({ message }) => message));
  speak(az);
  expect(toFieldErrors(issues)).toEqual([
    { pointer: "/name", message: "boş ola bilməz" },
    { pointer: "/headers/0", message: '"X-Shop" iki dəfə yazılıb' },
    { pointer: "/url", message: "a sentence that no dictionary has" },
  ]);
});

it.each(Object.keys(en.schemaFaults))("the schemas still say: %s", (sentence) => {
  const escaped = sentence.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  expect(sources).toMatch(new RegExp(escaped.replace('"…"', '"[^"]*"')));
});
