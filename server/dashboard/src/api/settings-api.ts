import type { ConfigResult, SiteConfig } from "@errand/shared/site-config";
import type { ModelTestResult, SiteModelView } from "@errand/shared/site-model";
import type { WebhookSecretView } from "@errand/shared/site";
import { send } from "./owner-api.ts";
import { sitePath, withQuery } from "./site-path.ts";

/** What a site's model is set to; the key stays when it is left out, and goes with null. */
interface ModelWrite {
  spec: string | null;
  baseUrl: string | null;
  apiKey?: string | null;
  fallback: string | null;
  dailyTokenBudget: number | null;
}

/** The calls about a site's model, webhook secrets and document. Each throws ApiError. */
export const settingsApi = {
  readModel: (site: string) => send<SiteModelView>("GET", sitePath(site, "model")),
  setModel: (site: string, model: ModelWrite) => send<SiteModelView>("PUT", sitePath(site, "model"), model),
  resetModel: (site: string) => send<void>("DELETE", sitePath(site, "model")),
  testModel: (site: string) => send<ModelTestResult>("POST", sitePath(site, "model", "test")),
  listWebhookSecrets: async (site: string) =>
    (await send<{ items: WebhookSecretView[] }>("GET", sitePath(site, "webhook-secrets"))).items,
  createWebhookSecret: (site: string) =>
    send<WebhookSecretView & { secret: string }>("POST", sitePath(site, "webhook-secrets")),
  removeWebhookSecret: (site: string, id: string) =>
    send<void>("DELETE", sitePath(site, "webhook-secrets", id)),
  readConfig: (site: string) => send<SiteConfig>("GET", sitePath(site, "config")),
  applyConfig: (site: string, config: unknown, dryRun: boolean) =>
    send<ConfigResult>(
      "PUT",
      withQuery(sitePath(site, "config"), { dryRun: dryRun ? "1" : undefined }),
      config,
    ),
};
