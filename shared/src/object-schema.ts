import type { DefinitionFault } from "./definition-fault.ts";
import type { Parameter } from "./action-shape.ts";

/** The JSON Schema of an object parameter. */
export type ObjectSchema = NonNullable<Parameter["schema"]>;

const MAX_BYTES = 10_240;
const MAX_DEPTH = 20;
/** They change what references mean; a schema that stands inside another has no name of its own. */
const REFUSED_KEYWORDS = new Set(["$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveRef"]);

/** What is wrong with the JSON Schema of one parameter, as far as it goes without a validator. */
export function checkObjectSchema(parameter: Parameter, index: number): DefinitionFault[] {
  if (parameter.schema === null) return [];
  const message = parameter.type === "object" ? findSchemaFault(parameter.schema) : "only an object has one";
  return message === undefined ? [] : [{ path: ["parameters", index, "schema"], message }];
}

function findSchemaFault(schema: ObjectSchema): string | undefined {
  const { type } = schema;
  if (type !== undefined && type !== "object") return 'must be the schema of an object: "type": "object"';
  if (new TextEncoder().encode(JSON.stringify(schema)).length > MAX_BYTES)
    return `may have at most ${MAX_BYTES} bytes as JSON`;
  return findDeepFault(schema, 1);
}

/** A text under such a name is a keyword's; a property of that name has a schema. */
function findDeepFault(value: unknown, depth: number): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > MAX_DEPTH) return `nests deeper than ${MAX_DEPTH} levels`;
  for (const [key, member] of Object.entries(value)) {
    if (REFUSED_KEYWORDS.has(key) && typeof member === "string") return `must not have "${key}"`;
    if (key === "$ref" && typeof member === "string" && !/^#(?:\/|$)/.test(member))
      return `"$ref" must stay inside the schema, such as "#/$defs/address", and is "${member.slice(0, 80)}"`;
    const fault = findDeepFault(member, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
