import { listOf, type Members, membersOf, scalarText, textOf } from "./members.ts";
import { NotImported } from "./not-imported.ts";

const MAX_SERVERS = 20;

/**
 * The https address in front of every path, without a slash at its end: the first server that has one. Relative ones
 * stand behind the address that the document was fetched from. @throws NotImported
 */
export function serverUrl(
  servers: unknown,
  { documentUrl, notes }: { documentUrl: string | undefined; notes: string[] },
): string {
  const list = listOf(servers).length > 0 ? listOf(servers).slice(0, MAX_SERVERS) : [{ url: "/" }];
  const urls = list.map((server) => resolve(fillVariables(membersOf(server), notes), documentUrl));
  const secure = urls.find((url) => /^https:/i.test(url));
  if (secure !== undefined) return trimSlash(secure);
  const plain = urls.find((url) => /^http:/i.test(url));
  if (plain === undefined) throw new NotImported("The description names no server by an https address.");
  notes.push(
    "The description gives an http address; https was put in its place, as actions call nothing else.",
  );
  return trimSlash(plain.replace(/^http:/i, "https:"));
}

function fillVariables(server: Members, notes: string[]): string {
  const variables = membersOf(server.variables);
  return textOf(server.url)
    .slice(0, 2_048)
    .replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
      const value = scalarText(membersOf(variables[name]).default) ?? "";
      if (value !== "")
        notes.push(`The server's "${name}" is "${value.slice(0, 80)}", the description's default.`);
      return value || whole;
    });
}

function resolve(url: string, documentUrl: string | undefined): string {
  if (/^https?:\/\//i.test(url) || documentUrl === undefined) return url;
  return URL.canParse(url, documentUrl) ? new URL(url, documentUrl).href : url;
}

const trimSlash = (url: string): string => url.replace(/\/+$/, "");
