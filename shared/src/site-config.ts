import * as z from "zod";
import { actionSchema, type Action } from "./action.ts";
import { evalCaseSchema, MAX_EVALS, type EvalCase } from "./eval.ts";
import { siteModelSchema } from "./site-model.ts";
import { siteSettingsSchema, type SiteSettings } from "./site.ts";

/** Names the shape of the document, should another one follow. */
export const CONFIG_FORMAT = "errand.site/1";
const MAX_ACTIONS = 500;

const modelPlaceSchema = siteModelSchema.omit({ spec: true, apiKey: true });

/**
 * Body of `PUT /admin/v1/sites/:site/config`. An action is told by its identifier; one that is left out is removed.
 * A key given as `auth.credential` is stored, null removes it, and left out it stays while the endpoint does.
 */
export const siteConfigSchema = z
  .strictObject({
    format: z.literal(CONFIG_FORMAT, `must be ${CONFIG_FORMAT}`).default(CONFIG_FORMAT),
    settings: siteSettingsSchema,
    /** How the model that `settings` name is reached; left out, it stays as it is. */
    model: modelPlaceSchema.optional(),
    actions: z.array(actionSchema).max(MAX_ACTIONS),
    /** Left out, they stay as they are. */
    evals: z.array(evalCaseSchema).max(MAX_EVALS).optional(),
  })
  .superRefine(({ actions }, context) => {
    const seen = new Set<string>();
    for (const [index, { identifier }] of actions.entries()) {
      if (seen.has(identifier)) {
        const message = `"${identifier}" stands twice`;
        context.addIssue({ code: "custom", path: ["actions", index, "identifier"], message });
      }
      seen.add(identifier);
    }
  });

/** A whole site as one document, secrets left out. */
export interface SiteConfig {
  format: typeof CONFIG_FORMAT;
  settings: SiteSettings;
  model: z.output<typeof modelPlaceSchema>;
  actions: Action[];
  evals: EvalCase[];
}

/** What a document changes in a site. */
export interface ConfigDiff {
  /** Those of the model's address and budget as `model.…`. */
  settings: { field: string; before: unknown; after: unknown }[];
  /** Another vendor or address, so the model's key must be entered again. */
  losesModelKey: boolean;
  actions: {
    added: string[];
    removed: string[];
    /** `losesCredential`: another endpoint or authorization, so the key must be entered again. */
    changed: { identifier: string; fields: string[]; losesCredential: boolean }[];
  };
  /** How many sample conversations come and go. */
  evals: { added: number; removed: number };
}

/** Answer of `PUT …/config`: what changed, or would. */
export interface ConfigResult {
  applied: boolean;
  diff: ConfigDiff;
}
