import { describe, expect, it } from "vitest";
import { createRedactor } from "../credentials/redact.ts";
import { toOutcome } from "./outcome.ts";

const JSON_TYPE = "application/json; charset=utf-8";

interface Given {
  status?: number;
  type?: string | undefined;
  body?: string | Uint8Array;
  headers?: Record<string, string | string[]>;
  include?: string[];
  secrets?: string[];
}

function judge({
  status = 200,
  type = JSON_TYPE,
  body = "",
  headers = {},
  include = [],
  secrets = [],
}: Given) {
  const typed = type === "" ? {} : { "content-type": type };
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return toOutcome(
    { status, headers: { ...typed, ...headers }, body: bytes },
    { include, card: null, redact: createRedactor(secrets) },
  );
}

describe("an answer", () => {
  it("of 2xx with JSON is ok, parsed for the model and as sent for the owner", () => {
    expect(judge({ status: 201, body: ' {"id": 7, "tags": ["a"]}\n' })).toEqual({
      outcome: "ok",
      told: { outcome: "ok", status: 201, data: { id: 7, tags: ["a"] } },
      response: {
        status: 201,
        headers: { "content-type": JSON_TYPE },
        body: ' {"id": 7, "tags": ["a"]}\n',
        truncated: false,
      },
    });
  });

  it.each([300, 304, 400, 404, 422, 500, 503])(
    "of %d is the endpoint's error, its body told all the same",
    (status) => {
      const message = `The endpoint answered with status ${status}.`;
      expect(judge({ status, body: '{"error":"no such order"}' })).toMatchObject({
        outcome: "remote_error",
        told: { outcome: "remote_error", status, data: { error: "no such order" }, message },
        message,
      });
    },
  );

  const contents: [name: string, given: Given, data: unknown][] = [
    ["JSON under a name of its own", { type: "application/problem+json", body: '{"a":1}' }, { a: 1 }],
    ["JSON without a type", { type: "", body: '[{"a":1}]' }, [{ a: 1 }]],
    ["JSON called text", { type: "text/plain", body: '{"a":1}' }, { a: 1 }],
    ["a JSON scalar", { body: "false" }, false],
    ["broken JSON, as text", { body: '{"a":' }, '{"a":'],
    ["text that only looks like a number", { type: "text/plain", body: "007" }, "007"],
    ["markup, as text", { type: "text/html", body: "<p>Hi</p>" }, "<p>Hi</p>"],
    ["XML, as text", { type: "application/soap+xml", body: "<a/>" }, "<a/>"],
    [
      "another charset",
      { type: "text/plain; charset=windows-1254", body: Buffer.from([0xfe, 0x65, 0x6b, 0x65, 0x72]) },
      "şeker",
    ],
    ["a quoted charset", { type: 'text/plain; charset="ISO-8859-1"', body: Buffer.from([0xe9]) }, "é"],
    ["a charset that nobody knows, as UTF-8", { type: "text/plain; charset=klingon", body: "ə" }, "ə"],
    ["a byte order mark", { body: '\ufeff{"a":1}' }, { a: 1 }],
    [
      "whole numbers that JavaScript would round, as text",
      { body: '{"id":12345678901234567890,"n":1.5e3}' },
      { id: "12345678901234567890", n: 1_500 },
    ],
    [
      "binary data, as a note",
      { type: "image/png", body: Buffer.from([1, 2, 3]) },
      "(image/png, 3 bytes, which is not text)",
    ],
    [
      "bytes without a type that are no text",
      { type: "", body: Buffer.from([0xff, 0xfe]) },
      "(unnamed binary data, 2 bytes, which is not text)",
    ],
    [
      "bytes without a type that hold NUL",
      { type: "", body: "a\0b" },
      "(unnamed binary data, 3 bytes, which is not text)",
    ],
    [
      "invisible characters, which are dropped",
      { body: '{"a\\u200b":"x\\u202ey\\ud83d"}' },
      { a: "xy\ufffd" },
    ],
  ];
  it.each(contents)("may hold %s", (_name, given, data) => {
    expect(judge(given).told).toEqual({ outcome: "ok", status: 200, data });
  });

  it.each([{}, { body: " \n" }, { type: "" }])("may be empty: %j", (given) => {
    expect(judge({ status: 204, ...given }).told).toEqual({
      outcome: "ok",
      status: 204,
      message: "Done. The endpoint answered without content.",
    });
    expect(judge({ status: 500, ...given }).told).toEqual({
      outcome: "remote_error",
      status: 500,
      message: "The endpoint answered with status 500.",
    });
  });

  it("keeps a key called __proto__ a key", () => {
    const { data } = judge({ body: '{"__proto__":{"admin":true}}' }).told;
    expect(Object.keys(data as object)).toEqual(["__proto__"]);
    expect((data as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each([100, 1_000, 3_000, 6_000, 12_000, 200_000])("nested %d levels deep does no harm", (depth) => {
    const { told } = judge({ body: "[".repeat(depth) + "]".repeat(depth) });
    expect(told).toMatchObject({ outcome: "ok", status: 200 });
    expect(Buffer.byteLength(JSON.stringify(told))).toBeLessThan(21_000);
  });
});

it("of an answer nested beyond sense, 64 levels are told", () => {
  const { data } = judge({ body: "[".repeat(100) + "]".repeat(100) }).told;
  expect(JSON.stringify(data)).toBe(`${"[".repeat(64)}"…"${"]".repeat(64)}`);
});

describe("a bounded answer", () => {
  const large = JSON.stringify({ id: 7, log: "ə".repeat(40_000) });

  it("is trimmed by structure for the model", () => {
    const { told } = judge({ body: large });
    expect(told.data).toEqual({ id: 7, log: `${"ə".repeat(4_000)}… (36000 more characters)` });
  });

  it("is cut at a whole character for the owner", () => {
    const { response } = judge({ type: "text/plain", body: `a${"ə".repeat(40_000)}` });
    expect(response).toMatchObject({ body: `a${"ə".repeat(10_239)}`, truncated: true });
  });

  it("has at most 20 KB of text for the model", () => {
    const { told } = judge({ type: "text/plain", body: '"'.repeat(100_000) });
    expect(Buffer.byteLength(JSON.stringify(told.data))).toBeLessThanOrEqual(20_480);
  });
});

describe("the owner's field list", () => {
  const body = '{"status":"sent","cost":3}';

  it("is all that the model sees, and no bound for the owner", () => {
    const { told, response } = judge({ body, include: ["/status"] });
    expect(told).toEqual({ outcome: "ok", status: 200, data: { status: "sent" } });
    expect(response.body).toBe(body);
  });

  it.each<Given>([{ body }, { type: "text/html", body: "<p>secret</p>" }, { type: "image/png", body: "x" }])(
    "shows nothing of an answer that has none of its fields: %j",
    (given) => {
      expect(judge({ ...given, include: ["/eta"] }).told).toEqual({
        outcome: "ok",
        status: 200,
        message: "Done. The answer has none of the fields that may be shown.",
      });
    },
  );

  it("holds for errors too", () => {
    expect(judge({ status: 500, body: '{"stack":"…"}', include: ["/status"] }).told).not.toHaveProperty(
      "data",
    );
  });
});

describe("a secret in an answer", () => {
  const secret = "sk-12345/67890=abc";
  const told = (given: Given) => JSON.stringify(judge({ secrets: [secret], ...given }));
  const base64 = Buffer.from(secret).toString("base64");
  const escaped = Array.from(secret, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join("");

  const places: [name: string, given: Given][] = [
    ["a JSON text", { body: JSON.stringify({ a: [`key is ${secret}`] }) }],
    ["a JSON key", { body: JSON.stringify({ [secret]: 1 }) }],
    ["escapes", { body: `{"a":"${escaped}"}` }],
    ["characters that do not show", { body: JSON.stringify({ a: secret.split("").join("\u200b") }) }],
    ["text", { type: "text/html", body: `<p>Bearer ${secret}</p>` }],
    ["base64", { body: JSON.stringify({ a: base64 }) }],
    ["percent-encoding", { type: "text/plain", body: encodeURIComponent(secret) }],
    ["a header", { headers: { "x-echo": `Bearer ${secret}`, location: [secret, "b"] } }],
    ["an error", { status: 401, body: JSON.stringify({ got: secret }) }],
  ];
  it.each(places)("is redacted from %s", (_name, given) => {
    const text = told(given);
    for (const form of [secret, base64, encodeURIComponent(secret), escaped])
      expect(text).not.toContain(form);
    expect(text).toContain("[redacted]");
  });

  it("is redacted from a JSON number", () => {
    const { told, response } = judge({ body: '{"pin":12345678}', secrets: ["12345678"] });
    expect(told.data).toEqual({ pin: "[redacted]" });
    expect(response.body).toBe('{"pin":"[redacted]"}');
  });

  it("may be a cookie, which nobody is shown", () => {
    const { response } = judge({ headers: { "set-cookie": ["session=1", "b=2"], "x-a": ["1", "2"] } });
    expect(response.headers).toEqual({
      "content-type": JSON_TYPE,
      "set-cookie": "[redacted]",
      "x-a": "1, 2",
    });
  });
});
