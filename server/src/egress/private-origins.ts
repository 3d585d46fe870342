const EXAMPLE = "https://orders.internal:8443";

/**
 * The https origins that calls may reach although their address is private or their port is not 443.
 * Throws an error that names the entry which is not an https origin.
 */
export function parsePrivateOrigins(entries: readonly string[]): ReadonlySet<string> {
  return new Set(entries.map(parseOrigin));
}

function parseOrigin(entry: string): string {
  const url = URL.canParse(entry) ? new URL(entry) : undefined;
  if (url?.protocol !== "https:" || url.href !== `${url.origin}/`) {
    throw new Error(
      `ERRAND_PRIVATE_ORIGINS: "${entry}" is not an https origin; write scheme, host and port, such as ${EXAMPLE}`,
    );
  }
  return originOf(url);
}

/** The origin of a URL without the trailing dot that a fully qualified host may carry. */
export function originOf(url: URL): string {
  const port = url.port ? `:${url.port}` : "";
  return `${url.protocol}//${bareHost(url)}${port}`;
}

/** The host of a URL in lower-case ASCII, without one trailing dot. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/\.$/, "");
}
