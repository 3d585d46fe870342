import { isIPv4 } from "node:net";
import { blockedUnlessPrivate, EgressError } from "./egress-error.ts";
import { isWellFormedHost, judgeHost, literalAddress } from "./host-policy.ts";
import { bareHost, originOf } from "./private-origins.ts";

const MAX_URL_LENGTH = 2_048;
/** Controls, lone surrogates, every kind of space, and characters that take no room on the screen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\\]/u;
/** What needs no other look. */
const PLAIN = /^[!-[\]-~]*$/;
const HTTPS_AUTHORITY = /^https:\/\/([^/?#]+)/i;

/** A typed URL that passed every check which needs no DNS. */
export interface CheckedUrl {
  /** The canonical URL, without a trailing dot on its host. */
  href: string;
  origin: string;
  port: number;
  /** Path and query. */
  path: string;
  /** The ASCII form of the host, as an owner should be shown it; IPv6 in brackets. */
  host: string;
  /** Whether the operator lets this origin skip the rules on addresses, ports and names. */
  isPrivate: boolean;
}

export interface UrlPolicy {
  privateOrigins: ReadonlySet<string>;
  /** Our own public URL, which no call may reach. */
  publicUrl: URL | undefined;
  ownAddresses: () => readonly string[];
}

/** Checks a URL that somebody typed. Throws `EgressError` with the rule that refused it. */
export function checkUrl(text: string, policy: UrlPolicy): CheckedUrl {
  const authority = checkText(text);
  const url = parseUrl(text);
  const host = bareHost(url);
  if (!isWellFormedHost(host)) throw malformed("host", "The URL's host is not a valid name.");
  const origin = originOf(url);
  const isPrivate = policy.privateOrigins.has(origin);
  refuseOwnHost(url, isPrivate, policy.publicUrl);
  if (!isPrivate) checkPublicHost(url, authority, policy.ownAddresses());
  const path = url.pathname + url.search;
  return { href: origin + path + url.hash, origin, port: Number(url.port) || 443, path, host, isPrivate };
}

function malformed(rule: string, sentence: string): EgressError {
  return new EgressError("definition_error", sentence, { rule });
}

function checkText(text: string): string {
  if (text.length > MAX_URL_LENGTH) {
    throw malformed("length", `The URL is longer than ${MAX_URL_LENGTH} characters.`);
  }
  if (!PLAIN.test(text) && UNSEEN.test(text)) {
    throw malformed("characters", "The URL holds a space, a backslash, or a control or invisible character.");
  }
  const authority = HTTPS_AUTHORITY.exec(text)?.[1];
  if (authority === undefined) throw malformed("scheme", "The URL does not start with https:// and a host.");
  if (/[@%]/.test(authority)) {
    throw malformed(
      "authority",
      "The URL has a user name, a password or a percent sign in front of its path.",
    );
  }
  return authority;
}

function parseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null) throw malformed("host", "The URL's host or port is not valid.");
  return url;
}

/** Another port of our own host is a private origin's right: a machine may hold both. */
function refuseOwnHost(url: URL, isPrivate: boolean, publicUrl: URL | undefined): void {
  if (publicUrl === undefined || bareHost(url) !== bareHost(publicUrl)) return;
  if (isPrivate && url.port !== publicUrl.port) return;
  throw new EgressError("blocked_address", "The URL is this server's own.", { rule: "own host" });
}

function checkPublicHost(url: URL, authority: string, ownAddresses: readonly string[]): void {
  if (url.port !== "") throw blockedUnlessPrivate("port", "The URL has a port other than 443.");
  const host = bareHost(url);
  if (isIPv4(host) && authority.replace(/:\d*$/, "") !== host) {
    throw malformed("address spelling", "The URL's IPv4 address is not written as four decimal numbers.");
  }
  const verdict = judgeHost(host, ownAddresses);
  if (verdict.allowed) return;
  const kind = literalAddress(host) === undefined ? `name ${host}` : "address";
  throw blockedUnlessPrivate(verdict.rule, `The URL's ${kind} is refused (${verdict.rule}).`);
}
