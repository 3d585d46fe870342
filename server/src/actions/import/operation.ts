import { METHODS, type Method } from "@errand/shared/action";
import { sendsBody } from "@errand/shared/request-body";
import { createSketch, listNames, type Draft, type Sketch } from "./draft.ts";
import { listOf, type Members, memberOf, membersOf, textOf } from "./members.ts";
import { takeName, toSnakeCase, toTitle } from "./naming.ts";
import { NotImported } from "./not-imported.ts";
import { createReferences } from "./references.ts";
import { sketchContent } from "./request-content.ts";
import { declaredParameters, sketchParameters } from "./request-parameters.ts";
import { toSecurity } from "./security.ts";
import { serverUrl } from "./server-url.ts";

/** One operation of a document, and where it stands. */
export interface Operation {
  document: Members;
  /** Where the document was fetched from, if it was. */
  documentUrl: string | undefined;
  path: string;
  method: string;
}

/** The draft of one operation and what to tell of it. @throws NotImported when there can be none */
export function draftOperation(
  { document, documentUrl, path, method }: Operation,
  taken: Set<string>,
): { draft: Draft; notes: string[] } {
  const references = createReferences(document);
  const pathItem = references.follow(memberOf(document.paths, path));
  const operation = membersOf(pathItem[method]);
  const verb = toMethod(method);
  const required = operation.security ?? document.security;
  const security = toSecurity(required, membersOf(document.components).securitySchemes, references);
  const sketch = createSketch(references, security.auth);
  if (operation.deprecated === true) sketch.notes.push("The description calls this operation deprecated.");
  const servers = [operation.servers, pathItem.servers, document.servers].find(
    (list) => listOf(list).length > 0,
  );
  const base = serverUrl(servers, { documentUrl, notes: sketch.notes });
  const url = base + sketchParameters(sketch, path, declaredParameters(sketch, pathItem, operation));
  const { body, sendsIdentity } = readBody(sketch, verb, operation.requestBody);
  const draft = {
    ...describe(operation, `${verb} ${path}`),
    identifier: takeName(nameOf(operation, verb, path), taken),
    enabled: false,
    method: verb,
    url,
    parameters: sketch.parameters,
    query: sketch.query,
    headers: sketch.headers,
    ...(body === undefined ? {} : { body }),
    auth: sketch.auth,
    sendVisitorIdentity: sendsIdentity,
    confirmation: confirmationOf(operation, verb),
  };
  return { draft, notes: [...sketch.notes, ...security.notes, ...optionalNotes(sketch)] };
}

function toMethod(method: string): Method {
  const verb = METHODS.find((each) => each === method.toUpperCase());
  if (verb) return verb;
  throw new NotImported(`Actions do not use the method ${method.toUpperCase()}.`);
}

function readBody(
  sketch: Sketch,
  method: Method,
  requestBody: unknown,
): { body?: Draft["body"]; sendsIdentity: boolean } {
  if (requestBody === undefined) return { sendsIdentity: false };
  if (sendsBody(method)) return sketchContent(sketch, requestBody);
  if (sketch.references.follow(requestBody).required === true)
    throw new NotImported(`It needs a body, and actions send none with ${method}.`);
  sketch.notes.push(`Its optional body is not sent: actions send none with ${method}.`);
  return { sendsIdentity: false };
}

function nameOf(operation: Members, method: string, path: string): string {
  const readable = path.replaceAll(/\{([^{}]+)\}/g, " by $1 ");
  return toSnakeCase((textOf(operation.operationId) || `${method} ${readable}`).slice(0, 400), "call");
}

function describe(operation: Members, source: string): { name: string; whenToUse: string } {
  const summary = oneLine(operation.summary);
  const description = oneLine(operation.description);
  const name = summary || toTitle(textOf(operation.operationId).slice(0, 400)) || source;
  return { name: shorten(name, 120), whenToUse: shorten(description || summary || name, 1_000) };
}

const oneLine = (text: unknown): string => textOf(text).slice(0, 4_000).replaceAll(/\s+/g, " ");

/** A text of at most so many UTF-16 units that ends with a whole word. */
function shorten(text: string, maximum: number): string {
  if (text.length <= maximum) return text;
  const cut = text.slice(0, maximum - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), maximum / 2))}…`;
}

/** Asking can be switched off only where the description says so outright. */
function confirmationOf(operation: Members, method: Method): NonNullable<Draft["confirmation"]> {
  const flags = new Set([operation["x-openai-isConsequential"], operation["x-requireConfirmation"]]);
  if (flags.has(true)) return "always";
  return flags.has(false) && method !== "GET" ? "never" : "auto";
}

function optionalNotes({ fixed, leftOut }: Sketch): string[] {
  const left = `Left out because they are optional: ${listNames(leftOut)}.`;
  return [
    ...(fixed.length === 0 ? [] : [`Always sent with their defaults: ${listNames(fixed)}.`]),
    ...(leftOut.length === 0 ? [] : [`${left} To use one, add a required parameter and its placeholder.`]),
  ];
}
