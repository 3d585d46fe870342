import type { ActionImportResult } from "@errand/shared/action-import";
import { finishDraft, type ImportContext } from "./draft.ts";
import { type Members, memberOf, membersOf } from "./members.ts";
import { NotImported } from "./not-imported.ts";
import { draftOperation, type Operation } from "./operation.ts";
import { notOpenApi, readDocument } from "./read-document.ts";
import { createReferences } from "./references.ts";

const MAX_OPERATIONS = 200;
const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

type Skipped = ActionImportResult["skipped"];

/**
 * Drafts an action for each operation of an OpenAPI document (3.0 to 3.2): JSON or YAML text, or an object. Nothing is
 * fetched; `documentUrl` is where the text came from.
 * @throws ErrandError `invalid_request` when it is no such document
 */
export function importOpenApi(
  source: unknown,
  { taken, egress, documentUrl }: ImportContext & { documentUrl?: string },
): ActionImportResult {
  const document = readDocument(source);
  const { operations, skipped } = listOperations(document, documentUrl);
  if (operations.length + skipped.length === 0) throw notOpenApi("The document describes no operations.");
  const result: ActionImportResult = { items: [], skipped };
  for (const operation of operations.slice(0, MAX_OPERATIONS)) {
    const imported = finishDraft(nameOf(operation), () => draftOperation(operation, taken), egress);
    if ("item" in imported) result.items.push(imported.item);
    else skipped.push(imported.skipped);
  }
  const reason = `One import takes ${MAX_OPERATIONS} operations; import a part of the document for more.`;
  skipped.push(...operations.slice(MAX_OPERATIONS).map((each) => ({ source: nameOf(each), reason })));
  return result;
}

const nameOf = ({ method, path }: Operation): string => `${method.toUpperCase()} ${path}`;

function listOperations(
  document: Members,
  documentUrl: string | undefined,
): { operations: Operation[]; skipped: Skipped } {
  const operations: Operation[] = [];
  const skipped: Skipped = [];
  for (const path of Object.keys(membersOf(document.paths)).filter((key) => key.startsWith("/"))) {
    try {
      const item = createReferences(document).follow(memberOf(document.paths, path));
      const methods = METHODS.filter((method) => Object.hasOwn(item, method));
      operations.push(...methods.map((method) => ({ document, documentUrl, path, method })));
    } catch (error) {
      if (!(error instanceof NotImported)) throw error;
      skipped.push({ source: path, reason: error.message });
    }
  }
  return { operations, skipped };
}
