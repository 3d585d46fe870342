import { RESERVED_NAMES } from "@errand/shared/template";
import type { Parameter } from "@errand/shared/action";
import type { Draft, Sketch } from "./draft.ts";
import { listOf, type Members, membersOf } from "./members.ts";
import { isFieldName, isParameterName, toParameterName } from "./naming.ts";
import { NotImported } from "./not-imported.ts";
import { firstExample, onlyValue, toParameter } from "./parameter.ts";
import { flattenSchema, propertiesOf, variantsOf } from "./schema.ts";

const FORM = "application/x-www-form-urlencoded";
const MAX_PARAMETERS = 50;

type Body = NonNullable<Draft["body"]>;
interface Property {
  name: string;
  schema: unknown;
  required: boolean;
}

/** A body, and whether the visitor's identity has a field in it. */
interface Content {
  body: Body;
  sendsIdentity: boolean;
}

/** Puts a request body into the sketch. @throws NotImported for one that no action can send */
export function sketchContent(sketch: Sketch, requestBody: unknown): Content {
  const holder = sketch.references.follow(requestBody);
  const types = Object.entries(membersOf(holder.content));
  const chosen = types.find(([type]) => isJson(type)) ?? types.find(([type]) => mediaType(type) === FORM);
  if (!chosen) return refuseContent(sketch, holder, Object.keys(membersOf(holder.content)));
  const [type, media] = [mediaType(chosen[0]), membersOf(chosen[1])];
  if (type !== FORM && type !== "application/json" && !type.includes("*"))
    sketch.headers.push({ name: "Content-Type", value: type });
  const schema = flattenSchema(media.schema, sketch.references);
  if (variantsOf(schema).length > 1)
    sketch.notes.push(`The body may have ${variantsOf(schema).length} forms; the first was taken.`);
  const properties = readProperties(sketch, schema);
  if (properties.length > 0) return sketchFields(sketch, properties, type === FORM ? "form" : "fields");
  if (type === FORM) throw new NotImported("Its form has no fields that the description names.");
  return sketchWhole(sketch, schema, firstExample(media));
}

function refuseContent(sketch: Sketch, holder: Members, types: string[]): Content {
  const names = types.map((type) => type.slice(0, 60)).join(", ");
  if (holder.required === true)
    throw new NotImported(
      `Its body is ${names || "not described"}; only JSON and URL-encoded forms are sent.`,
    );
  if (names !== "") sketch.notes.push(`Its optional body (${names}) is not sent.`);
  return { body: { mode: "fields", fields: [] }, sendsIdentity: false };
}

function mediaType(type: string): string {
  return (type.split(";", 1)[0] ?? "").trim().toLowerCase();
}

function isJson(type: string): boolean {
  return /^(?:application\/(?:.+\+)?json|\*\/\*|application\/\*)$/.test(mediaType(type));
}

function readProperties(sketch: Sketch, schema: Members): Property[] {
  if (schema.type !== "object") return [];
  const required = new Set(listOf(schema.required));
  const named = propertiesOf(schema, sketch.references);
  return named.map(([name, property]) => ({ name, schema: property, required: required.has(name) }));
}

/** A body that is no object of known fields is one parameter as a whole. */
function sketchWhole(sketch: Sketch, schema: Members, example: unknown): Content {
  const name = toParameterName("body", sketch.names);
  sketch.parameters.push(toParameter({ original: "body", name, required: true, schema, example }, sketch));
  return { body: { mode: "template", template: `{{${name}}}` }, sendsIdentity: false };
}

function sketchFields(sketch: Sketch, properties: Property[], mode: "fields" | "form"): Content {
  const reserved = properties.filter(({ name }) => RESERVED_NAMES.has(name));
  noteReserved(sketch, reserved);
  const own = properties.filter(({ name }) => !RESERVED_NAMES.has(name));
  const isOdd = ({ name }: Property) => !isParameterName(name) || sketch.names.has(name);
  const odd = own.filter((property) => property.required && isOdd(property));
  sketch.leftOut.push(
    ...own.filter((property) => !property.required && isOdd(property)).map(({ name }) => name),
  );
  const sendsIdentity = reserved.some(({ name, required }) => required && name !== "identity");
  if (mode === "fields" && !odd.every(({ name }) => isFieldName(name)))
    return { body: writeTemplate(sketch, own), sendsIdentity };
  const pairs = own.flatMap((property) =>
    sketchField(sketch, property, odd.includes(property), isOdd(property)),
  );
  return { body: { mode, fields: pairs }, sendsIdentity };
}

function noteReserved(sketch: Sketch, reserved: readonly Property[]): void {
  for (const { name } of reserved)
    sketch.notes.push(
      name === "identity"
        ? `The body's "identity" is a reserved name and was left out.`
        : `The body's "${name}" is the visitor's proved one, when "Send visitor identity" is on; the assistant never fills it.`,
    );
}

/** A field of the body: a text that never changes, a pair for a name that is taken or kept, or a parameter. */
function sketchField(
  sketch: Sketch,
  property: Property,
  needsPair: boolean,
  isOdd: boolean,
): { name: string; value: string }[] {
  const { name, required } = property;
  const schema = flattenSchema(property.schema, sketch.references);
  const only = onlyValue(schema);
  if (required && typeof only === "string") return [{ name, value: only }];
  if (needsPair) return [{ name, value: `{{${declare(sketch, property)?.name ?? ""}}}` }];
  if (isOdd || !isWanted(sketch, property, schema)) return [];
  declare(sketch, property);
  return [];
}

function isWanted(sketch: Sketch, { name, required }: Property, schema: Members): boolean {
  if (required) return true;
  const isFull = sketch.parameters.length >= MAX_PARAMETERS;
  if (isFull || schema.deprecated === true || schema.format === "binary") sketch.leftOut.push(name);
  return !sketch.leftOut.includes(name);
}

/** An optional field that no parameter can hold is left out. @throws NotImported for a required one */
function declare(sketch: Sketch, { name, schema, required }: Property): Parameter | undefined {
  const own = toParameterName(name, sketch.names);
  try {
    const parameter = toParameter({ original: name, name: own, required, schema }, sketch);
    sketch.parameters.push(parameter);
    return parameter;
  } catch (error) {
    if (required || !(error instanceof NotImported)) throw error;
    sketch.leftOut.push(name);
    return undefined;
  }
}

/** Names such as `@type` stand only in a template, where every value is required. */
function writeTemplate(sketch: Sketch, properties: readonly Property[]): Body {
  const optional = properties.filter(({ required }) => !required).map(({ name }) => name);
  sketch.leftOut.push(...optional.filter((name) => !sketch.leftOut.includes(name)));
  const members = properties
    .filter(({ required }) => required)
    .map((property) => {
      const schema = flattenSchema(property.schema, sketch.references);
      const only = onlyValue(schema);
      const value = typeof only === "string" ? only : `{{${declare(sketch, property)?.name ?? ""}}}`;
      return [property.name, value] as const;
    });
  return { mode: "template", template: JSON.stringify(Object.fromEntries(members), null, 2) };
}
