import type { Parameter } from "@errand/shared/action";
import { listOf, type Members } from "./members.ts";
import { NotImported } from "./not-imported.ts";
import type { References } from "./references.ts";
import { flattenSchema, propertiesOf, variantsOf } from "./schema.ts";

const MAX_DEPTH = 5;
const MAX_STEPS = 1_000;
const MAX_OPTIONS = 100;
/** Characters as JSON; a parameter's schema may have somewhat more. */
const MAX_LENGTH = 8_000;
const BOUNDS = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];

type JsonSchema = NonNullable<Parameter["schema"]>;

/** An object's schema without references, as a parameter carries it; null when it says nothing or too much. */
export function inlineSchema(schema: Members, references: References): JsonSchema | null {
  try {
    const inlined = inline(schema, references.restart(MAX_STEPS), 1);
    const isWorthIt = Object.hasOwn(inlined, "properties") && JSON.stringify(inlined).length <= MAX_LENGTH;
    return isWorthIt ? inlined : null;
  } catch (error) {
    if (error instanceof NotImported) return null;
    throw error;
  }
}

/** What stands deeper, or has several forms, may be anything. */
function inline(value: unknown, references: References, depth: number): JsonSchema {
  const own = references.follow(value);
  if (depth > MAX_DEPTH) return {};
  const schema = flattenSchema(own, references);
  if (variantsOf(schema).length > 1) return {};
  const isNullable = depth > 1 && (own.nullable === true || [own.type].flat().includes("null"));
  const type = String(schema.type);
  return {
    type: isNullable ? [type, "null"] : type,
    ...describe(schema),
    ...(type === "object" ? inlineObject(schema, references, depth) : {}),
    ...(type === "array" ? { items: inline(schema.items, references, depth + 1) } : {}),
  };
}

function describe(schema: Members): JsonSchema {
  const description = typeof schema.description === "string" ? schema.description.trim().slice(0, 200) : "";
  const listed = listOf(schema.enum);
  const isShort = listed.length <= MAX_OPTIONS;
  const options = isShort ? listed.filter((option) => option === null || typeof option !== "object") : [];
  const bounds = BOUNDS.flatMap((bound) => {
    const limit = schema[bound];
    return typeof limit === "number" ? [[bound, limit] as const] : [];
  });
  return {
    ...(description === "" ? {} : { description }),
    ...(options.length === 0 ? {} : { enum: options as (string | number | boolean | null)[] }),
    ...Object.fromEntries(bounds),
  };
}

function inlineObject(schema: Members, references: References, depth: number): JsonSchema {
  const properties = propertiesOf(schema, references).map(
    ([name, property]) => [name, inline(property, references, depth + 1)] as const,
  );
  const names = new Set(properties.map(([name]) => name));
  const required = listOf(schema.required).filter((name) => names.has(name as string)) as string[];
  if (names.size === 0) return {};
  return {
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required: [...new Set(required)] }),
  };
}
