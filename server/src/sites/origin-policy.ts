import { rememberByText } from "../remember.ts";

/** Longer than any origin: a name has at most 253 characters. */
const MAX_LENGTH = 300;
const WILDCARD_LABEL = "*.";

/**
 * Whether a page of this origin may use the site. Origins match exactly (scheme, host, port; RFC 6454 §5);
 * `https://*.shop.example` matches every subdomain by whole labels, never `https://shop.example` itself.
 * @param origin the request's `Origin` header, as it came; `null` and a missing one are refused
 */
export function isOriginAllowed(allowedOrigins: readonly string[], origin: string | undefined): boolean {
  const page = origin === undefined || origin.length > MAX_LENGTH ? null : parseOrigin(origin);
  return page !== null && allowedOrigins.some((allowed) => matches(allowed, page));
}

/** Browsers send origins in their serialized form; another spelling did not come from one. */
const parseOrigin = rememberByText((origin): URL | null => {
  const url = URL.parse(origin);
  if (!url || url.origin !== origin || url.hostname.includes("*")) return null;
  return url.protocol === "https:" || url.protocol === "http:" ? url : null;
});

const parseAllowed = rememberByText((allowed) => URL.parse(allowed));

function matches(allowed: string, page: URL): boolean {
  const wanted = parseAllowed(allowed);
  if (!wanted || wanted.protocol !== page.protocol || wanted.port !== page.port) return false;
  if (!wanted.hostname.startsWith(WILDCARD_LABEL)) return wanted.hostname === page.hostname;
  const suffix = wanted.hostname.slice(1);
  return page.hostname.endsWith(suffix) && page.hostname.length > suffix.length;
}
