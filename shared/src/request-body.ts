import type { ActionInput } from "./action-shape.ts";
import type { DefinitionFault } from "./definition-fault.ts";
import { parseJsonTemplate, RESERVED_NAMES } from "./template.ts";

const BODY_METHODS = new Set(["POST", "PUT", "PATCH"]);
const FORM = "application/x-www-form-urlencoded";
/** Levels of nesting that a template may have. */
const MAX_DEPTH = 32;

type Header = ActionInput["headers"][number];
type Request = Pick<ActionInput, "method" | "headers" | "body">;

/** Whether requests of this method carry a body. */
export function sendsBody(method: string): boolean {
  return BODY_METHODS.has(method);
}

/** How the body is written: as JSON, or as a form when its mode or the owner's `Content-Type` says so. */
export function bodyFormat({ headers, body }: Pick<Request, "headers" | "body">): "json" | "form" {
  return body.mode === "form" || mediaType(headers) === FORM ? "form" : "json";
}

/** The `Content-Type` of a body, unless the owner sets another. */
export function defaultContentType(body: Request["body"]): string {
  return body.mode === "form" ? FORM : "application/json";
}

function contentTypeIndex(headers: readonly Header[]): number {
  return headers.findIndex((header) => header.name.toLowerCase() === "content-type");
}

function mediaType(headers: readonly Header[]): string | undefined {
  const header = headers[contentTypeIndex(headers)];
  return header?.value.split(";", 1)[0]?.trim().toLowerCase();
}

/** What is wrong with an action's body, apart from the placeholders' names. */
export function checkBody(action: Request): DefinitionFault[] {
  const { body, method } = action;
  if (!sendsBody(method)) return checkUnsent(action);
  const faults = body.mode === "template" ? checkJsonTemplate(body.template) : checkFields(body);
  return [...checkContentType(action), ...faults];
}

/** Fixed fields may stay where the method sends none; what would have to be filled in may not. */
function checkUnsent({ body, method }: Request): DefinitionFault[] {
  const path = body.mode === "template" ? ["body", "template"] : ["body", "fields"];
  const isFixed = body.mode !== "template" && body.fields.every(({ value }) => !/\{\{|\}\}/.test(value));
  return isFixed ? [] : [{ path, message: `${method} sends no body; use query or POST` }];
}

function checkContentType({ headers, body }: Request): DefinitionFault[] {
  const type = mediaType(headers);
  if (type === undefined) return [];
  const path = ["headers", contentTypeIndex(headers), "value"];
  const isJson = type === "application/json" || /^[a-z0-9.-]+\/[a-z0-9.-]+\+json$/.test(type);
  if (body.mode === "form" && type !== FORM) return [{ path, message: `a form is sent as ${FORM}` }];
  if (!isJson && type !== FORM)
    return [{ path, message: `a body is sent as JSON or as ${FORM}, not as "${type.slice(0, 60)}"` }];
  const message = "a form is made of body fields; a JSON template cannot be sent as one";
  return type === FORM && body.mode === "template" ? [{ path, message }] : [];
}

function checkFields({ mode, fields }: Exclude<Request["body"], { mode: "template" }>): DefinitionFault[] {
  const seen = new Set<string>();
  return fields.flatMap(({ name }, index) => {
    const messages = mode === "form" ? findFormNameFaults(name) : findNameFaults(name);
    // A form may repeat a key: that is how it writes a list.
    if (mode === "fields" && seen.has(name)) messages.push(`"${name}" stands twice`);
    seen.add(name);
    return messages.map((message) => ({ path: ["body", "fields", index, "name"], message }));
  });
}

/** The name that a server may read a key as: some take `user.id` and `user_id[]` for `user_id`. */
export function fieldNameOf(key: string): string {
  return key.trimStart().split("[", 1)[0]?.replaceAll(/[. ]/g, "_") ?? "";
}

function findFormNameFaults(name: string): string[] {
  if (!name.isWellFormed()) return ["is not well-formed Unicode"];
  if (/\{\{|\}\}/.test(name)) return ["must not hold a placeholder"];
  return findNameFaults(fieldNameOf(name));
}

function findNameFaults(name: string): string[] {
  if (RESERVED_NAMES.has(name)) return [`"${name}" is reserved: identity fills it`];
  return name === "__proto__" ? [`"__proto__" must not be a key`] : [];
}

function checkJsonTemplate(template: string): DefinitionFault[] {
  const path = ["body", "template"];
  try {
    const root = parseJsonTemplate(template);
    const reserved = isObject(root) ? Object.keys(root).filter((key) => RESERVED_NAMES.has(key)) : [];
    const messages = [...reserved.flatMap(findNameFaults), ...findKeyFaults(root, 1)];
    return messages.map((message) => ({ path, message }));
  } catch (error) {
    return [{ path, message: `is not JSON: ${error instanceof Error ? error.message : String(error)}` }];
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function findKeyFaults(value: unknown, depth: number): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (depth > MAX_DEPTH) return [`nests deeper than ${MAX_DEPTH} levels`];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === "__proto__") return [`"__proto__" must not be a key`];
    if (key.includes("{{")) return [`the key "${key}" must not hold a placeholder`];
    return findKeyFaults(member, depth + 1);
  });
}

/** Every string value of a JSON template, where placeholders may stand; none when it is not JSON. */
export function templateStrings(template: string): string[] {
  try {
    return stringsOf(parseJsonTemplate(template));
  } catch {
    return [];
  }
}

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
