import type { ObjectSchema } from "@errand/shared/object-schema";
import type { Ajv2020, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { lazily, requirePackage } from "../lazy-package.ts";

const MAX_COMPILED = 200;
const MAX_FAULTS = 5;

/** Unknown keywords and formats only describe; compiled schemas are kept here, not there. */
const validator = lazily((): Ajv2020 => {
  const ajv = requirePackage("ajv/dist/2020.js") as typeof import("ajv/dist/2020.js");
  const formats = requirePackage("ajv-formats") as typeof import("ajv-formats");
  const made = new ajv.Ajv2020({ strict: false, allErrors: true, logger: false });
  formats.default(made);
  return made;
});

const compiled = new Map<string, ValidateFunction>();

/** Why a text is no JSON Schema (2020-12) of an object; undefined when it is one. */
export function findCompileFault(schema: ObjectSchema): string | undefined {
  try {
    compile(schema);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^schema is invalid: /, "").replaceAll("data/", "/");
  }
}

/** What is wrong with an object by its JSON Schema: the place inside it and a reason, or undefined. */
export function findObjectFault(schema: ObjectSchema, value: object): string | undefined {
  const validate = compile(schema);
  if (validate(value)) return undefined;
  const faults = (validate.errors ?? []).slice(0, MAX_FAULTS).map(toSentence);
  return [...new Set(faults)].join("; ");
}

/** Compiling costs milliseconds, so a schema is compiled once while it is in use. */
function compile(schema: ObjectSchema): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = compiled.get(key);
  if (known) return known;
  const { $schema: _dialect, ...plain } = schema;
  const validate = compileOnce(plain);
  const [oldest] = compiled.keys();
  if (oldest !== undefined && compiled.size >= MAX_COMPILED) compiled.delete(oldest);
  compiled.set(key, validate);
  return validate;
}

function compileOnce(schema: ObjectSchema): ValidateFunction {
  try {
    return validator().compile(schema);
  } finally {
    validator().removeSchema(schema);
  }
}

function toSentence({ instancePath, keyword, params, message = "does not fit" }: ErrorObject): string {
  const place = instancePath === "" ? "the object" : instancePath;
  return `${place} ${message}${detailOf(keyword, params)}`;
}

/** What the validator's own sentence leaves out. */
function detailOf(keyword: string, params: Record<string, unknown>): string {
  if (keyword === "enum") return `: ${JSON.stringify(params["allowedValues"])}`;
  if (keyword === "const") return `: ${JSON.stringify(params["allowedValue"])}`;
  const extra = params["additionalProperty"] ?? params["unevaluatedProperty"];
  return extra === undefined ? "" : `: ${JSON.stringify(extra)}`;
}
