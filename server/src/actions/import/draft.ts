import type * as z from "zod";
import { actionSchema, type Parameter } from "@errand/shared/action";
import type { ActionImportResult, ImportedAction } from "@errand/shared/action-import";
import type { Egress } from "../../egress/guarded-request.ts";
import { findDefinitionFaults, withoutCredential } from "../check-definition.ts";
import { NotImported } from "./not-imported.ts";
import type { References } from "./references.ts";

/** An action as an importer writes it. */
export type Draft = z.input<typeof actionSchema>;

/** What an import is made with. */
export interface ImportContext {
  /** Identifiers that the site's actions have; drafts take theirs beside them. */
  taken: Set<string>;
  egress: Pick<Egress, "checkUrl">;
}

/** How a draft authorizes, its secret still to be entered. */
export type DraftAuth = NonNullable<Draft["auth"]>;

interface Pair {
  name: string;
  value: string;
}

/** A request under way from a description to a draft; its parts add to it. */
export interface Sketch {
  references: References;
  parameters: Parameter[];
  /** Names that parameters have already. */
  names: Set<string>;
  query: Pair[];
  headers: Pair[];
  auth: DraftAuth;
  notes: string[];
  /** What is optional and has no place in a request that is always the same. */
  leftOut: string[];
  /** What is optional and always sent with its default. */
  fixed: string[];
}

export function createSketch(references: References, auth: DraftAuth = { type: "none" }): Sketch {
  const lists = { parameters: [], query: [], headers: [], notes: [], leftOut: [], fixed: [] };
  return { references, auth, names: new Set(), ...lists };
}

export const ENTER_CREDENTIAL = "Enter the credential under authorization before you enable the action.";

/** Tells of a secret that has no place beside the action's own. */
export function secondCredential(name: string): string {
  return `The call also needs "${name.slice(0, 80)}", and an action carries one credential.`;
}

type Imported = { item: ImportedAction } | { skipped: ActionImportResult["skipped"][number] };

/** A draft that the owner could save as it is, or why there is none. */
export function finishDraft(
  source: string,
  write: () => { draft: Draft; notes: string[] },
  egress: Pick<Egress, "checkUrl">,
): Imported {
  try {
    const { draft, notes } = write();
    return { item: { action: checkDraft(draft, egress), notes: [...new Set(notes)], source } };
  } catch (error) {
    if (!(error instanceof NotImported)) throw error;
    return { skipped: { source, reason: error.message } };
  }
}

function checkDraft(draft: Draft, egress: Pick<Egress, "checkUrl">): ImportedAction["action"] {
  const parsed = actionSchema.safeParse(draft);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new NotImported(`${(issue?.path ?? []).join(".")}: ${issue?.message ?? ""}.`);
  }
  const [fault] = findDefinitionFaults(withoutCredential(parsed.data), egress);
  if (fault) throw new NotImported(`${fault.pointer}: ${fault.message}`);
  return parsed.data;
}

/** Names in a sentence, of which the first twenty are told. */
export function listNames(names: readonly string[]): string {
  const told = names.slice(0, 20).map((name) => `"${name.slice(0, 80)}"`);
  return told.join(", ") + (names.length > 20 ? ` and ${names.length - 20} more` : "");
}
