import type { ActionImportResult } from "@errand/shared/action-import";
import type { ChecklistView } from "@errand/shared/checklist";
import type { RunStats } from "@errand/shared/run-stats";
import { send } from "./owner-api.ts";
import { sitePath } from "./site-path.ts";

/** What an import reads: a document, its address, or a command. */
export type ImportSource = { openapi: string } | { curl: string };

/** How the actions of a site went in the last week. @throws ApiError */
export function readRunStats(site: string): Promise<RunStats> {
  return send<RunStats>("GET", sitePath(site, "runs", "stats"));
}

/** What is left of a site's first steps. @throws ApiError */
export function readChecklist(site: string): Promise<ChecklistView> {
  return send<ChecklistView>("GET", sitePath(site, "checklist"));
}

/** Drafts made of a description; nothing of them is saved. @throws ApiError */
export function importActions(site: string, source: ImportSource): Promise<ActionImportResult> {
  return send<ActionImportResult>("POST", sitePath(site, "import"), source);
}
