import { type CurlCommand, has } from "./curl-command.ts";
import type { Draft, Sketch } from "./draft.ts";
import { isObject } from "./members.ts";
import { NotImported } from "./not-imported.ts";
import { sketchContent } from "./request-content.ts";
import { sampleObject, sampleSchema } from "./sample-schema.ts";

const FORM = "application/x-www-form-urlencoded";
const DATA = new Set(["data", "data-ascii", "data-binary", "data-raw", "data-urlencode", "json"]);

type Body = NonNullable<Draft["body"]>;
type Field = readonly [name: string, value: unknown];

/** What `-d` and its kin give, joined as curl joins them; undefined when the command has none. */
export function readData(sketch: Sketch, { options }: CurlCommand): string | undefined {
  const given = options.filter(({ name }) => DATA.has(name));
  if (given.length === 0) return undefined;
  const pieces = given.flatMap(({ name, value }) => {
    if (name === "data-urlencode") return encodeField(sketch, value);
    if (!value.startsWith("@") || name === "data-raw") return [value];
    return dropFile(sketch, value);
  });
  return pieces.join(given.every(({ name }) => name === "json") ? "" : "&");
}

function dropFile({ notes }: Sketch, value: string): [] {
  notes.push(
    `The content of the file "${value.slice(1, 81)}" is not known here; add its fields as parameters.`,
  );
  return [];
}

/** curl(1): `content`, `=content`, `name=content`, `@file` and `name@file`. */
function encodeField(sketch: Sketch, value: string): string[] {
  const [, name = "", sign, content = ""] = /^([^=@]*)([=@])(.*)$/s.exec(value) ?? [];
  if (sign === "@") return dropFile(sketch, `@${content}`);
  if (sign === undefined) return [encodeURIComponent(value)];
  return [(name === "" ? "" : `${name}=`) + encodeURIComponent(content)];
}

/** Puts the body of a command into the sketch. @throws NotImported for one that is neither JSON nor a form */
export function sketchBody(sketch: Sketch, command: CurlCommand, data: string | undefined): Body | undefined {
  const forms = command.options.filter(({ name }) => name === "form" || name === "form-string");
  if (data === undefined && forms.length === 0) return undefined;
  const type = takeContentType(sketch);
  if (data === undefined)
    return sketchForm(
      sketch,
      readForm(
        sketch,
        forms.map(({ value }) => value),
      ),
    );
  const json = parseJson(data);
  if (json !== undefined) return sketchJson(sketch, json, type === FORM ? "" : type);
  if (data.trim() === "") return undefined;
  const isForm = !has(command, "json") && (type === "" || type === FORM) && !/^\s*[[{]/.test(data);
  if (!isForm) throw new NotImported("Its body is neither JSON nor a URL-encoded form.");
  return sketchForm(sketch, [...new URLSearchParams(data)]);
}

function takeContentType(sketch: Sketch): string {
  const isType = ({ name }: { name: string }) => name.toLowerCase() === "content-type";
  const type = sketch.headers.find(isType)?.value.split(";", 1)[0] ?? "";
  sketch.headers = sketch.headers.filter((header) => !isType(header));
  return type.trim().toLowerCase();
}

function parseJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function sketchJson(sketch: Sketch, json: unknown, type: string): Body | undefined {
  if (isObject(json) && Object.keys(json).length === 0) return undefined;
  const schema = isObject(json) ? sampleObject(Object.entries(json)) : sampleSchema("body", json);
  return sketchSample(sketch, type || "application/json", schema);
}

function sketchForm(sketch: Sketch, fields: readonly Field[]): Body | undefined {
  return fields.length === 0 ? undefined : sketchSample(sketch, FORM, sampleObject(fields));
}

function sketchSample(sketch: Sketch, type: string, schema: object): Body {
  sketch.notes.push(
    "The body's values became examples; check each parameter's type and whether it is required.",
  );
  return sketchContent(sketch, { required: true, content: { [type]: { schema } } }).body;
}

function readForm(sketch: Sketch, parts: readonly string[]): Field[] {
  sketch.notes.push(
    "The command sends a multipart form; the action sends a URL-encoded one, so check that it is taken.",
  );
  return parts.flatMap((part) => {
    const at = part.indexOf("=");
    const [name, value] = [part.slice(0, at), part.slice(at + 1)];
    if (at > 0 && !/^[@<]/.test(value)) return [[name, value] as const];
    sketch.notes.push(`The file "${name.slice(0, 80)}" was left out: actions send no files.`);
    return [];
  });
}
