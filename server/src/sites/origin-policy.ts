const WILDCARD_LABEL = "*.";

/**
 * Whether a page of this origin may use the site. Origins match exactly (scheme, host, port; RFC 6454 §5);
 * `https://*.shop.example` matches every subdomain by whole labels, never `https://shop.example` itself.
 * @param origin the request's `Origin` header, as it came; `null` and a missing one are refused
 */
export function isOriginAllowed(allowedOrigins: readonly string[], origin: string | undefined): boolean {
  const page = parseOrigin(origin);
  return page !== undefined && allowedOrigins.some((allowed) => matches(allowed, page));
}

/** Browsers send origins in their serialized form; another spelling did not come from one. */
function parseOrigin(origin: string | undefined): URL | undefined {
  const url = origin === undefined ? null : URL.parse(origin);
  if (!url || url.origin !== origin || url.hostname.includes("*")) return undefined;
  return url.protocol === "https:" || url.protocol === "http:" ? url : undefined;
}

function matches(allowed: string, page: URL): boolean {
  const wanted = URL.parse(allowed);
  if (!wanted || wanted.protocol !== page.protocol || wanted.port !== page.port) return false;
  if (!wanted.hostname.startsWith(WILDCARD_LABEL)) return wanted.hostname === page.hostname;
  const suffix = wanted.hostname.slice(1);
  return page.hostname.endsWith(suffix) && page.hostname.length > suffix.length;
}
