import { isIP } from "node:net";
import { rememberByText } from "../remember.ts";
import { judgeAddress, type Verdict } from "./address-policy.ts";

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/** Names that never belong to a public endpoint, each with everything below it. */
const RESERVED_SUFFIXES: readonly string[] = [
  "localhost", // RFC 6761 §6.3
  "local", // RFC 6762
  "internal", // ICANN resolution 2024.07.29.06
  "lan", // home routers
  "home.arpa", // RFC 8375
  "corp", // ICANN name collision
  "home", // ICANN name collision
  "svc", // Kubernetes services
  "cluster.local", // Kubernetes services
  "test", // RFC 6761 §6.2
  "example", // RFC 6761 §6.5
  "invalid", // RFC 6761 §6.4
  "onion", // RFC 7686
  "alt", // RFC 9476
  "arpa", // RFC 3172
];

/** Names under which clouds serve machine credentials, outside the reserved suffixes. */
const METADATA_NAMES: ReadonlySet<string> = new Set([
  "metadata.goog",
  "metadata.tencentyun.com",
  "metadata.packet.net",
  "metadata.platformequinix.com",
]);

/** The IP address that a URL's host is (without brackets), or undefined when it is a name. */
export function literalAddress(host: string): string | undefined {
  const bare = host.replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 ? undefined : bare;
}

/** Whether a host is a literal address or a name that DNS can hold: letters, digits, `-` and `_`. */
export function isWellFormedHost(host: string): boolean {
  return literalAddress(host) !== undefined || (host.length <= 253 && isWellFormedName(host));
}

const isWellFormedName = rememberByText((name) => name.split(".").every((label) => LABEL.test(label)));

/** Whether a call may go to a host, as far as can be told without DNS. `host` is lower-case ASCII without trailing dot. */
export function judgeHost(host: string, ownAddresses: readonly string[]): Verdict {
  const address = literalAddress(host);
  return address === undefined ? judgeName(host) : judgeAddress(address, ownAddresses);
}

const judgeName = rememberByText((name): Verdict => {
  if (METADATA_NAMES.has(name)) return { allowed: false, rule: "metadata name" };
  const reserved = RESERVED_SUFFIXES.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
  if (reserved) return { allowed: false, rule: "reserved name" };
  return name.includes(".") ? { allowed: true } : { allowed: false, rule: "single label" };
});
