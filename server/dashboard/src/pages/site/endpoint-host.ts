/** The host that an action calls, in the ASCII form that DNS is asked for: no letter looks like another one. */
export function endpointHost(url: string): string {
  return URL.parse(url)?.host ?? url;
}
