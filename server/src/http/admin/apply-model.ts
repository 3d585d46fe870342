import type { ConfigDiff, SiteConfig } from "@errand/shared/site-config";
import { changedFields } from "../../changed-fields.ts";
import type { Egress } from "../../egress/guarded-request.ts";
import type { SiteModelStore, StoredSiteModel } from "../../sites/site-model-store.ts";
import { toModelSettings } from "./model-settings.ts";

type Model = SiteConfig["model"];

/** How a site reaches its model, as a document tells it: never the key. */
export function toConfigModel(stored: StoredSiteModel | undefined): Model {
  return {
    baseUrl: stored?.baseUrl ?? null,
    fallback: stored?.fallback ?? null,
    dailyTokenBudget: stored?.dailyTokenBudget ?? null,
  };
}

interface ModelChange {
  store: SiteModelStore;
  egress: Pick<Egress, "checkUrl">;
  siteId: string;
  /** The site's model by name, as the document has it. */
  spec: string | null;
  /** Left out, everything stays. */
  wanted: Model | undefined;
}

/**
 * Makes the way to a site's model what a document says. The key stays while vendor and origin do.
 * @throws ErrandError `invalid_request` for an address that may not be called
 */
export async function applyModel(
  change: ModelChange,
): Promise<Pick<ConfigDiff, "settings" | "losesModelKey">> {
  const { store, egress, siteId, spec, wanted } = change;
  const stored = await store.get(siteId);
  if (wanted === undefined) return { settings: [], losesModelKey: false };
  const settings = toModelSettings(egress, { spec, ...wanted }, "/model");
  const losesModelKey = stored !== undefined && stored.apiKey.set && !opensFor(stored, settings);
  const before = toConfigModel(stored);
  const changed = changedFields(before, wanted) as (keyof Model)[];
  if (changed.length > 0 || losesModelKey || (stored && stored.vendor !== settings.vendor))
    await store.put(siteId, settings, losesModelKey ? null : undefined);
  const differing = changed.map((name) => ({
    field: `model.${name}`,
    before: before[name],
    after: wanted[name],
  }));
  return { settings: differing, losesModelKey };
}

function opensFor(
  stored: StoredSiteModel,
  { vendor, origin }: { vendor: string | null; origin: string | null },
): boolean {
  if (vendor !== stored.vendor || origin === null) return false;
  try {
    return stored.openKey(origin) !== undefined;
  } catch {
    return false;
  }
}
