import { credentialHeader, type ActionAuth } from "@errand/shared/action-auth";
import { ENTER_CREDENTIAL, secondCredential, type Sketch } from "./draft.ts";
import { listOf, type Members, membersOf, scalarText, textOf } from "./members.ts";
import { toParameterName } from "./naming.ts";
import { NotImported } from "./not-imported.ts";
import { firstExample, onlyValue, toParameter } from "./parameter.ts";
import { isSecretName } from "./sample-schema.ts";
import { flattenSchema } from "./schema.ts";

/** OpenAPI 3.1 §4.8.12.1 has tools ignore the first three; a call sets the rest by itself. */
const OWN_HEADERS = new Set([
  "accept",
  "content-type",
  "authorization",
  "origin",
  "user-agent",
  "accept-language",
  "idempotency-key",
  "traceparent",
  "x-requested-with",
]);

/** What holds the visitor's own value of a name that no parameter may have. */
const CLAIMS = new Map([
  ["locale", "{{locale}}"],
  ["user_email", "{{identity.email}} with a verified identity"],
]);

interface Declared {
  name: string;
  required: boolean;
  holder: Members;
  schema: Members;
}

/** Puts path, query and header parameters into the sketch. Answers the path with its placeholders. @throws NotImported */
export function sketchParameters(sketch: Sketch, path: string, declared: readonly Members[]): string {
  for (const holder of declared) {
    if (holder.in === "query") sketchQuery(sketch, read(sketch, holder));
    else if (holder.in === "header") sketchHeader(sketch, read(sketch, holder));
    else if (holder.in === "cookie") noteCookie(sketch, holder);
  }
  return path.replaceAll(/\{([^{}]+)\}/g, (_whole, name: string) => {
    const holder = declared.find((each) => each.in === "path" && each.name === name);
    return sketchPath(sketch, read(sketch, holder ?? { name }));
  });
}

function read(sketch: Sketch, holder: Members): Declared {
  const content = Object.values(membersOf(holder.content))[0];
  if (content !== undefined)
    sketch.notes.push(`"${textOf(holder.name)}" is encoded text; check what it holds.`);
  const schema = content === undefined ? flattenSchema(holder.schema, sketch.references) : { type: "string" };
  return { name: textOf(holder.name), required: holder.required === true, holder, schema };
}

/** What is always sent: the only value that may be, or the default of what is optional. */
function literalOf({ schema, required }: Declared): string | undefined {
  return scalarText(required ? onlyValue(schema) : schema.default);
}

/** Declares a parameter for a place that always needs its value, and answers the placeholder. */
function declare(sketch: Sketch, { name, holder, schema }: Declared): string {
  const own = toParameterName(name, sketch.names);
  const description = textOf(holder.description);
  const example = firstExample(holder);
  const declaration = { original: name, name: own, required: true, schema, description, example };
  sketch.parameters.push(toParameter(declaration, sketch));
  if (own === `the_${name}`) noteReserved(sketch, name);
  if (isSecretName(name))
    sketch.notes.push(`"${name}" looks like a secret, and no visitor should be asked for one.`);
  return `{{${own}}}`;
}

function noteReserved(sketch: Sketch, name: string): void {
  const claim = CLAIMS.get(name) ?? "{{identity.sub}} with a verified identity";
  sketch.notes.push(
    `"${name}" is filled in here by the assistant; where the visitor's own is meant, use ${claim}.`,
  );
}

/** A secret is no visitor's to tell. */
function authorizeBy(sketch: Sketch, name: string): void {
  const isFirst = sketch.auth.type === "none";
  if (isFirst) sketch.auth = { type: "header", headerName: name };
  sketch.notes.push(isFirst ? ENTER_CREDENTIAL : secondCredential(name));
}

/** Lists and objects of a path are written with commas, which only a text holds. */
function sketchPath(sketch: Sketch, declared: Declared): string {
  return declare(sketch, asText(sketch, declared));
}

function asText(sketch: Sketch, declared: Declared): Declared {
  if (declared.schema.type !== "array" && declared.schema.type !== "object") return declared;
  sketch.notes.push(`"${declared.name}" is a list or an object; here it is text, written with commas.`);
  return { ...declared, schema: { type: "string" } };
}

function sketchQuery(sketch: Sketch, declared: Declared): void {
  const { name, required, holder, schema } = declared;
  const literal = literalOf(declared);
  if (literal !== undefined) {
    if (!required) sketch.fixed.push(`${name}=${literal}`);
    sketch.query.push({ name, value: literal });
  } else if (!required) sketch.leftOut.push(name);
  else if (schema.type === "object") throw new NotImported(`The query's "${name}" is an object.`);
  else {
    const isJoined =
      schema.type === "array" && (holder.explode === false || textOf(holder.style).endsWith("Delimited"));
    sketch.query.push({ name, value: declare(sketch, isJoined ? asText(sketch, declared) : declared) });
  }
}

function sketchHeader(sketch: Sketch, declared: Declared): void {
  const { name, required } = declared;
  if (
    OWN_HEADERS.has(name.toLowerCase()) ||
    name.toLowerCase() === credentialHeader(sketch.auth as ActionAuth)
  )
    return;
  if (required && isSecretName(name)) return authorizeBy(sketch, name);
  const literal = literalOf(declared);
  if (literal !== undefined) {
    if (!required) sketch.fixed.push(`${name}: ${literal}`);
    sketch.headers.push({ name, value: literal });
  } else if (!required) sketch.leftOut.push(name);
  else sketch.headers.push({ name, value: declare(sketch, asText(sketch, declared)) });
}

function noteCookie(sketch: Sketch, holder: Members): void {
  const need = holder.required === true ? "needs" : "may have";
  sketch.notes.push(`The call ${need} the cookie "${textOf(holder.name)}", and no cookie is ever sent.`);
}

/** The parameters of a path and of one operation; the operation's own take precedence (OpenAPI 3.1 §4.8.10). */
export function declaredParameters(sketch: Sketch, path: Members, operation: Members): Members[] {
  const declared = new Map<string, Members>();
  for (const each of [...listOf(path.parameters), ...listOf(operation.parameters)]) {
    const holder = sketch.references.follow(each);
    declared.set(`${textOf(holder.in)} ${textOf(holder.name)}`, holder);
  }
  return [...declared.values()];
}
