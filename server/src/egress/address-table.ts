/** A block of addresses that no call may reach, what it is for, and who says so. */
export interface AddressBlock {
  cidr: string;
  rule: string;
  source: string;
}

/** Refused IPv4 blocks: IANA IPv4 Special-Purpose Address Registry, multicast, and one cloud's own address. */
export const REFUSED_IPV4: readonly AddressBlock[] = [
  { cidr: "0.0.0.0/8", rule: "this network", source: "RFC 791 §3.2" },
  { cidr: "10.0.0.0/8", rule: "private use", source: "RFC 1918" },
  { cidr: "100.64.0.0/10", rule: "shared address space", source: "RFC 6598" },
  { cidr: "127.0.0.0/8", rule: "loopback", source: "RFC 1122 §3.2.1.3" },
  { cidr: "168.63.129.16/32", rule: "cloud platform address", source: "Azure virtual public IP" },
  { cidr: "169.254.0.0/16", rule: "link local", source: "RFC 3927" },
  { cidr: "172.16.0.0/12", rule: "private use", source: "RFC 1918" },
  { cidr: "192.0.0.0/24", rule: "protocol assignments", source: "RFC 6890 §2.1" },
  { cidr: "192.0.2.0/24", rule: "documentation", source: "RFC 5737" },
  { cidr: "192.31.196.0/24", rule: "AS112 redirection", source: "RFC 7535" },
  { cidr: "192.52.193.0/24", rule: "automatic multicast tunneling", source: "RFC 7450" },
  { cidr: "192.88.99.0/24", rule: "6to4 relay anycast", source: "RFC 7526" },
  { cidr: "192.168.0.0/16", rule: "private use", source: "RFC 1918" },
  { cidr: "192.175.48.0/24", rule: "AS112 delegation", source: "RFC 7534" },
  { cidr: "198.18.0.0/15", rule: "benchmarking", source: "RFC 2544" },
  { cidr: "198.51.100.0/24", rule: "documentation", source: "RFC 5737" },
  { cidr: "203.0.113.0/24", rule: "documentation", source: "RFC 5737" },
  { cidr: "224.0.0.0/4", rule: "multicast", source: "RFC 5771" },
  { cidr: "240.0.0.0/4", rule: "reserved", source: "RFC 1112 §4" },
];

/** The only IPv6 block in which addresses are handed out to the public. */
export const GLOBAL_IPV6: AddressBlock = {
  cidr: "2000::/3",
  rule: "not global unicast",
  source: "RFC 4291 §2.4, IANA IPv6 Global Unicast Allocations",
};

/** Refused blocks inside 2000::/3: IANA IPv6 Special-Purpose Address Registry. */
export const REFUSED_IPV6: readonly AddressBlock[] = [
  { cidr: "2001::/23", rule: "protocol assignments", source: "RFC 2928" },
  { cidr: "2001:db8::/32", rule: "documentation", source: "RFC 3849" },
  { cidr: "2002::/16", rule: "6to4", source: "RFC 3056" },
  { cidr: "2620:4f:8000::/48", rule: "AS112 delegation", source: "RFC 7534" },
  { cidr: "3fff::/20", rule: "documentation", source: "RFC 9637" },
];
