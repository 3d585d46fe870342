import { ENTER_CREDENTIAL, secondCredential, type DraftAuth } from "./draft.ts";
import { listOf, type Members, memberOf, membersOf, textOf } from "./members.ts";
import type { References } from "./references.ts";

/** How a draft authorizes, its secret still to be entered, and what to tell the owner of it. */
interface Security {
  auth: DraftAuth;
  notes: string[];
}

interface Scheme {
  name: string;
  scopes: string[];
  members: Members;
}

const NONE: DraftAuth = { type: "none" };

/** The authorization of the first way in that an operation offers and an action can use. */
export function toSecurity(required: unknown, schemes: unknown, references: References): Security {
  const ways = listOf(required).map((way) => readSchemes(membersOf(way), schemes, references));
  if (ways.length === 0 || ways.some((way) => way.length === 0)) return { auth: NONE, notes: [] };
  const judged = ways.map(toAuth);
  const best = judged.find(({ auth, notes }) => auth.type !== "none" && notes.length < 2);
  return best ?? judged.find(({ auth }) => auth.type !== "none") ?? judged[0] ?? { auth: NONE, notes: [] };
}

function readSchemes(way: Members, schemes: unknown, references: References): Scheme[] {
  return Object.entries(way).map(([name, scopes]) => ({
    name,
    scopes: listOf(scopes).filter((scope) => typeof scope === "string"),
    members: references.follow(memberOf(schemes, name)),
  }));
}

/** Schemes of one way are needed together; an action carries one credential. */
function toAuth(way: readonly Scheme[]): Security {
  const judged = way.map((scheme) => ({ scheme, ...readScheme(scheme) }));
  const chosen = judged.find(({ auth }) => auth.type !== "none");
  const others = judged.filter((each) => each !== chosen);
  const missing = others.map(({ scheme, note }) => (chosen ? secondCredential(scheme.name) : note));
  return { auth: chosen?.auth ?? NONE, notes: [...(chosen ? [chosen.note] : []), ...missing] };
}

function readScheme({ name, scopes, members }: Scheme): { auth: DraftAuth; note: string } {
  const scheme = textOf(members.scheme).toLowerCase();
  if (members.type === "http" && scheme === "bearer")
    return { auth: { type: "bearer" }, note: ENTER_CREDENTIAL };
  if (members.type === "http" && scheme === "basic")
    return { auth: { type: "basic" }, note: ENTER_CREDENTIAL };
  if (members.type === "apiKey") return readKey(name, members);
  if (members.type === "oauth2") return readOauth(membersOf(members.flows), scopes);
  if (members.type === "openIdConnect")
    return { auth: { type: "bearer" }, note: tokenNote("OpenID Connect") };
  return { auth: NONE, note: `The call needs "${name}", a way to authorize that actions do not have.` };
}

function readKey(name: string, members: Members): { auth: DraftAuth; note: string } {
  const key = textOf(members.name);
  if (members.in === "header" && key !== "")
    return {
      auth: key.toLowerCase() === "cookie" ? NONE : { type: "header", headerName: key },
      note: ENTER_CREDENTIAL,
    };
  const place = textOf(members.in) || "an unknown place";
  return {
    auth: NONE,
    note: `The key "${name}" goes into the ${place}; actions send theirs in a header only.`,
  };
}

function readOauth(flows: Members, scopes: string[]): { auth: DraftAuth; note: string } {
  const flow = membersOf(flows.clientCredentials);
  const tokenUrl = textOf(flow.tokenUrl);
  if (!/^https:/i.test(tokenUrl)) return { auth: { type: "bearer" }, note: tokenNote("OAuth 2") };
  const scope = scopes.join(" ");
  const auth: DraftAuth = {
    type: "oauth2",
    tokenUrl,
    clientId: "your-client-id",
    ...(scope === "" ? {} : { scope }),
  };
  return { auth, note: `Enter the OAuth client's id in place of "your-client-id". ${ENTER_CREDENTIAL}` };
}

function tokenNote(kind: string): string {
  return `The call needs a token of ${kind}, which every visitor would have to sign in for; a token of your own, entered under authorization, speaks for all of them.`;
}
