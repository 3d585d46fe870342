import { isObject, listOf, type Members, membersOf } from "./members.ts";
import { NotImported } from "./not-imported.ts";
import type { References } from "./references.ts";

/** Levels of `allOf`, `oneOf` and `anyOf` within one schema. */
const MAX_DEPTH = 50;

const MAX_FORMS = 50;

/** The forms that a schema offers, `null` aside. */
export function variantsOf(schema: Members): readonly unknown[] {
  return [schema.oneOf, schema.anyOf]
    .flatMap((forms) => listOf(forms).slice(0, MAX_FORMS))
    .filter((variant) => membersOf(variant).type !== "null");
}

/**
 * A schema as one object: references followed, `allOf` joined, the first of several forms taken, and `type` a single
 * name. @throws NotImported
 */
export function flattenSchema(value: unknown, references: References, depth = 1): Members {
  if (depth > MAX_DEPTH) throw new NotImported(`Its schemas nest deeper than ${MAX_DEPTH} levels.`);
  const own = references.follow(value);
  const [variant] = variantsOf(own);
  const parts = [...listOf(own.allOf), ...(variant === undefined ? [] : [variant])];
  const joined = parts
    .map((part) => flattenSchema(part, references, depth + 1))
    .reduce((schema, part) => join(schema, part, references), own);
  return { ...joined, type: typeOf(joined) };
}

function join(schema: Members, part: Members, references: References): Members {
  for (const { properties, required } of [schema, part])
    references.spend(Object.keys(membersOf(properties)).length + listOf(required).length);
  return {
    ...part,
    ...schema,
    properties: { ...membersOf(part.properties), ...membersOf(schema.properties) },
    required: [...listOf(part.required), ...listOf(schema.required)],
    type: schema.type ?? part.type,
  };
}

/** OpenAPI 3.1 may list types; what is not said shows in the schema's other words. */
function typeOf(schema: Members): string {
  const types = [schema.type].flat().filter((type) => typeof type === "string" && type !== "null");
  if (types.length > 0) return types.includes("string") ? "string" : String(types[0]);
  if (Object.keys(membersOf(schema.properties)).length > 0 || isObject(schema.additionalProperties))
    return "object";
  if (schema.items !== undefined) return "array";
  const samples = [schema.const, ...listOf(schema.enum), schema.default, schema.example];
  const sample = typeof samples.find((each) => each !== undefined && each !== null);
  return sample === "number" || sample === "boolean" ? sample : "string";
}

/** Members of an object in the order they were written, apart from those that only an answer has. */
export function propertiesOf(schema: Members, references: References): [name: string, schema: unknown][] {
  return Object.entries(membersOf(schema.properties)).filter(
    ([name, property]) => name !== "__proto__" && references.follow(property).readOnly !== true,
  );
}
