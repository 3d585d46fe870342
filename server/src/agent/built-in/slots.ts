import type { JSONValue } from "@ai-sdk/provider";
import { parameterSchema, PARAMETER_TYPES, type Parameter } from "@errand/shared/action";
import { RESERVED_NAMES } from "@errand/shared/template";
import { isNeeded } from "../action-tool.ts";
import { sentenceCase } from "./sentence-case.ts";

export type Arguments = Record<string, JSONValue>;

/** A value to find or ask for: a parameter, or one member of a parameter that is an object. */
export interface Slot extends Parameter {
  /** The object that the value is a member of; `isNeeded` says whether a call is incomplete without that object. */
  object?: { name: string; member: string; isNeeded: boolean };
  limits?: Limits;
}

/** What a member's schema says beside its type. */
interface Limits {
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** The keywords of JSON Schema (2020-12) that slots are made from. */
export interface MemberSchema extends Limits {
  type?: unknown;
  format?: string;
  title?: string;
  description?: string;
  enum?: unknown[];
  items?: MemberSchema;
  properties?: Record<string, MemberSchema>;
  required?: string[];
}

const OBJECT_KEYWORDS = new Set([
  "$schema",
  "type",
  "title",
  "description",
  "properties",
  "required",
  "additionalProperties",
]);
const MEMBER_KEYWORDS = new Set([
  "type",
  "format",
  "title",
  "description",
  "enum",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "default",
  "examples",
]);
const MAX_MEMBERS = 12;

/** A parameter as what is asked for: an object of plain members as its members, anything else as itself. */
export function toSlots(parameter: Parameter): Slot[] {
  const members = membersOf(parameter);
  if (members === undefined) return [parameter];
  const object = { name: parameter.name, isNeeded: isNeeded(parameter) };
  const required = new Set((parameter.schema as MemberSchema).required);
  return members.flatMap(([member, schema]) => {
    const label = schema.title ?? sentenceCase(member.replaceAll(/[_-]+/g, " "));
    const read = readMember(member, schema, required.has(member));
    const name = `${parameter.name}.${member}`;
    const whole = parameter.label ? `${parameter.label}: ${label}` : label;
    const { minLength, maxLength, minimum, maximum } = schema;
    const limits = JSON.parse(JSON.stringify({ minLength, maxLength, minimum, maximum })) as Limits;
    return read ? [{ ...read, name, label: whole, object: { ...object, member }, limits }] : [];
  });
}

/** Whether an object can only be given as JSON that must fit a schema: nothing to ask a person for. */
export function isBeyondWords(parameter: Parameter): boolean {
  return parameter.type === "object" && parameter.schema !== null && membersOf(parameter) === undefined;
}

function membersOf({ type, isArray, schema }: Parameter): [string, MemberSchema][] | undefined {
  if (type !== "object" || isArray || schema === null) return undefined;
  const { properties = {}, required = [] } = schema as MemberSchema;
  const members = Object.entries(properties);
  const isPlain =
    members.length > 0 &&
    members.length <= MAX_MEMBERS &&
    Object.keys(schema).every((keyword) => OBJECT_KEYWORDS.has(keyword)) &&
    required.every((member) => Object.hasOwn(properties, member)) &&
    members.every(([member, each]) => isPlainMember(each) && readMember(member, each, true) !== undefined);
  return isPlain ? members : undefined;
}

function isPlainMember(schema: MemberSchema): boolean {
  return (
    typeof schema === "object" &&
    schema !== null &&
    Object.keys(schema).every((keyword) => MEMBER_KEYWORDS.has(keyword)) &&
    (schema.enum !== undefined || ["string", "number", "integer", "boolean"].includes(String(schema.type)))
  );
}

const BY_FORMAT = new Map([
  ["date-time", "datetime"],
  ["uri", "url"],
  ["email", "email"],
  ["date", "date"],
]);

/** A member of a JSON Schema as a parameter; undefined when it cannot be one. */
export function readMember(name: string, schema: MemberSchema, required: boolean): Parameter | undefined {
  if (RESERVED_NAMES.has(name)) return undefined;
  const value = (schema.type === "array" && schema.items) || schema;
  const read = parameterSchema.safeParse({
    name: /^[A-Za-z_][\w-]{0,63}$/.test(name) ? name : "member",
    label: sentenceCase(name.replaceAll(/[_-]+/g, " ")).slice(0, 120),
    type: typeOf(value),
    isArray: value !== schema,
    required,
    hint: schema.description?.slice(0, 500),
    options: value.enum,
    schema: value.type === "object" ? value : null,
  });
  return read.success ? { ...read.data, name } : undefined;
}

function typeOf(schema: MemberSchema): string {
  if (schema.enum) return "choice";
  const named = BY_FORMAT.get(schema.format ?? "");
  return named ?? PARAMETER_TYPES.find((type) => type === schema.type) ?? "text";
}

/** Whether a value keeps to what its schema says beside the type. */
export function fits({ limits = {} }: Slot, value: JSONValue): boolean {
  if (typeof value === "string") {
    const length = Array.from(value).length;
    return length >= (limits.minLength ?? 0) && length <= (limits.maxLength ?? Infinity);
  }
  if (typeof value !== "number") return true;
  return value >= (limits.minimum ?? -Infinity) && value <= (limits.maximum ?? Infinity);
}

/** The first slot without which a call is incomplete. A member is needed when its object is, or was begun. */
export function findMissing(slots: readonly Slot[], values: Arguments): Slot | undefined {
  const begun = new Set(
    slots.flatMap(({ name, object }) => (object && Object.hasOwn(values, name) ? [object.name] : [])),
  );
  return slots.find((slot) => {
    if (Object.hasOwn(values, slot.name)) return false;
    const { object } = slot;
    return isNeeded(slot) && (object === undefined || object.isNeeded || begun.has(object.name));
  });
}

/** Values by slot as the arguments of a call: members go into their objects. */
export function toArguments(slots: readonly Slot[], values: Arguments): Arguments {
  const plain = new Map<string, JSONValue>();
  const objects = new Map<string, [string, JSONValue][]>();
  for (const { name, object } of slots) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) continue;
    if (object) objects.set(object.name, [...(objects.get(object.name) ?? []), [object.member, value]]);
    else plain.set(name, value);
  }
  for (const [name, members] of objects) plain.set(name, Object.fromEntries(members));
  return Object.fromEntries(plain);
}

/** The other way round: the arguments of a call as values by slot. */
export function fromArguments(slots: readonly Slot[], input: unknown): Arguments {
  const given = new Map(Object.entries(isRecord(input) ? input : {}));
  return Object.fromEntries(
    slots.flatMap(({ name, object }): [string, JSONValue][] => {
      const whole = given.get(object?.name ?? name);
      const value = object
        ? isRecord(whole)
          ? new Map(Object.entries(whole)).get(object.member)
          : undefined
        : whole;
      return value === undefined || value === null ? [] : [[name, value as JSONValue]];
    }),
  );
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
