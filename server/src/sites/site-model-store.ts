import type { CredentialView } from "@errand/shared/action";
import type { Selectable } from "kysely";
import { credentialHint } from "../credentials/hint.ts";
import { openForAWhile } from "../credentials/open-for-a-while.ts";
import type { SealContext } from "../credentials/seal-context.ts";
import type { Sealer } from "../credentials/seal.ts";
import { ErrandError } from "../errors.ts";
import type { Database } from "../storage/database.ts";
import { rememberQuery } from "../storage/remember-query.ts";
import type { Tables } from "../storage/schema.ts";

/** How a site reaches a vendor by itself, and how much it may use. */
export interface SiteModelSettings {
  /** Whose models address and key are for; null when the site has neither. */
  vendor: string | null;
  baseUrl: string | null;
  /** The origin that the key is sent to; the key opens for no other. */
  origin: string | null;
  fallback: string | null;
  dailyTokenBudget: number | null;
}

/** The same as it is stored; the key stays sealed until it is asked for. */
export interface StoredSiteModel extends Omit<SiteModelSettings, "origin"> {
  apiKey: CredentialView;
  /** @throws Error when the key was sealed for another vendor or origin */
  openKey(origin: string): string | undefined;
}

/** Where sites keep how they reach their models. */
export interface SiteModelStore {
  get(siteId: string): Promise<StoredSiteModel | undefined>;
  /**
   * Replaces the settings. `apiKey`: text sets it, null removes it, undefined keeps it.
   * @throws ErrandError `invalid_request` when a kept key would go to another vendor or origin
   */
  put(siteId: string, settings: SiteModelSettings, apiKey: string | null | undefined): Promise<void>;
  remove(siteId: string): Promise<void>;
}

export function createSiteModelStore(
  database: Database,
  sealer: Pick<Sealer, "seal" | "open">,
  now: () => Date = () => new Date(),
): SiteModelStore {
  const open = openForAWhile(sealer, now);
  const rowOf = rememberQuery(
    database,
    (of: { siteId: string }) =>
      database.selectFrom("site_models").selectAll().where("site_id", "=", of.siteId),
    ([row]): Row | undefined => row,
  );
  const find = (siteId: string): Promise<Row | undefined> => rowOf({ siteId });
  return {
    async get(siteId) {
      const row = await find(siteId);
      return row && toStored(row, open);
    },
    async put(siteId, settings, apiKey) {
      const { vendor, origin, baseUrl, fallback, dailyTokenBudget } = settings;
      const context = vendor === null || origin === null ? undefined : { site: siteId, vendor, origin };
      const key = await chooseKey(context, apiKey, find);
      const row = {
        vendor,
        base_url: baseUrl,
        api_key_sealed: key.sealed,
        api_key_hint: key.hint,
        fallback,
        daily_token_budget: dailyTokenBudget,
      };
      await database
        .insertInto("site_models")
        .values({ site_id: siteId, ...row })
        .onConflict((conflict) => conflict.column("site_id").doUpdateSet(row))
        .execute();
    },
    async remove(siteId) {
      await database.deleteFrom("site_models").where("site_id", "=", siteId).execute();
    },
  };

  async function chooseKey(
    context: Omit<ModelKeyContext, "purpose"> | undefined,
    written: string | null | undefined,
    find: (siteId: string) => Promise<Row | undefined>,
  ): Promise<{ sealed: string | null; hint: string | null }> {
    if (!context || written === null) return { sealed: null, hint: null };
    if (written !== undefined)
      return {
        sealed: sealer.seal(written, { purpose: "model_key", ...context }),
        hint: credentialHint(written) ?? null,
      };
    const before = await find(context.site);
    if (!before?.api_key_sealed) return { sealed: null, hint: null };
    requireSamePlace(before.api_key_sealed, context);
    return { sealed: before.api_key_sealed, hint: before.api_key_hint };
  }

  function requireSamePlace(sealed: string, context: Omit<ModelKeyContext, "purpose">): void {
    try {
      open(sealed, { purpose: "model_key", ...context });
    } catch (cause) {
      const message = "Enter the key again: it is bound to the vendor and the address it was entered for.";
      throw new ErrandError("invalid_request", message, { errors: [{ pointer: "/apiKey", message }], cause });
    }
  }
}

type Row = Selectable<Tables["site_models"]>;
type ModelKeyContext = Extract<SealContext, { purpose: "model_key" }>;

function toStored(row: Row, open: Sealer["open"]): StoredSiteModel {
  const { vendor, api_key_sealed: sealed, api_key_hint: hint } = row;
  return {
    vendor,
    baseUrl: row.base_url,
    fallback: row.fallback,
    dailyTokenBudget: row.daily_token_budget === null ? null : Number(row.daily_token_budget),
    apiKey: { set: sealed !== null, ...(hint === null ? {} : { hint }) },
    openKey(origin) {
      if (sealed === null || vendor === null) return undefined;
      return open(sealed, modelKeyContext(row.site_id, vendor, origin));
    },
  };
}

/** The place that a site's model key is sealed for. */
export function modelKeyContext(site: string, vendor: string, origin: string): SealContext {
  return { purpose: "model_key", site, vendor, origin };
}
