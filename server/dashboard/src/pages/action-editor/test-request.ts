import type { ParameterType } from "@errand/shared/action";
import type { FieldError } from "@errand/shared/wire";
import { toLines } from "../../forms/rows.ts";
import { parseObject } from "../../try/parse-object.ts";
import type { Read } from "../../try/visitor-form.ts";
import { words } from "../../words/words.ts";
import type { ParameterRow } from "./action-form.ts";

/** Sample values by the key of the parameter's row: text as typed, a list one entry a line. */
export type Samples = Record<string, string>;

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
