import { isObject, type Members } from "./members.ts";

const MAX_DEPTH = 5;
const FORMATS: [format: string, pattern: RegExp][] = [
  ["email", /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ["uri", /^https?:\/\/\S+$/],
  ["date", /^\d{4}-\d\d-\d\d$/],
  ["date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d/],
  ["phone", /^\+\d{8,15}$/],
];

/** Names of values that must not be kept, not even as an example. */
const SECRET =
  /pass(?:word|wd|code)|secret|token(?!s)|api[-_]?key|^key$|auth(?!or(?!i[sz]))|session|signature|csrf|xsrf|credential|jwt|^si[dg]$/i;

export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}

/** The schema that a sample value suggests, with the sample as its example. */
export function sampleSchema(name: string, sample: unknown, depth = 1): Members {
  if (Array.isArray(sample)) return { type: "array", items: sampleSchema(name, sample[0] ?? "", depth + 1) };
  if (isObject(sample))
    return { type: "object", properties: depth < MAX_DEPTH ? sampleEach(sample, depth) : {} };
  const example = isSecretName(name) || isStandIn(sample) ? {} : { example: sample };
  if (typeof sample === "number")
    return { type: Number.isInteger(sample) ? "integer" : "number", ...example };
  if (typeof sample === "boolean") return { type: "boolean" };
  const format = FORMATS.find(([, pattern]) => typeof sample === "string" && pattern.test(sample))?.[0];
  return { type: "string", ...(format === undefined ? {} : { format }), ...example };
}

function sampleEach(sample: Members, depth: number): Members {
  return Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [name, sampleSchema(name, value, depth + 1)]),
  );
}

/** The object that sample fields suggest; a field without a value may be left out. */
export function sampleObject(fields: readonly (readonly [name: string, value: unknown])[]): Members {
  return {
    type: "object",
    properties: Object.fromEntries(fields.map(([name, value]) => [name, sampleSchema(name, value)])),
    required: fields.filter(([, value]) => value !== null).map(([name]) => name),
  };
}

/** Whether a value only shows where another goes: `<id>`, `{id}`, `$ID`. */
function isStandIn(sample: unknown): boolean {
  return typeof sample === "string" && /^(?:<.*>|\{.*\}|\$\{?\w+\}?)$/.test(sample);
}
