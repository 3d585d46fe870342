import { describe, expect, it } from "vitest";
import { createLog, redactText } from "./log.ts";

const secrets: [what: string, text: string][] = [
  ["a JWT", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1In0.c2lnbmF0dXJl"],
  ["an identity secret", "ids_jwt_c2VjcmV0c2VjcmV0c2VjcmV0"],
  ["a webhook secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
  ["a bearer header", "Bearer sk-0123456789abcdef"],
  ["a user hash", "0123456789abcdef".repeat(4)],
  ["a session", "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE"],
  ["an e-mail address", "ada.love+x@mail.example.com"],
  ["an e-mail address in a path", "ada%40mail.example.com"],
  ["an e-mail address of another script", "jürgen@bücher.example"],
  ["the same in a path", "j%C3%BCrgen%40b%C3%BCcher.example"],
  ["a phone number", "+994 50 123-45-67"],
  ["a phone number in a path", "%2B994%2050%20123-45-67"],
];

describe("a line of the log", () => {
  for (const [what, text] of secrets) {
    it(`does not hold ${what}`, () => {
      expect(redactText(`{"a":"before ${text} after"}`)).toBe('{"a":"before [redacted] after"}');
    });
  }

  it("keeps what is no address, however many signs of one it has", () => {
    for (const signs of [
      "%40".repeat(5_000),
      "@".repeat(200_000),
      "a%40".repeat(5_000),
      "+1".repeat(50_000),
    ]) {
      expect(redactText(signs)).toBe(signs);
    }
  });

  it("keeps ids, addresses and times", () => {
    const line =
      '{"path":"/v1/chat/cnv_01JABCDEFGHJKMNPQRSTVWXYZ0","at":"2026-01-01T00:00:00.000Z","port":3000}';
    expect(redactText(line)).toBe(line);
  });

  it("tells of an error its type, message, code, stack and causes, and nothing that hangs on it", () => {
    const lines: string[] = [];
    const log = createLog("info", { write: (line) => void lines.push(line) });
    const cause = Object.assign(new TypeError("inner for ada@example.com"), { code: "E_INNER" });
    const error = Object.assign(new Error("outer", { cause }), { requestBodyValues: { prompt: "my diary" } });
    log.error({ err: error }, "turn failed");
    const line = JSON.parse(lines[0] ?? "") as { err: object };
    expect(line.err).toEqual({
      type: "Error",
      message: "outer",
      stack: expect.stringContaining("log.test.ts"),
      cause: {
        type: "TypeError",
        message: "inner for [redacted]",
        code: "E_INNER",
        stack: expect.any(String),
      },
    });
    expect(lines[0]).not.toContain("diary");
  });
});
