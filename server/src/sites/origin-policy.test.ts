import { describe, expect, it } from "vitest";
import { isOriginAllowed } from "./origin-policy.ts";

const allowed = [
  "https://shop.example",
  "https://*.parts.example",
  "http://localhost:8080",
  "https://*.odd.example:8443",
  "https://port.example:443",
];

const cases: [origin: string | undefined, isAllowed: boolean][] = [
  ["https://shop.example", true],
  ["https://a.parts.example", true],
  ["https://a.b.parts.example", true],
  ["http://localhost:8080", true],
  ["https://a.odd.example:8443", true],
  ["https://port.example", true],

  [undefined, false],
  ["", false],
  ["null", false],
  ["*", false],
  ["https://", false],
  ["http://shop.example", false],
  ["https://shop.example:8443", false],
  ["https://shop.example:443", false],
  ["https://shop.example/", false],
  ["https://shop.example/path", false],
  ["https://shop.example.", false],
  ["https://SHOP.example", false],
  ["https://user@shop.example", false],
  ["https://shop.example@evil.example", false],
  ["https://shop.example https://evil.example", false],
  ["https://shop.example\n", false],
  ["https://www.shop.example", false],
  ["https://shop.example.evil.example", false],
  ["https://evilshop.example", false],
  ["https://parts.example", false],
  ["https://.parts.example", false],
  ["https://*.parts.example", false],
  ["https://evilparts.example", false],
  ["https://a.parts.example.evil.example", false],
  ["http://a.parts.example", false],
  ["https://a.odd.example", false],
  ["http://localhost", false],
  ["http://127.0.0.1:8080", false],
  ["file:///tmp/page.html", false],
  ["chrome-extension://abcdefgh", false],
  ["ws://shop.example", false],
  ["blob:https://shop.example/1", false],
];

describe("isOriginAllowed", () => {
  it.each(cases)("judges %j: %s", (origin, isAllowed) => {
    expect(isOriginAllowed(allowed, origin)).toBe(isAllowed);
  });

  it("allows nothing by default", () => {
    expect(isOriginAllowed([], "https://shop.example")).toBe(false);
  });

  it("allows nothing for an entry that is no origin", () => {
    expect(isOriginAllowed(["null", "*", "https://*", ""], "https://shop.example")).toBe(false);
  });
});
