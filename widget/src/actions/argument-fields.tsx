import type { EditableArgument } from "@errand/shared/wire";
import type { Words } from "../locales/words.ts";

interface FieldOptions {
  argument: EditableArgument;
  label: string;
  value: unknown;
  /** What is said of a value that the server did not take; undefined when it took it. */
  fault: string | undefined;
  words: Pick<Words, "yes" | "no">;
}

/** A text longer than this has more than one line. */
const LONG = 40;

/** What a browser helps with, by the type of a parameter. */
const INPUT_TYPES: Record<string, string> = {
  email: "email",
  phone: "tel",
  url: "url",
  date: "date",
};

/** One argument to be changed. The browser keeps what is typed; `readArguments` reads it. */
export function ArgumentField({ argument, label, value, fault, words }: FieldOptions) {
  return (
    <label>
      <span>{label}</span>
      {drawInput(argument, value, words)}
      {fault && <small role="alert">{fault}</small>}
    </label>
  );
}

function drawInput(
  { name, type, required, isArray, options }: EditableArgument,
  value: unknown,
  { yes, no }: FieldOptions["words"],
) {
  if (isArray) {
    const lines = Array.isArray(value) ? value : [];
    return <textarea name={name} rows={Math.max(2, lines.length)} defaultValue={lines.join("\n")} />;
  }
  const text = toText(value);
  if (type === "object" || (type === "text" && !options && text.length > LONG)) {
    return <textarea name={name} rows={3} dir="auto" defaultValue={text} />;
  }
  const choices =
    type === "boolean"
      ? ([
          ["true", yes],
          ["false", no],
        ] as const)
      : options?.map((option) => [String(option), String(option)] as const);
  if (choices) {
    return (
      <select name={name}>
        {!required && <option value="">–</option>}
        {choices.map(([key, shown]) => (
          <option value={key} selected={key === text}>
            {shown}
          </option>
        ))}
      </select>
    );
  }
  const isNumber = type === "number" || type === "integer";
  return (
    <input
      name={name}
      type={(INPUT_TYPES[type] ?? "text") as "text"}
      inputMode={isNumber ? "decimal" : undefined}
      dir="auto"
      defaultValue={text}
    />
  );
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value, null, 1) : `${value as string | number | boolean}`;
}

/** All arguments as they are to be sent: what a form changes, and the others as they were. */
export function readArguments(
  form: HTMLFormElement,
  input: Record<string, unknown>,
  editable: EditableArgument[],
): Record<string, unknown> {
  const data = new FormData(form);
  const read = { ...input };
  for (const { name, type, isArray } of editable) {
    const text = toText(data.get(name)).replaceAll("\r\n", "\n");
    const items = isArray
      ? text
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean)
      : [];
    if (isArray) read[name] = items.map((item) => toValue(type, item));
    else if (text.trim()) read[name] = toValue(type, text.trim());
    else delete read[name];
  }
  return read;
}

/** What is no value of the type stays text, which the server names as wrong. */
function toValue(type: string, text: string): unknown {
  if (type === "boolean") return text === "true";
  if (type === "object") return parse(text);
  const number = Number(text);
  return (type === "number" || type === "integer") && !Number.isNaN(number) ? number : text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
