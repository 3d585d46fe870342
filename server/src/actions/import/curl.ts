import { METHODS, type Method } from "@errand/shared/action";
import type { ActionImportResult } from "@errand/shared/action-import";
import { sendsBody } from "@errand/shared/request-body";
import { readData, sketchBody } from "./curl-body.ts";
import { type CurlCommand, has, parseCurl } from "./curl-command.ts";
import { CREDENTIAL_LEFT_OUT, noteCookie, sketchHeaders } from "./curl-headers.ts";
import { sketchUrl } from "./curl-url.ts";
import {
  createSketch,
  finishDraft,
  type Draft,
  type DraftAuth,
  type ImportContext,
  type Sketch,
} from "./draft.ts";
import { takeName, toSnakeCase, toTitle } from "./naming.ts";
import { NotImported } from "./not-imported.ts";
import { createReferences } from "./references.ts";

/**
 * Drafts an action from a curl command line as browsers and API documents give it; no secret of it is kept.
 * @throws ErrandError `invalid_request` for what is no curl command
 */
export function importCurl(line: string, { taken, egress }: ImportContext): ActionImportResult {
  const command = parseCurl(line);
  const address = command.url.replace(/[?#].*$/s, "").replace(/^([a-z]+:\/\/)?[^/]*@/i, "$1");
  const source = `${methodOf(command)} ${address}`.slice(0, 300);
  const imported = finishDraft(source, () => draftCommand(command, taken), egress);
  if ("item" in imported) return { items: [imported.item], skipped: [] };
  return { items: [], skipped: [imported.skipped] };
}

function draftCommand(command: CurlCommand, taken: Set<string>): { draft: Draft; notes: string[] } {
  const sketch = createSketch(createReferences({}));
  const method = toMethod(methodOf(command));
  const data = readData(sketch, command);
  const isQuery = has(command, "get");
  const { url, path, hasUser } = sketchUrl(sketch, command.url, isQuery ? (data ?? "") : "");
  const auth = sketchAuth(sketch, command, hasUser);
  const body = sketchBody(sketch, command, isQuery ? undefined : data);
  if (body !== undefined && !sendsBody(method))
    throw new NotImported(`It needs a body, and actions send none with ${method}.`);
  const readable = `${method} ${path.replaceAll(/[{}<>$:]+/g, " ")}`;
  noteRest(sketch, command);
  const draft = {
    identifier: takeName(toSnakeCase(readable, "call"), taken),
    name: toTitle(readable),
    whenToUse: `${toTitle(readable)}.`,
    enabled: false,
    method,
    url,
    parameters: sketch.parameters,
    headers: sketch.headers,
    query: sketch.query,
    ...(body === undefined ? {} : { body }),
    auth,
    sendVisitorIdentity: false,
  };
  return { draft, notes: sketch.notes };
}

/** curl(1): `-X` decides; otherwise data makes a POST, unless `-G` turns it into a query. */
function methodOf(command: CurlCommand): string {
  const given = command.options.findLast(({ name }) => name === "request")?.value;
  if (given !== undefined) return given.toUpperCase();
  if (has(command, "head")) return "HEAD";
  if (has(command, "get")) return "GET";
  if (has(command, "upload-file")) return "PUT";
  return command.options.some(({ name }) => /^(?:data|json|form)/.test(name)) ? "POST" : "GET";
}

function toMethod(method: string): Method {
  const known = METHODS.find((each) => each === method);
  if (known) return known;
  throw new NotImported(`Actions do not use the method ${method.slice(0, 40)}.`);
}

function sketchAuth(sketch: Sketch, command: CurlCommand, hasUser: boolean): DraftAuth {
  const lines = command.options.filter(({ name }) => name === "header").map(({ value }) => value);
  const auth = sketchHeaders(sketch, lines);
  if (auth.type !== "none") return auth;
  const isBasic = hasUser || has(command, "user");
  if (!isBasic && !has(command, "oauth2-bearer")) return auth;
  const what = isBasic ? "password" : "token";
  sketch.notes.push(`The command's ${what} ${CREDENTIAL_LEFT_OUT}`);
  return { type: isBasic ? "basic" : "bearer" };
}

function noteRest(sketch: Sketch, command: CurlCommand): void {
  if (has(command, "cookie")) noteCookie(sketch);
  if (has(command, "location")) sketch.notes.push("Redirects (-L) are not followed: give the final address.");
  if (has(command, "insecure")) sketch.notes.push("Certificates are always checked, whatever -k said.");
  if (has(command, "upload-file")) sketch.notes.push("The file of -T was left out: actions send no files.");
  sketch.notes.push("Say under “When to use” when the assistant should use this action.");
}
