import type { Parameter, ParameterType } from "@errand/shared/action";
import { bindArguments } from "../bind-arguments.ts";
import { inlineSchema } from "./inline-schema.ts";
import { listOf, type Members, membersOf, scalarText, textOf } from "./members.ts";
import { toTitle } from "./naming.ts";
import { NotImported } from "./not-imported.ts";
import type { References } from "./references.ts";
import { flattenSchema, variantsOf } from "./schema.ts";

/** A value that a description asks for. */
export interface Declaration {
  /** As the description spells it. */
  original: string;
  /** The parameter's own name. */
  name: string;
  required: boolean;
  schema: unknown;
  description?: string;
  example?: unknown;
}

/** Formats (OpenAPI registry, JSON Schema §7.3) that are types of ours. */
const FORMATS = new Map<unknown, ParameterType>([
  ["email", "email"],
  ["idn-email", "email"],
  ["date", "date"],
  ["date-time", "datetime"],
  ["uri", "url"],
  ["url", "url"],
  ["iri", "url"],
  ["phone", "phone"],
  ["tel", "phone"],
  ["phone-number", "phone"],
]);
const MAX_OPTIONS = 100;

/**
 * The parameter that a declaration becomes; what could not be carried over goes to `notes`.
 * @throws NotImported for a value that no parameter holds
 */
export function toParameter(
  declaration: Declaration,
  { references, notes }: { references: References; notes: string[] },
): Parameter {
  const { original, name, required } = declaration;
  const schema = flattenSchema(declaration.schema, references);
  const isArray = schema.type === "array";
  const item = isArray ? flattenSchema(schema.items, references) : schema;
  if (item.type === "array") throw new NotImported(`"${original}" is a list of lists.`);
  noteDoubts(original, item, notes);
  const kind = kindOf(item);
  const parameter: Parameter = {
    name,
    label: (textOf(schema.title) || toTitle(original)).slice(0, 120).trim(),
    ...kind,
    isArray,
    required,
    hint: hintOf(declaration, schema, item),
    default: null,
    schema: kind.type === "object" ? inlineSchema(item, references) : null,
  };
  return { ...parameter, default: defaultOf(parameter, schema, { original, notes }) };
}

function noteDoubts(original: string, item: Members, notes: string[]): void {
  const variants = variantsOf(item).length;
  if (variants > 1)
    notes.push(`"${original}" may have ${variants} forms; the first was taken, so check its type.`);
  if (item.format === "binary" || textOf(item.contentMediaType) !== "")
    notes.push(`"${original}" is a file, which the assistant cannot supply.`);
}

function kindOf(schema: Members): Pick<Parameter, "type" | "options"> {
  const { type } = schema;
  if (type === "boolean") return { type, options: [] };
  const options = optionsOf(schema);
  if (options.length > 0 && options.length <= MAX_OPTIONS) return { type: "choice", options };
  if (type === "integer" || type === "number" || type === "object") return { type, options: [] };
  return { type: FORMATS.get(schema.format) ?? "text", options: [] };
}

function optionsOf(schema: Members): (string | number)[] {
  const written = schema.const === undefined ? listOf(schema.enum) : [schema.const];
  const options = written
    .slice(0, MAX_OPTIONS + 1)
    .filter((option) => typeof option === "string" || typeof option === "number");
  return options.some((option) => String(option).length > 200) ? [] : [...new Set(options)];
}

function hintOf(declaration: Declaration, schema: Members, item: Members): string {
  const text = textOf(declaration.description) || textOf(schema.description);
  const description = text.slice(0, 1_000).replaceAll(/\s+/g, " ");
  const example = exampleOf([
    declaration.example,
    schema.example,
    ...listOf(schema.examples).slice(0, 5),
    item.example,
  ]);
  if (example === undefined) return description.slice(0, 500).trim();
  const start = description.slice(0, 400).trim();
  return `${/^$|[.!?:;…]$/.test(start) ? start : `${start}.`} Such as ${example}`.trim();
}

/** The first example that fits into a line: the built-in model reads the value's pattern from it. */
function exampleOf(candidates: readonly unknown[]): string | undefined {
  const isShort = (value: unknown) =>
    (typeof value === "string" && value.trim() !== "" && value.length <= 60) || typeof value === "number";
  return scalarText(candidates.find(isShort))?.trim();
}

function defaultOf(
  parameter: Parameter,
  schema: Members,
  { original, notes }: { original: string; notes: string[] },
): Parameter["default"] {
  const value = scalarsOf(schema.default);
  if (value === undefined) return null;
  if ("arguments" in bindArguments([parameter], { [parameter.name]: value })) return value;
  notes.push(`The default of "${original}" does not have the type that the description gives it.`);
  return null;
}

/** A default that can be kept: one value, or a list of such. */
function scalarsOf(value: unknown): Parameter["default"] | undefined {
  const isScalar = (each: unknown) => ["string", "number", "boolean"].includes(typeof each);
  const isKept =
    isScalar(value) ||
    (Array.isArray(value) && value.length > 0 && value.length <= 100 && value.every(isScalar));
  return isKept ? (value as Parameter["default"]) : undefined;
}

/** The one value that a schema allows; undefined when there are others. */
export function onlyValue(schema: Members): unknown {
  const options = listOf(schema.enum);
  return schema.const ?? (options.length === 1 ? options[0] : undefined);
}

/** The first example of a parameter or body, wherever OpenAPI lets it stand. */
export function firstExample(holder: Members): unknown {
  return holder.example ?? membersOf(Object.values(membersOf(holder.examples))[0]).value;
}
