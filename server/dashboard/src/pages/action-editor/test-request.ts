import type { ParameterType } from "@errand/shared/action";
import { type TestVisitor, testVisitorSchema } from "@errand/shared/action-test";
import type { FieldError } from "@errand/shared/wire";
import { toLines } from "../../forms/rows.ts";
import { plainMessage, toFieldErrors } from "../../forms/zod-faults.ts";
import { words } from "../../words/words.ts";
import type { ParameterRow } from "./action-form.ts";

/** The visitor that a test runs as, as it is typed. */
export interface VisitorForm {
  verification: TestVisitor["verification"];
  user_id: string;
  user_email: string;
  user_name: string;
  /** JSON object of what a token would claim. */
  claims: string;
  locale: string;
}

/** Sample values by the key of the parameter's row: text as typed, a list one entry a line. */
export type Samples = Record<string, string>;

/** A value read from its text, or why it cannot be. */
type Read<Value> = { value: Value } | { faults: FieldError[] };

/** The arguments of a test; a sample left empty is left out. Pointers are `/arguments/<name>`. */
export function toArguments(rows: readonly ParameterRow[], samples: Samples): Read<Record<string, unknown>> {
  const faults: FieldError[] = [];
  const entries = rows.flatMap((row) => {
    const text = samples[row.key] ?? "";
    if (text.trim() === "") return [];
    const values = row.isArray
      ? toLines(text).map((each) => toValue(row.type, each))
      : [toValue(row.type, text)];
    if (values.includes(undefined)) {
      faults.push({ pointer: `/arguments/${row.name}`, message: sampleFault(row.type) });
    }
    return [[row.name, row.isArray ? values : values[0]]];
  });
  return faults.length > 0 ? { faults } : { value: Object.fromEntries(entries) as Record<string, unknown> };
}

/** The visitor of a test. Pointers are `/visitor/<field>`. */
export function toVisitor(form: VisitorForm): Read<TestVisitor> {
  const { verification, user_id } = form;
  const claims = parseObject(form.claims);
  const own = {
    anonymous: { verification },
    user_hash: {
      verification,
      user_id,
      ...filled({ user_email: form.user_email, user_name: form.user_name }),
    },
    jwt: { verification, user_id, claims: claims ?? {} },
  }[verification];
  const visitor = { ...own, ...filled({ locale: form.locale.trim() }) };
  const parsed = testVisitorSchema.safeParse(visitor, { error: plainMessage });
  const areClaimsWrong = verification === "jwt" && !claims;
  if (parsed.success && !areClaimsWrong) return { value: parsed.data };
  const faults = toFieldErrors(parsed.error?.issues ?? []);
  if (areClaimsWrong) faults.push({ pointer: "/claims", message: words.faults.jsonObject });
  return { faults: faults.map((fault) => ({ ...fault, pointer: `/visitor${fault.pointer}` })) };
}

function toValue(type: ParameterType, text: string): unknown {
  if (type === "number" || type === "integer")
    return Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : undefined;
  if (type === "object") return parseObject(text);
  return text;
}

function sampleFault(type: ParameterType): string {
  if (type === "object") return words.faults.jsonObject;
  return type === "boolean" ? words.faults.boolean : words.faults.number;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return value as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function filled<Part extends Record<string, string>>(part: Part): Partial<Part> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== "")) as Partial<Part>;
}
