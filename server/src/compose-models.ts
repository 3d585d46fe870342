import { createModelRegistry, type ModelRegistry } from "./agent/model-registry.ts";
import { ConfigError, type Config } from "./config.ts";
import { createSiteModels, type SiteModels } from "./conversations/site-models.ts";
import type { Sealer } from "./credentials/seal.ts";
import { createGuardedFetch } from "./egress/guarded-fetch.ts";
import type { Egress } from "./egress/guarded-request.ts";
import { createSiteModelStore, type SiteModelStore } from "./sites/site-model-store.ts";
import type { Database } from "./storage/database.ts";

interface ModelGround {
  config: Pick<Config, "model" | "modelBaseUrl" | "modelApiKey">;
  database: Database;
  sealer: Sealer;
  egress: Egress;
  /** Stands in for the models that the settings name. */
  registry?: ModelRegistry | undefined;
}

/** The models of sites, reached as their owners or the operator have set up. @throws ConfigError */
export function composeModels({ config, database, sealer, egress, registry }: ModelGround): {
  siteModelStore: SiteModelStore;
  siteModels: SiteModels;
} {
  const siteModelStore = createSiteModelStore(database, sealer);
  const siteModels = createSiteModels({
    registry: registry ?? createModels(config),
    store: siteModelStore,
    fetchFor: (siteId) => createGuardedFetch(egress, `model:${siteId}`),
  });
  return { siteModelStore, siteModels };
}

function createModels({ model, modelBaseUrl, modelApiKey }: ModelGround["config"]): ModelRegistry {
  try {
    return createModelRegistry({ model, baseUrl: modelBaseUrl, apiKey: modelApiKey });
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
