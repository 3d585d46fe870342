import type { ActionDraft, ActionView } from "@errand/shared/action";
import type { SecretKind } from "@errand/shared/identity-keys";
import type { SiteSettingsPart, SiteView } from "@errand/shared/site";
import { createActions } from "./actions.ts";
import { evals } from "./evals.ts";
import type { OwnerApi } from "./owner-api.ts";
import type { IdentitySecret, ShopKeys } from "./shop-keys.ts";

/** Where the shop is to be found: origins. */
interface ShopAddresses {
  shop: string;
  api: string;
}

/** What the shop needs to sign identities and to embed the widget. */
export interface SiteSetup {
  site: string;
  jwt: IdentitySecret;
  user_hash: IdentitySecret;
}

const SETTINGS: SiteSettingsPart & { name: string } = {
  name: "Kettle & Pine",
  appearance: { color: "#1f6b4f", side: "right" },
  greeting: {
    en: "Hi! Ask me about an order, or tell me what went wrong.",
    az: "Salam! Sifarişinizi soruşun və ya nə baş verdiyini yazın.",
  },
  starters: [
    { en: "Where is my order ORD-1001?", az: "ORD-1001 sifarişim haradadır?" },
    { en: "Show my orders", az: "Sifarişlərimi göstər" },
  ],
};

/**
 * Sets the shop's site up through the owner API. What is there already stays as the owner edited it;
 * only addresses and secrets of this start are brought up to date.
 */
export async function setUpSite(
  owner: OwnerApi,
  keys: ShopKeys,
  { shop, api }: ShopAddresses,
): Promise<SiteSetup> {
  const site = await findOrCreateSite(owner, shop);
  const [jwt, user_hash] = await Promise.all([
    keepSecret(owner, site.id, "jwt", keys.jwt),
    keepSecret(owner, site.id, "user_hash", keys.user_hash),
  ]);
  const existing = await owner.listActions(site.id);
  for (const action of createActions(api, keys.apiKey)) {
    const found = existing.find(({ identifier }) => identifier === action.identifier);
    if (!found) await owner.createAction(site.id, action);
    else if (!isCurrent(found, api, keys.apiKey)) {
      await owner.replaceAction(site.id, found.id, bringUpToDate(found, action, api));
    }
  }
  if ((await owner.listEvals(site.id)).length === 0) await owner.importEvals(site.id, evals);
  return { site: site.id, jwt, user_hash };
}

async function findOrCreateSite(owner: OwnerApi, shop: string): Promise<SiteView> {
  const found = (await owner.listSites()).find(({ name }) => name === SETTINGS.name);
  if (!found) return owner.createSite({ ...SETTINGS, allowedOrigins: [shop] });
  if (found.allowedOrigins.includes(shop)) return found;
  return owner.changeSite(found.id, { allowedOrigins: [...found.allowedOrigins, shop] });
}

async function keepSecret(
  owner: OwnerApi,
  site: string,
  kind: SecretKind,
  kept: IdentitySecret | undefined,
): Promise<IdentitySecret> {
  const known = kept && (await owner.listSecrets(site)).some(({ id }) => id === kept.id);
  if (known) return kept;
  const { id, secret } = await owner.createSecret(site, kind);
  return { id, secret };
}

function isCurrent({ url, auth }: ActionView, api: string, apiKey: string): boolean {
  const { hostname, origin } = new URL(url);
  const isElsewhere = hostname !== new URL(api).hostname;
  return isElsewhere || (origin === api && auth.credential?.hint?.endsWith(apiKey.slice(-4)) === true);
}

/** The owner's own version of the action, at the address and with the credential of this start. */
function bringUpToDate(found: ActionView, { auth }: ActionDraft, api: string): ActionDraft {
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...definition } = found;
  return { ...definition, auth, url: found.url.replace(/^https:\/\/[^/]+/, api) };
}
