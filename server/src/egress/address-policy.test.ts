import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { judgeAddress } from "./address-policy.ts";
import { GLOBAL_IPV6, REFUSED_IPV4, REFUSED_IPV6 } from "./address-table.ts";

/** [block, first, last, just before, just after]; an outer neighbour that is refused too is left empty. */
const EDGES: [block: string, first: string, last: string, before: string, after: string][] = [
  ["0.0.0.0/8", "0.0.0.0", "0.255.255.255", "", "1.0.0.0"],
  ["10.0.0.0/8", "10.0.0.0", "10.255.255.255", "9.255.255.255", "11.0.0.0"],
  ["100.64.0.0/10", "100.64.0.0", "100.127.255.255", "100.63.255.255", "100.128.0.0"],
  ["127.0.0.0/8", "127.0.0.0", "127.255.255.255", "126.255.255.255", "128.0.0.0"],
  ["168.63.129.16/32", "168.63.129.16", "168.63.129.16", "168.63.129.15", "168.63.129.17"],
  ["169.254.0.0/16", "169.254.0.0", "169.254.255.255", "169.253.255.255", "169.255.0.0"],
  ["172.16.0.0/12", "172.16.0.0", "172.31.255.255", "172.15.255.255", "172.32.0.0"],
  ["192.0.0.0/24", "192.0.0.0", "192.0.0.255", "191.255.255.255", "192.0.1.0"],
  ["192.0.2.0/24", "192.0.2.0", "192.0.2.255", "192.0.1.255", "192.0.3.0"],
  ["192.31.196.0/24", "192.31.196.0", "192.31.196.255", "192.31.195.255", "192.31.197.0"],
  ["192.52.193.0/24", "192.52.193.0", "192.52.193.255", "192.52.192.255", "192.52.194.0"],
  ["192.88.99.0/24", "192.88.99.0", "192.88.99.255", "192.88.98.255", "192.88.100.0"],
  ["192.168.0.0/16", "192.168.0.0", "192.168.255.255", "192.167.255.255", "192.169.0.0"],
  ["192.175.48.0/24", "192.175.48.0", "192.175.48.255", "192.175.47.255", "192.175.49.0"],
  ["198.18.0.0/15", "198.18.0.0", "198.19.255.255", "198.17.255.255", "198.20.0.0"],
  ["198.51.100.0/24", "198.51.100.0", "198.51.100.255", "198.51.99.255", "198.51.101.0"],
  ["203.0.113.0/24", "203.0.113.0", "203.0.113.255", "203.0.112.255", "203.0.114.0"],
  ["224.0.0.0/4", "224.0.0.0", "239.255.255.255", "223.255.255.255", ""],
  ["240.0.0.0/4", "240.0.0.0", "255.255.255.255", "", ""],
  ["2001::/23", "2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", "2000:ffff::1", "2001:200::"],
  [
    "2001:db8::/32",
    "2001:db8::",
    "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
    "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
    "2001:db9::",
  ],
  [
    "2002::/16",
    "2002::",
    "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "2003::",
  ],
  [
    "2620:4f:8000::/48",
    "2620:4f:8000::",
    "2620:4f:8000:ffff:ffff:ffff:ffff:ffff",
    "2620:4f:7fff:ffff:ffff:ffff:ffff:ffff",
    "2620:4f:8001::",
  ],
  [
    "3fff::/20",
    "3fff::",
    "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
    "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "3fff:1000::",
  ],
];

const REFUSED: [address: string, rule: string][] = [
  // IPv4 inside IPv6 (RFC 4291 §2.5.5, RFC 6052, RFC 8215, RFC 2765), whatever it holds.
  ["::ffff:127.0.0.1", "not global unicast"],
  ["::ffff:7f00:1", "not global unicast"],
  ["::ffff:8.8.8.8", "not global unicast"],
  ["::127.0.0.1", "not global unicast"],
  ["::8.8.8.8", "not global unicast"],
  ["::ffff:0:10.0.0.1", "not global unicast"],
  ["64:ff9b::10.0.0.1", "not global unicast"],
  ["64:ff9b:1::10.0.0.1", "not global unicast"],
  ["2002:7f00:1::", "6to4"],
  ["2001:0:4136:e378:8000:63bf:3fff:fdd2", "protocol assignments"],
  ["2606:4700::5efe:10.0.0.1", "ISATAP interface id"],
  ["2606:4700::200:5efe:10.0.0.1", "ISATAP interface id"],
  ["2606:4700::300:5efe:8.8.8.8", "ISATAP interface id"],
  ["::", "not global unicast"],
  ["::1", "not global unicast"],
  ["100::1", "not global unicast"],
  ["100:0:0:1::1", "not global unicast"],
  ["1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "not global unicast"],
  ["4000::", "not global unicast"],
  ["5f00::1", "not global unicast"],
  ["fc00::1", "not global unicast"],
  ["fd00:ec2::254", "not global unicast"],
  ["fe80::1", "not global unicast"],
  ["fec0::1", "not global unicast"],
  ["ff02::1", "not global unicast"],
  ["fe80::1%eth0", "zone id"],
  ["2606:4700::1111%1", "zone id"],
  ["", "malformed address"],
  ["localhost", "malformed address"],
  ["127.1", "malformed address"],
  ["2130706433", "malformed address"],
  ["0x8.8.8.8", "malformed address"],
  ["010.8.8.8", "malformed address"],
  ["8.8.8.8 ", "malformed address"],
  ["8.8.8.256", "malformed address"],
  ["[2606:4700::1111]", "malformed address"],
];

describe("the address policy", () => {
  it("has an edge case for each row of its table", () => {
    const rows = [...REFUSED_IPV4, ...REFUSED_IPV6].map(({ cidr }) => cidr);
    expect(EDGES.map(([block]) => block)).toEqual(rows);
  });

  it.each(EDGES)("refuses %s from its first to its last address and nothing around it", (...edge) => {
    const [block, first, last, before, after] = edge;
    const row = [...REFUSED_IPV4, ...REFUSED_IPV6].find(({ cidr }) => cidr === block);
    for (const address of [first, last]) {
      expect({ address, ...judgeAddress(address) }).toEqual({ address, allowed: false, rule: row?.rule });
    }
    for (const address of [before, after].filter(Boolean)) {
      expect({ address, ...judgeAddress(address) }).toEqual({ address, allowed: true });
    }
  });

  it.each(REFUSED)("refuses %j: %s", (address, rule) => {
    expect(judgeAddress(address)).toEqual({ allowed: false, rule });
  });

  it("allows IPv6 from the first to the last address of global unicast", () => {
    expect(GLOBAL_IPV6.cidr).toBe("2000::/3");
    for (const address of ["2000::", "2606:4700::1111", "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"]) {
      expect(judgeAddress(address)).toEqual({ allowed: true });
    }
  });

  it("refuses this machine's own addresses in any spelling", () => {
    const own = ["8.8.4.4", "2606:4700:0:0::0001", "fe80::1%eth0"];
    for (const address of ["8.8.4.4", "2606:4700::1", "2606:4700:0::1"]) {
      expect(judgeAddress(address, own)).toEqual({ allowed: false, rule: "own interface" });
    }
    expect(judgeAddress("8.8.8.8", own)).toEqual({ allowed: true });
  });

  it("parses with ipaddr.js 2.5 or newer, not with the 1.9 that express brings", () => {
    const { version } = createRequire(import.meta.url)("ipaddr.js/package.json") as { version: string };
    const [major = 0, minor = 0] = version.split(".").map(Number);
    expect(major * 1_000 + minor).toBeGreaterThanOrEqual(2_005);
  });
});
