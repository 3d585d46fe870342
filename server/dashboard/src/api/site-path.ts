/** Address of something of a site in the owner API. */
export function sitePath(site: string, ...rest: string[]): string {
  return ["/sites", ...[site, ...rest].map(encodeURIComponent)].join("/");
}

/** An address with what it is asked; empty answers are left out. */
export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
