import * as z from "zod";
import type { ActionInput } from "./action.ts";

/** Body of `POST /admin/v1/sites/:site/import`: an OpenAPI document (text, object or https address), or a curl command. */
export const actionImportSchema = z
  .strictObject({
    openapi: z.union([z.string().min(1, "must not be empty"), z.record(z.string(), z.unknown())]).optional(),
    curl: z.string().min(1, "must not be empty").max(100_000).optional(),
  })
  .refine(
    ({ openapi, curl }) => (openapi === undefined) !== (curl === undefined),
    'must have one of "openapi" and "curl"',
  );

/** A draft for the owner to review and save: never enabled, and without any credential. */
export interface ImportedAction {
  action: ActionInput;
  /** What could not be carried over and what to check, as sentences. */
  notes: string[];
  /** Where it comes from, such as `GET /orders/{id}`. */
  source: string;
}

/** Answer of an import. Nothing of it is saved. */
export interface ActionImportResult {
  items: ImportedAction[];
  skipped: { source: string; reason: string }[];
}
