/** A value as a message shows it: JSON, cut to one line. */
export function quote(value: unknown, maxLength = 60): string {
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? JSON.stringify(value.slice(0, maxLength)) : toJson(value);
  return text.length > maxLength + 2 ? `${text.slice(0, maxLength).toWellFormed()}…` : text;
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return "a value nested too deeply";
  }
}
