import type { IdentityCheckResult } from "@errand/shared/identity-check";
import type {
  IdentityKeyView,
  IdentitySecretView,
  KeyAlgorithm,
  KeySource,
  SecretKind,
} from "@errand/shared/identity-keys";
import { send } from "./owner-api.ts";
import { sitePath } from "./site-path.ts";

/** Secrets sign with the owner's server alone; keys verify what it signs with a key of its own. */
export type CredentialKind = "identity-secrets" | "identity-keys";

/** An identity secret just made; the only answer that ever holds `secret`. */
export interface NewIdentitySecret {
  id: string;
  kind: SecretKind;
  secret: string;
}

/** A public key as it is added. */
export interface NewIdentityKey {
  source: KeySource;
  value: string | Record<string, unknown>;
  algorithm: KeyAlgorithm;
  kid?: string;
  label: string;
}

/** The calls about who visitors are. Each throws ApiError. */
export const identityApi = {
  listSecrets: async (site: string) =>
    (await send<{ items: IdentitySecretView[] }>("GET", sitePath(site, "identity-secrets"))).items,
  createSecret: (site: string, kind: SecretKind, label: string) =>
    send<NewIdentitySecret>("POST", sitePath(site, "identity-secrets"), { kind, label }),
  listKeys: async (site: string) =>
    (await send<{ items: IdentityKeyView[] }>("GET", sitePath(site, "identity-keys"))).items,
  createKey: (site: string, key: NewIdentityKey) =>
    send<IdentityKeyView>("POST", sitePath(site, "identity-keys"), key),
  setEnd: (site: string, kind: CredentialKind, id: string, endsAt: string | null) =>
    send<unknown>("PATCH", sitePath(site, kind, id), { endsAt }),
  remove: (site: string, kind: CredentialKind, id: string) => send<void>("DELETE", sitePath(site, kind, id)),
  check: (site: string, proof: unknown) =>
    send<IdentityCheckResult>("POST", sitePath(site, "identity-check"), proof),
};
