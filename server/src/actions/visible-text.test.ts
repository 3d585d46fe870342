import { describe, expect, it } from "vitest";
import { visibleText } from "./visible-text.ts";

describe("visible text", () => {
  const kept = ["Hello, dünya!\n\tTwo\r\n", "می‌خواهم", "क्‍ष", "👩‍👩‍👧 ❤️‍🔥 👍🏽 1️⃣ 🏳️‍🌈 ☎︎", "٠١٢ ؀١", "𝒜𝓫"];
  it.each(kept)("keeps %j", (text) => {
    expect(visibleText(text)).toBe(text);
  });

  const cleaned: [text: string, visible: string][] = [
    ["a\u200bb\u2060c\ufeffd\u00ade", "abcde"],
    ["\u202eevil\u202c \u2066x\u2069", "evil x"],
    [String.fromCodePoint(...Array.from("obey", (letter) => 0xe0000 + (letter.codePointAt(0) ?? 0))), ""],
    ["a\u200db\u200cc", "abc"],
    ["\u200d\u200c\u200d", ""],
    ["क\u200d\u200d\u200dष", "कष"],
    ["a\u{e0100}\u{e01ef}b", "ab"],
    ["a\ufe0f\ufe0fb ☎\ufe0f\ufe0f", "ab ☎\ufe0f"],
    ["a\0b\u001b[31mc\u0085d\u007f", "ab[31mcd"],
    ["\u3164\u115fx", "x"],
    ["a\ud800b", "a\ufffdb"],
  ];
  it.each(cleaned)("of %j is %j", (text, visible) => {
    expect(visibleText(text)).toBe(visible);
  });
});
