import { listNames, type Sketch } from "./draft.ts";
import { toParameterName } from "./naming.ts";
import { NotImported } from "./not-imported.ts";
import { toParameter } from "./parameter.ts";
import { isSecretName, sampleSchema } from "./sample-schema.ts";

/** How API documents write that a value goes here: `{id}`, `{{id}}`, `${ID}`, `$ID`, `<id>`, and `:id` behind a slash. */
const STAND_IN =
  /\{\{?\s*([\w-]+)\s*\}?\}|\$\{?([A-Za-z_]\w*)\}?|(?:<|%3C)([\w-]+)(?:>|%3E)|(?<=\/):([A-Za-z_]\w*)/gi;
const PARTS = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?/i;

/** Puts the address of a command into the sketch. Answers the action's URL, and whether it held a password. */
export function sketchUrl(
  sketch: Sketch,
  address: string,
  extraQuery: string,
): { url: string; path: string; hasUser: boolean } {
  const [, scheme = "https", authority = "", path = "", query = ""] = PARTS.exec(address.trim()) ?? [];
  if (!/^https?$/i.test(scheme)) throw new NotImported(`Actions do not call ${scheme} addresses.`);
  if (scheme.toLowerCase() === "http")
    sketch.notes.push("https was put in the place of http: actions call nothing else.");
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const url = `https://${host}${fillIn(sketch, path, "")}`;
  sketchQuery(sketch, [query, extraQuery].filter((part) => part !== "").join("&"));
  return { url, path, hasUser: authority.includes("@") };
}

/** Values that stand in for others become parameters; any other stays as it is. */
function sketchQuery(sketch: Sketch, query: string): void {
  const kept: string[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    const filled = fillIn(sketch, value, name);
    if (isSecretName(name))
      sketch.notes.push(`The query's "${name}" was left out, for it looks like a secret.`);
    else sketch.query.push({ name, value: filled });
    if (filled === value && !isSecretName(name)) kept.push(name);
  }
  if (kept.length === 0) return;
  sketch.notes.push(
    `The query keeps the command's values of ${listNames(kept)}; where the visitor decides, add a parameter and its placeholder.`,
  );
}

function fillIn(sketch: Sketch, text: string, key: string): string {
  if (isSecretName(key)) return text;
  return text.replaceAll(STAND_IN, (...found: string[]) => {
    const original = found.slice(1, 5).find((each) => each !== undefined) ?? "value";
    const known = sketch.parameters.find(({ name }) => name === original);
    const name = known?.name ?? toParameterName(original, sketch.names);
    const schema = sampleSchema(name, "");
    if (!known) sketch.parameters.push(toParameter({ original, name, required: true, schema }, sketch));
    return `{{${name}}}`;
  });
}
