import { describe, expect, it } from "vitest";
import { checkRequest } from "./request-limits.ts";

const REFUSED_HEADERS = [
  "Host",
  "content-length",
  "Transfer-Encoding",
  "connection",
  "Upgrade",
  "TE",
  "Trailer",
  "Expect",
  "Keep-Alive",
  "Proxy-Authorization",
  "proxy-connection",
  "",
  "x y",
  "x:",
  "é",
];

describe("a request's limits", () => {
  it.each(REFUSED_HEADERS)("refuse the header %j", (name) => {
    const check = () => checkRequest({ method: "GET", headers: { [name]: "a" } });
    expect(check).toThrow(expect.objectContaining({ code: "definition_error", rule: "header" }));
  });

  it.each(["a\r\nhost: b", "a\nb", "a\0", "é", "\u010a", "\x7f"])("refuse the header value %j", (value) => {
    const check = () => checkRequest({ method: "GET", headers: { "x-a": value } });
    expect(check).toThrow(expect.objectContaining({ code: "definition_error", rule: "header" }));
  });

  it.each(["HEAD", "CONNECT", "TRACE", "OPTIONS", "get", "GET ", ""])("refuse the method %j", (method) => {
    const check = () => checkRequest({ method, headers: {} });
    expect(check).toThrow(expect.objectContaining({ code: "definition_error", rule: "method" }));
  });

  it("take headers of 16 KB and a body of 256 KB, and not a byte more", () => {
    const headers = { "x-a": "v".repeat(16_384 - 7) };
    const body = "é".repeat(131_072);
    expect(checkRequest({ method: "POST", headers, body })).toEqual({
      ...headers,
      "accept-encoding": "identity",
    });
    expect(() => checkRequest({ method: "POST", headers: { ...headers, b: "" } })).toThrow(
      "The request's headers may hold at most 16384 bytes.",
    );
    expect(() => checkRequest({ method: "POST", headers: {}, body: `${body}a` })).toThrow(
      "The request's body may hold at most 262144 bytes.",
    );
  });
});
