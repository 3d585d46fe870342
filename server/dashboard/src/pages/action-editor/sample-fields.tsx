import type { ParameterType } from "@errand/shared/action";
import { SelectField } from "../../components/choice-field.tsx";
import { TextArea, TextField, type TextType } from "../../components/text-field.tsx";
import { toLines } from "../../forms/rows.ts";
import { words } from "../../words/words.ts";
import type { ParameterRow } from "./action-form.ts";
import type { Samples } from "./test-request.ts";

const NATIVE: Partial<Record<ParameterType, TextType>> = {
  number: "number",
  integer: "number",
  email: "email",
  phone: "tel",
  url: "url",
  date: "date",
};

interface SampleFieldsProps {
  rows: ParameterRow[];
  samples: Samples;
  onSamples: (samples: Samples) => void;
  problemAt: (pointer: string) => string | undefined;
}

/** A sample value for each parameter, in the control that fits its type. */
export function SampleFields({ rows, samples, onSamples, problemAt }: SampleFieldsProps) {
  if (rows.length === 0) return null;
  return (
    <fieldset class="group stack">
      <legend>{words.test.samples}</legend>
      {rows.map((row) => (
        <SampleField
          key={row.key}
          row={row}
          value={samples[row.key] ?? ""}
          problem={problemAt(`/arguments/${row.name}`)}
          onValue={(value) => onSamples({ ...samples, [row.key]: value })}
        />
      ))}
    </fieldset>
  );
}

interface SampleFieldProps {
  row: ParameterRow;
  value: string;
  problem: string | undefined;
  onValue: (value: string) => void;
}

function SampleField({ row, ...field }: SampleFieldProps) {
  const label = row.label || row.name || words.parameters.unnamed;
  if (row.isArray) return <TextArea {...field} label={label} hint={words.test.oneALine} rows={2} />;
  if (row.type === "object") return <TextArea {...field} label={label} isCode placeholder="{}" />;
  if (row.type === "boolean") {
    const options = [["", "–"] as const, ["true", words.yes] as const, ["false", words.no] as const];
    return <SelectField {...field} label={label} options={options} />;
  }
  if (row.type === "choice") {
    const options = ["", ...toLines(row.options)].map((option) => [option, option || "–"] as const);
    return <SelectField {...field} label={label} options={options} />;
  }
  const placeholder = row.type === "datetime" ? "2026-01-31T09:00:00Z" : row.hint;
  return (
    <TextField
      {...field}
      label={label}
      type={NATIVE[row.type] ?? "text"}
      step={row.type === "integer" ? 1 : "any"}
      placeholder={placeholder}
      autocomplete="off"
    />
  );
}
