import type { ActionImportResult, ImportedAction } from "@errand/shared/action-import";
import { createEgress } from "../../egress/guarded-request.ts";
import type { ImportContext } from "./draft.ts";
import { importOpenApi } from "./openapi.ts";

/** An import into a site whose actions have these identifiers. */
export function importContext(...taken: string[]): ImportContext {
  return { taken: new Set(taken), egress: createEgress({ publicUrl: "https://errand.example.com" }) };
}

/** A document with one operation at `https://api.example.com`. */
export function documentOf(path: string, method: string, operation: object, more: object = {}): object {
  return {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: { [path]: { [method]: operation } },
    ...more,
  };
}

/** The one draft of an import. Throws when there is another number of them. */
export function onlyDraft({ items, skipped }: ActionImportResult): ImportedAction {
  const [item] = items;
  if (item && items.length === 1 && skipped.length === 0) return item;
  throw new Error(`not one draft but ${items.length}, and skipped: ${JSON.stringify(skipped)}`);
}

/** The draft of one operation. */
export function draftOf(path: string, method: string, operation: object, more: object = {}): ImportedAction {
  return onlyDraft(importOpenApi(documentOf(path, method, operation, more), importContext()));
}

/** Why one operation is skipped. Throws when it is not. */
export function reasonOf(path: string, method: string, operation: object, more: object = {}): string {
  const { items, skipped } = importOpenApi(documentOf(path, method, operation, more), importContext());
  const [first] = skipped;
  if (first && items.length === 0) return first.reason;
  throw new Error(`imported: ${JSON.stringify(items)}`);
}
