import { isIPv4, isIPv6 } from "node:net";

/** An address as numbers: IPv4 in 32 bits, IPv6 as eight times 16 bits. */
export type ParsedAddress = { version: 4; bits: number } | { version: 6; parts: readonly number[] };

const DOT = ".".charCodeAt(0);
const ZERO = "0".charCodeAt(0);

/** Parses four decimal parts or IPv6 text without a zone; undefined for anything else. */
export function parseAddress(text: string): ParsedAddress | undefined {
  // The system's parser judges the spelling; what is left is arithmetic.
  if (isIPv4(text)) return { version: 4, bits: toBits(text) };
  if (!isIPv6(text) || text.includes("%")) return undefined;
  const [head = "", tail] = text.split("::", 2);
  const first = toParts(head);
  const last = toParts(tail ?? "");
  return { version: 6, parts: [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last] };
}

function toParts(text: string): number[] {
  if (text === "") return [];
  const groups = text.split(":");
  const end = groups.at(-1) ?? "";
  if (!end.includes(".")) return groups.map((group) => parseInt(group, 16));
  const bits = toBits(end);
  return [...groups.slice(0, -1).map((group) => parseInt(group, 16)), bits >>> 16, bits & 0xffff];
}

/** Of four decimal parts, as the system's parser found them. */
function toBits(text: string): number {
  let bits = 0;
  let part = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === DOT) {
      bits = (bits << 8) | part;
      part = 0;
    } else part = part * 10 + code - ZERO;
  }
  return ((bits << 8) | part) >>> 0;
}
