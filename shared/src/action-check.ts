import type { ActionInput } from "./action.ts";
import { BUILT_IN_PLACEHOLDERS, claimOf, parseJsonTemplate, placeholdersOf } from "./template.ts";

/** What is wrong with a definition: the path to the field, and a sentence. */
export interface DefinitionFault {
  path: (string | number)[];
  message: string;
}

const RESERVED = new Set(["user_id", "user_email", "user_hash", "identity"]);
const BODY_METHODS = new Set(["POST", "PUT", "PATCH"]);
const FORBIDDEN_HEADERS = new Set([
  "host",
  "content-length",
  "transfer-encoding",
  "connection",
  "upgrade",
  "te",
  "trailer",
  "expect",
  "keep-alive",
  "cookie",
  "accept-encoding",
  "x-user-id",
  "x-user-hash",
  "x-user-verified",
]);

/** One place of a definition that may hold placeholders. */
interface Place {
  path: (string | number)[];
  text: string;
}

/** Every fault that the fields' own shapes cannot show; empty for a sound definition. */
export function checkDefinition(action: ActionInput): DefinitionFault[] {
  return [
    ...checkUrl(action.url),
    ...checkNames(action),
    ...checkHeaders(action),
    ...checkBody(action),
    ...checkPlaceholders(action),
  ];
}

function checkUrl(url: string): DefinitionFault[] {
  const fault = (message: string): DefinitionFault[] => [{ path: ["url"], message }];
  const parts = /^https:\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/.exec(url);
  if (!parts) return fault(`"${url.slice(0, 80)}" must start with https://`);
  const [, authority = "", , query = "", fragment] = parts;
  if (authority === "") return fault("has no host; write it as https://api.example.com/path");
  if (authority.includes("{{")) return fault("must not have a placeholder in its host or port");
  if (fragment !== undefined) return fault("must not have a #fragment: it never reaches a server");
  const keys = query
    .slice(1)
    .split("&")
    .map((entry) => entry.split("=", 1)[0] ?? "");
  if (keys.some((key) => key.includes("{{"))) return fault("must not have a placeholder in a query key");
  if (!URL.canParse(url.replaceAll(/\{\{[^{}]*\}\}/g, "x")))
    return fault(`"${url.slice(0, 80)}" is not a URL`);
  return [];
}

function checkNames(action: ActionInput): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const seen = new Set<string>();
  action.parameters.forEach((parameter, index) => {
    const path = ["parameters", index, "name"];
    if (RESERVED.has(parameter.name)) {
      faults.push({ path, message: `"${parameter.name}" is reserved: identity fills it, never the model` });
    }
    if (seen.has(parameter.name)) faults.push({ path, message: `"${parameter.name}" stands twice` });
    seen.add(parameter.name);
    if (parameter.type === "choice" && parameter.options.length === 0) {
      faults.push({ path: ["parameters", index, "options"], message: "a choice needs at least one option" });
    }
  });
  return faults;
}

function checkHeaders(action: ActionInput): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const own = action.auth.type === "header" ? action.auth.headerName.toLowerCase() : "authorization";
  const seen = new Set<string>();
  action.headers.forEach((header, index) => {
    const path = ["headers", index, "name"];
    const lower = header.name.toLowerCase();
    if (isForbiddenHeader(lower))
      faults.push({ path, message: `"${header.name}" is set by the connection itself` });
    if (action.auth.type !== "none" && lower === own) {
      faults.push({ path, message: `"${header.name}" is the authorization's own header` });
    }
    if (seen.has(lower)) faults.push({ path, message: `"${header.name}" stands twice` });
    seen.add(lower);
  });
  if (action.auth.type === "header" && isForbiddenHeader(own)) {
    faults.push({ path: ["auth", "headerName"], message: `"${own}" is set by the connection itself` });
  }
  return faults;
}

function isForbiddenHeader(lower: string): boolean {
  return FORBIDDEN_HEADERS.has(lower) || lower.startsWith("proxy-");
}

function checkBody(action: ActionInput): DefinitionFault[] {
  const body = action.body;
  if (body.mode === "template") return checkJsonTemplate(action.method, body.template);
  if (body.fields.length > 0 && !BODY_METHODS.has(action.method)) {
    return [{ path: ["body", "fields"], message: `${action.method} sends no body; use query or POST` }];
  }
  const faults: DefinitionFault[] = [];
  const seen = new Set<string>();
  body.fields.forEach((field, index) => {
    const path = ["body", "fields", index, "name"];
    if (RESERVED.has(field.name))
      faults.push({ path, message: `"${field.name}" is reserved: identity fills it` });
    if (field.name === "__proto__") faults.push({ path, message: `"__proto__" must not be a key` });
    if (seen.has(field.name)) faults.push({ path, message: `"${field.name}" stands twice` });
    seen.add(field.name);
  });
  return faults;
}

function checkJsonTemplate(method: string, template: string): DefinitionFault[] {
  const path = ["body", "template"];
  if (!BODY_METHODS.has(method)) return [{ path, message: `${method} sends no body; use query or POST` }];
  try {
    return findKeyFault(parseJsonTemplate(template)).map((message) => ({ path, message }));
  } catch (error) {
    return [{ path, message: `is not JSON: ${error instanceof Error ? error.message : String(error)}` }];
  }
}

function findKeyFault(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === "__proto__") return [`"__proto__" must not be a key`];
    if (key.includes("{{")) return [`the key "${key}" must not hold a placeholder`];
    return findKeyFault(member);
  });
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

/** Lists and objects fit only in JSON bodies; a list also fits a query entry of its own, as repeated keys. */
function judgePlace(action: ActionInput, name: string, place: Place): string | undefined {
  const parameter = action.parameters.find((each) => each.name === name);
  if (!parameter || (!parameter.isArray && parameter.type !== "object")) return undefined;
  if (place.path[0] === "body") return undefined;
  const isWholeValue = place.text === `{{${name}}}`;
  if (place.path[0] === "query" && isWholeValue && parameter.type !== "object") return undefined;
  return `"${name}" is a list or an object, which fits only in a JSON body${parameter.isArray ? " or as a whole query value" : ""}`;
}

function checkMentions(action: ActionInput, mentioned: Set<string>): DefinitionFault[] {
  return action.parameters.flatMap((parameter, index): DefinitionFault[] => {
    if (mentioned.has(parameter.name)) {
      const message = `"${parameter.name}" is used in the request, so it must be required`;
      return parameter.required ? [] : [{ path: ["parameters", index, "required"], message }];
    }
    if (BODY_METHODS.has(action.method) && action.body.mode === "fields") {
      const twice = action.body.fields.some((field) => field.name === parameter.name);
      const message = `a body field "${parameter.name}" stands already; give it the value {{${parameter.name}}}`;
      return twice ? [{ path: ["parameters", index, "name"], message }] : [];
    }
    const where =
      action.method === "GET" || action.method === "DELETE"
        ? "the URL, query or headers"
        : "the body template";
    return [
      {
        path: ["parameters", index],
        message: `"${parameter.name}" is not used: put {{${parameter.name}}} in ${where}`,
      },
    ];
  });
}

/** Every place of a definition that may hold placeholders, with the path to it. */
export function templatePlaces(action: Pick<ActionInput, "url" | "headers" | "query" | "body">): Place[] {
  const places: Place[] = [{ path: ["url"], text: action.url }];
  action.headers.forEach((header, index) =>
    places.push({ path: ["headers", index, "value"], text: header.value }),
  );
  action.query.forEach((entry, index) => places.push({ path: ["query", index, "value"], text: entry.value }));
  if (action.body.mode === "template")
    places.push({ path: ["body", "template"], text: action.body.template });
  else
    action.body.fields.forEach((field, index) =>
      places.push({ path: ["body", "fields", index, "value"], text: field.value }),
    );
  return places;
}
