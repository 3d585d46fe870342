import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { expect, it } from "vitest";
import { parseAddress } from "./parse-address.ts";

const part = fc.integer({ min: 0, max: 0xffff });
const octet = fc.nat({ max: 255 });

it("reads IPv4 as ipaddr.js does", () => {
  fc.assert(
    fc.property(fc.tuple(octet, octet, octet, octet), (octets) => {
      const bits = octets.reduce((sum, each) => sum * 256 + each, 0);
      expect(parseAddress(octets.join("."))).toEqual({ version: 4, bits });
    }),
  );
});

it("reads IPv6 as ipaddr.js does, in every spelling", () => {
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 8, maxLength: 8 }),
      fc.nat(7),
      fc.nat(7),
      (parts, from, length) => {
        const zeroed = parts.map((each, index) => (index >= from && index < from + length ? 0 : each));
        const address = new ipaddr.IPv6(zeroed);
        const ipv4 = zeroed
          .slice(6)
          .flatMap((each) => [each >> 8, each & 255])
          .join(".");
        const mixed = [...zeroed.slice(0, 6).map((each) => each.toString(16)), ipv4].join(":");
        const spellings = [address.toString(), address.toNormalizedString(), mixed];
        for (const text of [...spellings, ...spellings.map((each) => each.toUpperCase())]) {
          expect(parseAddress(text)).toEqual({ version: 6, parts: zeroed });
        }
      },
    ),
  );
});

it("reads nothing else", () => {
  const texts = [
    "",
    "127.1",
    "010.8.8.8",
    "8.8.8.256",
    "8.8.8.8 ",
    "1:2",
    ":::",
    "1::2::3",
    "fe80::1%eth0",
    "::g",
  ];
  expect(texts.map(parseAddress)).toEqual(texts.map(() => undefined));
});
