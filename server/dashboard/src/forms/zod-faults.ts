import type { FieldError } from "@errand/shared/wire";
import type * as z from "zod";
import { inOwnWords } from "../words/in-own-words.ts";
import { words } from "../words/words.ts";

type Issue = Pick<z.core.$ZodIssue, "path" | "message">;

/** The JSON Pointer (RFC 6901) of a path. */
function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Issues of a schema as field errors in the owner's language, one for each place and sentence. */
export function toFieldErrors(issues: readonly Issue[]): FieldError[] {
  const seen = new Map<string, FieldError>();
  for (const { path, message } of issues) {
    const fault = { pointer: toPointer(path), message: inOwnWords(message) };
    seen.set(`${fault.pointer} ${message}`, fault);
  }
  return [...seen.values()];
}

/** Words for what the schemas themselves have no sentence for. */
export function plainMessage(issue: { code?: string; maximum?: unknown }): string | undefined {
  if (issue.code === "too_small") return words.faults.empty;
  if (issue.code === "too_big") return words.faults.tooLong(Number(issue.maximum));
  return issue.code === "invalid_type" ? words.faults.missing : undefined;
}
