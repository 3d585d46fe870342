import type { Action } from "@errand/shared/action";
import { bodyFormat, sendsBody } from "@errand/shared/request-body";
import { parseJsonTemplate, RESERVED_NAMES } from "@errand/shared/template";
import type { ValueOf } from "./placeholder-values.ts";
import { rememberByText } from "../remember.ts";
import { encodeEntry, fillValue, templateParts } from "./render-query.ts";
import { RunRefusal } from "./run-refusal.ts";

/** What egress sends at most. */
const MAX_BODY_BYTES = 262_144;

type Field = [name: string, value: unknown];

interface BodySources {
  valueOf: ValueOf;
  arguments: Record<string, unknown>;
  /** Come before all other fields; left out where the root is no object. */
  identityFields: readonly Field[];
}

/** Renders the body, undefined for GET and DELETE. @throws RunRefusal */
export function renderBody(action: Action, sources: BodySources): string | undefined {
  if (!sendsBody(action.method)) return undefined;
  const body =
    action.body.mode === "template"
      ? renderTemplate(action.body.template, sources)
      : renderFields(action, sources);
  const bytes = Buffer.byteLength(body);
  if (bytes <= MAX_BODY_BYTES) return body;
  const message = `The body would have ${bytes} bytes and may have ${MAX_BODY_BYTES}: use shorter values.`;
  throw new RunRefusal("invalid_arguments", message);
}

function renderFields(action: Action, sources: BodySources): string {
  const own = action.body.mode === "template" ? [] : action.body.fields;
  const fields: Field[] = [
    ...sources.identityFields,
    ...own.map(({ name, value }): Field => [name, fillValue(value, sources.valueOf)]),
    ...unmentionedArguments(action, sources.arguments),
  ];
  if (bodyFormat(action) === "json") return toJsonObject(fields);
  return fields.flatMap(([name, value]) => encodeEntry(name, value).map(({ text }) => text)).join("&");
}

/** Arguments that no template mentions, in the order of their declaration. */
function unmentionedArguments(action: Action, args: Record<string, unknown>): Field[] {
  const texts = [action.url, ...[...action.headers, ...action.query].map(({ value }) => value)];
  if (action.body.mode !== "template") texts.push(...action.body.fields.map(({ value }) => value));
  const parts = texts.flatMap(templateParts);
  const mentioned = new Set(parts.map((part) => (typeof part === "string" ? undefined : part.placeholder)));
  return action.parameters
    .filter(({ name }) => !mentioned.has(name) && Object.hasOwn(args, name))
    .map(({ name }) => [name, args[name]]);
}

const templateTree = rememberByText(parseJsonTemplate);

function renderTemplate(template: string, { valueOf, identityFields }: BodySources): string {
  const tree = templateTree(template);
  const root = fillTree(tree, valueOf);
  if (isObject(tree)) return toJsonObject([...identityFields, ...Object.entries(root as object)]);
  refuseForgedIdentity(root);
  return JSON.stringify(root);
}

/** An argument that is the whole body could otherwise bring its own `user_id`. */
function refuseForgedIdentity(root: unknown): void {
  const forged = isObject(root) ? Object.keys(root).find((key) => RESERVED_NAMES.has(key)) : undefined;
  if (forged === undefined) return;
  throw new RunRefusal("invalid_arguments", `"${forged}" is filled in by identity: leave it out.`);
}

/** Walks the parsed template, so no value can change its shape. */
function fillTree(node: unknown, valueOf: ValueOf): unknown {
  if (typeof node === "string") return fillValue(node, valueOf);
  if (Array.isArray(node)) return node.map((member) => fillTree(member, valueOf));
  if (!isObject(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, fillTree(member, valueOf)]));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Written member by member: an object would move keys that look like numbers to the front. */
function toJsonObject(fields: readonly Field[]): string {
  const members = fields.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{${members.join(",")}}`;
}
