import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { ModelRegistry } from "../agent/model-registry.ts";
import { createVendorModel, originOfVendor, parseModelSpec } from "../agent/vendors.ts";
import { ErrandError } from "../errors.ts";
import type { Site } from "../sites/site.ts";
import type { SiteModelStore, StoredSiteModel } from "../sites/site-model-store.ts";

/** What answers a site's visitors. */
export interface SiteModel {
  model: LanguageModelV4;
  /** Answers when the first one does not. */
  fallback: LanguageModelV4 | undefined;
  /** Tokens that may be used in a UTC day. */
  dailyTokenBudget: number | null;
}

/** The models of sites: reached with the site's own key and address where it has them, else as the operator does. */
export interface SiteModels {
  /** @throws ErrandError `invalid_request` when the site's model cannot be served */
  of(site: Site): Promise<SiteModel>;
  /** Judges the name of a model for a site. @throws ErrandError `invalid_request` */
  check(siteId: string, spec: string | null): Promise<void>;
  /** Judges settings that are about to be stored. @throws ErrandError `invalid_request` */
  checkSettings(siteId: string, specs: Specs, access: WrittenAccess): Promise<void>;
}

interface Specs {
  spec: string | null;
  fallback: string | null;
}

/** How a site is to reach its vendor. The key: text sets it, null removes it, undefined keeps the stored one. */
interface WrittenAccess {
  vendor: string | null;
  baseUrl: string | null;
  apiKey: string | null | undefined;
}

/** What of a site's settings is needed to reach its vendor. */
type Access = Pick<StoredSiteModel, "vendor" | "baseUrl" | "openKey">;

interface SiteModelsOptions {
  registry: ModelRegistry;
  store: Pick<SiteModelStore, "get">;
  /** The way out to an address that somebody typed for this site. */
  fetchFor(siteId: string): typeof globalThis.fetch;
}

export function createSiteModels({ registry, store, fetchFor }: SiteModelsOptions): SiteModels {
  const make = (siteId: string, spec: string | null, own: Access | undefined): LanguageModelV4 => {
    const named = spec === null ? undefined : parseModelSpec(spec);
    if (!named || own?.vendor !== named.vendor) return registry.resolve(spec);
    const { vendor } = named;
    // The operator's key never goes to an address that somebody typed, nor does the typed one stand for it.
    const origin = originOfVendor(vendor, own.baseUrl);
    const apiKey = origin === undefined ? undefined : own.openKey(origin);
    const typed = own.baseUrl === null ? {} : { baseUrl: own.baseUrl, fetch: fetchFor(siteId) };
    const model = createVendorModel(named, { ...typed, apiKey });
    if (typeof model !== "string") return model;
    const lack = model === "apiKey" ? "an API key" : "a base URL, such as https://llm.example.com/v1";
    throw new ErrandError("invalid_request", `Model: "${spec}" needs ${lack}.`, {
      errors: [{ pointer: `/${model}`, message: `"${spec}" needs ${lack}` }],
    });
  };
  return {
    async of(site) {
      const own = await store.get(site.id);
      const fallback = own?.fallback ?? null;
      return {
        model: make(site.id, site.settings.model, own),
        fallback: fallback === null ? undefined : make(site.id, fallback, own),
        dailyTokenBudget: own?.dailyTokenBudget ?? null,
      };
    },
    async check(siteId, spec) {
      make(siteId, spec, await store.get(siteId));
    },
    async checkSettings(siteId, { spec, fallback }, { apiKey, ...place }) {
      const before = apiKey === undefined ? await store.get(siteId) : undefined;
      // Whether a stored key may stay is the store's to say.
      const openKey = (): string | undefined => (before?.apiKey.set ? "stored" : (apiKey ?? undefined));
      make(siteId, spec, { ...place, openKey });
      if (fallback !== null) make(siteId, fallback, { ...place, openKey });
    },
  };
}
