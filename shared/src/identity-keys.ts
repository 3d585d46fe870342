import * as z from "zod";

/** Algorithms of tokens that a public key verifies (RFC 7518 §3.1, RFC 8037 §3.1). */
export const KEY_ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"] as const;
export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number];

/** How a public key comes: as text, as JWK (RFC 7517), or as the address of a set of them. */
export const KEY_SOURCES = ["pem", "jwk", "jwks_url"] as const;
export type KeySource = (typeof KEY_SOURCES)[number];

const WITHOUT_CONTROLS = /^\P{Cc}*$/u;
const NO_CONTROLS = "must not hold control characters";
const label = z.string().trim().max(120).regex(WITHOUT_CONTROLS, NO_CONTROLS);

/** What a token's `kid` may name a key by. */
export const kidSchema = z.string().min(1).max(200).regex(WITHOUT_CONTROLS, NO_CONTROLS);

/** From this moment on nothing signed with it counts; null: until it is removed. Kept as ISO 8601 UTC. */
const endsAt = z.iso
  .datetime({ offset: true, error: "must be a time such as 2026-12-31T00:00:00Z, or null" })
  .transform((text) => new Date(text).toISOString())
  .refine((text) => /^\d{4}-/.test(text), "must be before the year 10000 in UTC")
  .nullable();

/** Kinds of identity secret: never one for both, or a hash of a chosen id would forge a token. */
export const SECRET_KINDS = ["jwt", "user_hash"] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** Body of `POST /admin/v1/sites/:site/identity-secrets`. */
export const identitySecretRequestSchema = z.strictObject({
  kind: z.enum(SECRET_KINDS),
  label: label.default(""),
  endsAt: endsAt.default(null),
});

/** Body of `POST /admin/v1/sites/:site/identity-keys`; `value` is judged where the key is imported. */
export const identityKeyRequestSchema = z.strictObject({
  source: z.enum(KEY_SOURCES),
  value: z.union([z.string().trim().min(1).max(16_384), z.record(z.string(), z.unknown())], {
    error: "must be a PEM text, a JWK object or the https address of a JWKS",
  }),
  algorithm: z.enum(KEY_ALGORITHMS),
  kid: kidSchema.optional(),
  label: label.default(""),
  endsAt: endsAt.default(null),
});

/** Body of `PATCH` on an identity secret or key; what is left out stays. */
export const identityChangeSchema = z.strictObject({ label: label.optional(), endsAt: endsAt.optional() });

export type IdentityChange = z.output<typeof identityChangeSchema>;

/** What secrets and keys have in common when listed. Times are ISO 8601 UTC. */
interface ListedKey {
  id: string;
  label: string;
  createdAt: string;
  lastUsedAt: string | null;
  endsAt: string | null;
}

/** An identity secret as it is listed; the secret itself is shown once, when made. */
export interface IdentitySecretView extends ListedKey {
  kind: SecretKind;
}

/** A public key as it is listed. */
export interface IdentityKeyView extends ListedKey {
  source: KeySource;
  algorithm: KeyAlgorithm;
  /** What tokens name it by; a set of keys has its own names. */
  kid: string | null;
  /** The PEM text, the JWK, or the address of the set. */
  value: string | Record<string, unknown>;
}
