import ipaddr from "ipaddr.js";
import { type AddressBlock, GLOBAL_IPV6, REFUSED_IPV4, REFUSED_IPV6 } from "./address-table.ts";
import { parseAddress, type ParsedAddress } from "./parse-address.ts";

export type Verdict = { allowed: true } | { allowed: false; rule: string };

const ALLOWED: Verdict = { allowed: true };
const refuse = (rule: string): Verdict => ({ allowed: false, rule });

/** Blocks as numbers, for this runs for every address of every call. */
const v4Block = ({ cidr, rule }: AddressBlock) => {
  const [base, length] = ipaddr.IPv4.parseCIDR(cidr);
  const bits = base.octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return { bits, mask: maskOf(length, 32), rule };
};
const v6Block = ({ cidr, rule }: AddressBlock) => {
  const [base, length] = ipaddr.IPv6.parseCIDR(cidr);
  const masks = base.parts.map((_, index) => maskOf(length - 16 * index, 16));
  return { parts: base.parts, masks, length: Math.ceil(length / 16), rule };
};

const refusedV4 = REFUSED_IPV4.map(v4Block);
const refusedV6 = REFUSED_IPV6.map(v6Block);
const globalV6 = v6Block(GLOBAL_IPV6);

/** The one spelling of an IP address (RFC 5952 for IPv6), or undefined when the text is none. */
export function canonicalAddress(text: string): string | undefined {
  // IPv4.isValid would take octal, hexadecimal and short forms.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text).toString();
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text).toString() : undefined;
}

/**
 * Whether a call may reach an address: four decimal parts or IPv6 text, nothing allowed by default.
 * `ownAddresses` are those of this machine's interfaces.
 */
export function judgeAddress(address: string, ownAddresses: readonly string[] = []): Verdict {
  if (address.includes("%")) return refuse("zone id");
  const parsed = parseAddress(address);
  if (parsed === undefined) return refuse("malformed address");
  const verdict = parsed.version === 4 ? judgeV4(parsed.bits) : judgeV6(parsed.parts);
  if (!verdict.allowed || ownAddresses.length === 0) return verdict;
  return keysOf(ownAddresses).has(keyOf(parsed)) ? refuse("own interface") : ALLOWED;
}

function judgeV4(bits: number): Verdict {
  const block = refusedV4.find((each) => (bits & each.mask) >>> 0 === each.bits);
  return block ? refuse(block.rule) : ALLOWED;
}

function judgeV6(parts: readonly number[]): Verdict {
  if (!isInside(parts, globalV6)) return refuse(globalV6.rule);
  const block = refusedV6.find((each) => isInside(parts, each));
  if (block) return refuse(block.rule);
  return hasIsatapInterface(parts) ? refuse("ISATAP interface id") : ALLOWED;
}

function isInside(parts: readonly number[], block: ReturnType<typeof v6Block>): boolean {
  for (let index = 0; index < block.length; index += 1) {
    if (((parts[index] ?? 0) & (block.masks[index] ?? 0)) !== block.parts[index]) return false;
  }
  return true;
}

/** RFC 5214 §6.1: the interface id is `000000ug 00000000 5e fe` and an IPv4 address. */
function hasIsatapInterface(parts: readonly number[]): boolean {
  return ((parts[4] ?? 0) & 0xfcff) === 0 && parts[5] === 0x5efe;
}

/** The first `length` of `width` bits. */
function maskOf(length: number, width: 16 | 32): number {
  const kept = Math.min(Math.max(length, 0), width);
  return 2 ** width - 2 ** (width - kept);
}

const known = new WeakMap<readonly string[], ReadonlySet<string | number>>();

/** The addresses of a list, worked out once for as long as the same list is given. */
function keysOf(addresses: readonly string[]): ReadonlySet<string | number> {
  const keys = known.get(addresses) ?? new Set(addresses.map((each) => keyOf(parseAddress(each))));
  known.set(addresses, keys);
  return keys;
}

function keyOf(parsed: ParsedAddress | undefined): string | number {
  if (parsed === undefined) return "";
  return parsed.version === 4 ? parsed.bits : parsed.parts.join(":");
}
