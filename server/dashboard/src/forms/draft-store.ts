import type { Keyed } from "./rows.ts";
import { keyed } from "./rows.ts";

/** Unsaved work of one form, kept in this tab so that a reload or a crash loses nothing. */
export interface DraftStore<Form> {
  read(): Form | undefined;
  write(form: Form): void;
  clear(): void;
}

/**
 * A draft under a key of its own in `sessionStorage`. `strip` takes out what must never be stored, such as a secret.
 * Where storage is blocked or full, nothing is kept and nothing breaks.
 */
export function createDraftStore<Form extends object>(
  name: string,
  strip: (form: Form) => Form,
): DraftStore<Form> {
  const key = `errand.draft:${name}`;
  const attempt = <Result>(work: () => Result): Result | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  return {
    read: () =>
      attempt(() => {
        const text = sessionStorage.getItem(key);
        return text === null ? undefined : (withFreshKeys(JSON.parse(text)) as Form);
      }),
    write: (form) => attempt(() => sessionStorage.setItem(key, JSON.stringify(strip(form)))),
    clear: () => attempt(() => sessionStorage.removeItem(key)),
  };
}

/** Rows get keys anew: those of another load of the page may be in use by now. */
function withFreshKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFreshKeys);
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withFreshKeys(part)]));
  return isRow(copy) ? keyed(copy) : copy;
}

function isRow(value: object): value is Keyed {
  return "key" in value && typeof value.key === "string" && value.key.startsWith("row-");
}
