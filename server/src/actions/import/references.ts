import { type Members, memberOf, membersOf } from "./members.ts";
import { NotImported } from "./not-imported.ts";

/** Objects and members that one operation may lead to; few have more than some hundreds. */
const MAX_STEPS = 10_000;

/** Follows the references of one document, as far as one operation may lead. */
export interface References {
  /** The object that a reference leads to, or the object itself. @throws NotImported */
  follow(value: unknown): Members;
  /** Counts further work, such as members that are copied. @throws NotImported when it is too much for one operation */
  spend(steps: number): void;
  /** The same document with a budget of its own, for what may be left out. */
  restart(maxSteps: number): References;
}

/** References (RFC 6901 pointers) are followed when they are met and not before, so circles cost nothing. */
export function createReferences(document: Members, maxSteps = MAX_STEPS): References {
  let left = maxSteps;
  function spend(steps: number): void {
    left -= steps;
    if (left < 0) throw new NotImported("Its schemas lead to too many others.");
  }
  function follow(value: unknown): Members {
    let object = membersOf(value);
    const seen = new Set<string>();
    for (; typeof object.$ref === "string"; spend(1)) {
      const { $ref: reference, ...beside } = object;
      if (seen.has(reference)) throw new NotImported(`"${excerpt(reference)}" refers to itself.`);
      seen.add(reference);
      object = { ...lookUp(document, reference), ...beside };
    }
    spend(1);
    return object;
  }
  return { follow, spend, restart: (steps) => createReferences(document, steps) };
}

function lookUp(document: Members, reference: string): Members {
  if (!/^#(?:\/|$)/.test(reference)) {
    throw new NotImported(`It refers to "${excerpt(reference)}", and other documents are not fetched.`);
  }
  let value: unknown = document;
  for (const step of reference.slice(1).split("/").slice(1)) value = memberOf(value, unescapeStep(step));
  if (typeof value === "object" && value !== null) return membersOf(value);
  throw new NotImported(`It refers to "${excerpt(reference)}", which the document does not have.`);
}

/** RFC 6901 §4 and §6. */
function unescapeStep(step: string): string {
  try {
    return decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return step;
  }
}

const excerpt = (reference: string): string => reference.slice(0, 120);
