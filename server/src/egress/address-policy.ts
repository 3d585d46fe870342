import ipaddr from "ipaddr.js";
import { type AddressBlock, GLOBAL_IPV6, REFUSED_IPV4, REFUSED_IPV6 } from "./address-table.ts";

export type Verdict = { allowed: true } | { allowed: false; rule: string };

const ALLOWED: Verdict = { allowed: true };
const refuse = (rule: string): Verdict => ({ allowed: false, rule });

const v4Block = ({ cidr, rule }: AddressBlock) => ({ range: ipaddr.IPv4.parseCIDR(cidr), rule });
const v6Block = ({ cidr, rule }: AddressBlock) => ({ range: ipaddr.IPv6.parseCIDR(cidr), rule });

const refusedV4 = REFUSED_IPV4.map(v4Block);
const refusedV6 = REFUSED_IPV6.map(v6Block);
const globalV6 = v6Block(GLOBAL_IPV6);

/** The one spelling of an IP address (RFC 5952 for IPv6), or undefined when the text is none. */
export function canonicalAddress(text: string): string | undefined {
  return parseAddress(text)?.toString();
}

/**
 * Whether a call may reach an address: four decimal parts or IPv6 text, nothing allowed by default.
 * `ownAddresses` are those of this machine's interfaces.
 */
export function judgeAddress(address: string, ownAddresses: readonly string[] = []): Verdict {
  if (address.includes("%")) return refuse("zone id");
  const parsed = parseAddress(address);
  if (parsed === undefined) return refuse("malformed address");
  const verdict = parsed instanceof ipaddr.IPv4 ? judgeV4(parsed) : judgeV6(parsed);
  if (!verdict.allowed) return verdict;
  return isOneOf(parsed.toString(), ownAddresses) ? refuse("own interface") : ALLOWED;
}

function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  // IPv4.isValid would take octal, hexadecimal and short forms.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : undefined;
}

function judgeV4(address: ipaddr.IPv4): Verdict {
  const block = refusedV4.find(({ range }) => address.match(range));
  return block ? refuse(block.rule) : ALLOWED;
}

function judgeV6(address: ipaddr.IPv6): Verdict {
  if (!address.match(globalV6.range)) return refuse(globalV6.rule);
  const block = refusedV6.find(({ range }) => address.match(range));
  if (block) return refuse(block.rule);
  return hasIsatapInterface(address) ? refuse("ISATAP interface id") : ALLOWED;
}

/** RFC 5214 §6.1: the interface id is `000000ug 00000000 5e fe` and an IPv4 address. */
function hasIsatapInterface({ parts }: ipaddr.IPv6): boolean {
  return ((parts[4] ?? 0) & 0xfcff) === 0 && parts[5] === 0x5efe;
}

function isOneOf(canonical: string, addresses: readonly string[]): boolean {
  return addresses.some((address) => canonicalAddress(address) === canonical);
}
