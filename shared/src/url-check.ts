import type { DefinitionFault } from "./definition-fault.ts";

const PARTS = /^https:\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/s;
/** Controls, format characters, lone surrogates, every kind of space, and what URL parsers read as a slash. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\\]/u;
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;
const STRAY_PERCENT = /%(?![0-9a-f]{2})/i;
const PLACEHOLDER = /\{\{[^{}]*\}\}/g;

/** One `key=value` of a URL's query as it was written. */
interface QueryEntry {
  name: string;
  value: string;
}

/** The entries of the query that a URL was written with. */
export function queryOf(url: string): QueryEntry[] {
  const query = (PARTS.exec(url)?.[3] ?? "").slice(1);
  if (query === "") return [];
  return query.split("&").map((entry) => {
    const at = entry.indexOf("=");
    return at < 0 ? { name: entry, value: "" } : { name: entry.slice(0, at), value: entry.slice(at + 1) };
  });
}

/** What is wrong with an endpoint's URL, apart from the placeholders' names. */
export function checkUrl(url: string): DefinitionFault[] {
  const message = findUrlFault(url);
  return message === undefined ? [] : [{ path: ["url"], message }];
}

function findUrlFault(url: string): string | undefined {
  if (url === "") return "must not be empty";
  const parts = PARTS.exec(url);
  if (!parts) return `"${url.slice(0, 80)}" must start with https://`;
  const [, authority = "", path = "", , fragment] = parts;
  if (UNSEEN.test(url))
    return "must not have a space, a backslash or an invisible character; percent-encode it";
  return findAuthorityFault(authority) ?? findPathFault(path) ?? findRestFault(url, fragment);
}

function findAuthorityFault(authority: string): string | undefined {
  if (authority === "") return "has no host; write it as https://api.example.com/path";
  if (authority.includes("{{")) return "must not have a placeholder in its host or port";
  if (/[@%]/.test(authority)) return "must not have a user name or a password; put it under authorization";
  return undefined;
}

/** A dot segment would swallow the one before it, placeholder and all. */
function findPathFault(path: string): string | undefined {
  const hasDots = path
    .replaceAll(PLACEHOLDER, "x")
    .split("/")
    .some((segment) => DOT_SEGMENT.test(segment));
  return hasDots ? "must not have . or .. between slashes" : undefined;
}

function findRestFault(url: string, fragment: string | undefined): string | undefined {
  if (fragment !== undefined) return "must not have a #fragment: it never reaches a server";
  if (queryOf(url).some(({ name }) => name.includes("{{")))
    return "must not have a placeholder in a query key";
  const neutral = url.replaceAll(PLACEHOLDER, "x");
  if (STRAY_PERCENT.test(neutral)) return "has a % that no two hexadecimal digits follow; write it as %25";
  return URL.canParse(neutral) ? undefined : `"${url.slice(0, 80)}" is not a URL`;
}
