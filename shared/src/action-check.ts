import type { DefinitionFault } from "./definition-fault.ts";
import type { ActionInput, Parameter } from "./action-shape.ts";
import { checkAuth, credentialHeader } from "./action-auth.ts";
import { checkObjectSchema } from "./object-schema.ts";
import { bodyFormat, checkBody, fieldNameOf, sendsBody, templateStrings } from "./request-body.ts";
import { BUILT_IN_PLACEHOLDERS, claimOf, placeholdersOf, RESERVED_NAMES } from "./template.ts";
import { checkUrl, queryOf } from "./url-check.ts";

/** What frames the message, chooses its way, or proves who is calling. */
const FORBIDDEN_HEADERS = new Set(
  [
    "host content-length transfer-encoding connection upgrade te trailer expect keep-alive http2-settings",
    "cookie accept-encoding x-user-id x-user-hash x-user-verified",
    "webhook-id webhook-timestamp webhook-signature x-errand-assertion",
  ].flatMap((names) => names.split(" ")),
);
const PRINTABLE = /^(?:[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)?$/;

/** One place of a definition that may hold placeholders. */
interface Place {
  path: (string | number)[];
  text: string;
}

/** Every fault that the fields' own shapes cannot show; empty for a sound definition. */
export function checkDefinition(action: ActionInput): DefinitionFault[] {
  return [
    ...checkUrl(action.url),
    ...checkAuth(action.auth),
    ...checkNames(action),
    ...checkHeaders(action),
    ...checkQuery(action),
    ...checkBody(action),
    ...checkPlaceholders(action),
    ...checkClaimRules(action),
  ];
}

function checkNames(action: ActionInput): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const seen = new Set<string>();
  action.parameters.forEach((parameter, index) => {
    const path = ["parameters", index, "name"];
    const message = findNameFault(parameter.name);
    if (message) faults.push({ path, message });
    if (seen.has(parameter.name)) faults.push({ path, message: `"${parameter.name}" stands twice` });
    seen.add(parameter.name);
    if (parameter.type === "choice" && parameter.options.length === 0) {
      faults.push({ path: ["parameters", index, "options"], message: "a choice needs at least one option" });
    }
    faults.push(...checkObjectSchema(parameter, index));
  });
  return faults;
}

function findNameFault(name: string): string | undefined {
  if (RESERVED_NAMES.has(name)) return `"${name}" is reserved: identity fills it, never the model`;
  if (name === "__proto__") return `"__proto__" must not be a name`;
  const isBuiltIn = BUILT_IN_PLACEHOLDERS.some((known) => known === name);
  return isBuiltIn ? `"${name}" is filled in by itself: {{${name}}} needs no parameter` : undefined;
}

function checkClaimRules({ claimRules, requireVerifiedIdentity }: ActionInput): DefinitionFault[] {
  if (claimRules.length === 0 || requireVerifiedIdentity) return [];
  return [{ path: ["claimRules"], message: 'rules over claims need "Require verified identity" to be on' }];
}

function checkHeaders(action: ActionInput): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const own = credentialHeader(action.auth);
  const seen = new Set<string>();
  action.headers.forEach((header, index) => {
    const path = ["headers", index, "name"];
    const lower = header.name.toLowerCase();
    if (isForbiddenHeader(lower))
      faults.push({ path, message: `"${header.name}" is set by the call itself` });
    if (lower === own) {
      faults.push({ path, message: `"${header.name}" is the authorization's own header` });
    }
    if (seen.has(lower)) faults.push({ path, message: `"${header.name}" stands twice` });
    seen.add(lower);
    if (!PRINTABLE.test(header.value)) {
      const message = "must be printable ASCII without a space at either end";
      faults.push({ path: ["headers", index, "value"], message });
    }
  });
  if (own !== undefined && isForbiddenHeader(own)) {
    faults.push({ path: ["auth", "headerName"], message: `"${own}" is set by the call itself` });
  }
  return faults;
}

function isForbiddenHeader(lower: string): boolean {
  // Servers that hand headers on as variables (CGI, RFC 3875 §4.1.18) read `_` as `-`.
  const name = lower.replaceAll("_", "-");
  return FORBIDDEN_HEADERS.has(name) || name.startsWith("proxy-");
}

function checkQuery(action: ActionInput): DefinitionFault[] {
  const inUrl = queryOf(action.url).map((entry) => ({ entry, path: ["url"] }));
  const listed = action.query.map((entry, index) => ({ entry, path: ["query", index, "name"] }));
  return [...inUrl, ...listed].flatMap(({ entry, path }) => {
    const message = findQueryFault(action.parameters, entry);
    return message === undefined ? [] : [{ path, message }];
  });
}

function findQueryFault(
  parameters: readonly Parameter[],
  entry: { name: string; value: string },
): string | undefined {
  if (/\{\{|\}\}/.test(entry.name)) return "a query key must not hold a placeholder";
  if (!entry.name.isWellFormed() || !entry.value.isWellFormed()) return "is not well-formed Unicode";
  const isFilled = parameters.some((parameter) => entry.value.includes(`{{${parameter.name}}}`));
  const name = fieldNameOf(decodeKey(entry.name));
  if (!RESERVED_NAMES.has(name) || !isFilled) return undefined;
  return `"${name}" is reserved: identity fills it, never the model`;
}

/** A key as servers read it; one of the URL itself is percent-encoded, and a stray % is told of elsewhere. */
function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll("+", " "));
  } catch {
    return key;
  }
}

function checkPlaceholders(action: ActionInput): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const mentioned = new Set<string>();
  for (const place of templatePlaces(action)) {
    try {
      for (const name of placeholdersOf(place.text)) {
        mentioned.add(name);
        const message = judgePlaceholder(action, name) ?? judgePlace(action, name, place);
        if (message) faults.push({ path: place.path, message });
      }
    } catch (error) {
      faults.push({ path: place.path, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return [...faults, ...checkMentions(action, mentioned)];
}

function judgePlaceholder(action: ActionInput, name: string): string | undefined {
  if (claimOf(name) !== undefined) {
    return action.requireVerifiedIdentity
      ? undefined
      : `{{${name}}} needs "Require verified identity" to be on`;
  }
  if (BUILT_IN_PLACEHOLDERS.some((known) => known === name)) return undefined;
  if (action.parameters.some((parameter) => parameter.name === name)) return undefined;
  const known = [...action.parameters.map((parameter) => parameter.name), ...BUILT_IN_PLACEHOLDERS];
  return `{{${name}}} is not known here; there are ${known.map((each) => `{{${each}}}`).join(", ")}`;
}

/** Lists and objects fit only as a whole value: both in JSON bodies, a list in a query or form as repeated keys. */
function judgePlace(action: ActionInput, name: string, place: Place): string | undefined {
  if (place.path[0] === "headers" && isContentType(action, place)) {
    return "Content-Type must not hold a placeholder";
  }
  const parameter = action.parameters.find((each) => each.name === name);
  if (!parameter || (!parameter.isArray && parameter.type !== "object")) return undefined;
  const isWholeValue = place.text === `{{${name}}}`;
  const isJson = place.path[0] === "body" && bodyFormat(action) === "json";
  if (isWholeValue && isJson) return undefined;
  const repeats = place.path[0] === "query" || place.path[0] === "body";
  if (isWholeValue && repeats && parameter.type !== "object") return undefined;
  return `"${name}" is a list or an object, which fits only as a whole value of a JSON body${parameter.isArray ? " or query" : ""}`;
}

function isContentType(action: ActionInput, place: Place): boolean {
  return action.headers[Number(place.path[1])]?.name.toLowerCase() === "content-type";
}

function checkMentions(action: ActionInput, mentioned: Set<string>): DefinitionFault[] {
  return action.parameters.flatMap((parameter, index) => {
    const path = ["parameters", index];
    if (mentioned.has(parameter.name)) {
      const message = `"${parameter.name}" is used in the request, so it must be required`;
      return parameter.required ? [] : [{ path: [...path, "required"], message }];
    }
    const message = judgeUnmentioned(action, parameter);
    return message === undefined ? [] : [{ path: [...path, "name"], message }];
  });
}

/** A parameter that no template mentions is a body field of its own name, where there are body fields. */
function judgeUnmentioned(action: ActionInput, { name, type }: Parameter): string | undefined {
  if (!sendsBody(action.method)) return `"${name}" is not used: put {{${name}}} in the URL, query or headers`;
  if (action.body.mode === "template") return `"${name}" is not used: put {{${name}}} in the body template`;
  if (type === "object" && bodyFormat(action) === "form")
    return `"${name}" is an object, which no form holds`;
  const twice = action.body.fields.some((field) => field.name === name);
  return twice ? `a body field "${name}" stands already; give it the value {{${name}}}` : undefined;
}

/** Every place of a definition that may hold placeholders, with the path to it. */
export function templatePlaces(action: Pick<ActionInput, "url" | "headers" | "query" | "body">): Place[] {
  const { body } = action;
  const valuesOf = (entries: readonly { value: string }[], ...path: string[]): Place[] =>
    entries.map(({ value }, index) => ({ path: [...path, index, "value"], text: value }));
  return [
    { path: ["url"], text: action.url },
    ...valuesOf(action.headers, "headers"),
    ...valuesOf(action.query, "query"),
    ...(body.mode === "template"
      ? templateStrings(body.template).map((text) => ({ path: ["body", "template"], text }))
      : valuesOf(body.fields, "body", "fields")),
  ];
}
