import { createHmac } from "node:crypto";
import { siteSettingsSchema } from "@errand/shared/site";
import { expect, it } from "vitest";
import type { ProblemCode } from "@errand/shared/wire";
import { verifyVisitor, type VerifiedVisitor } from "../src/identity/verify-visitor.ts";
import type { KeySources } from "../src/identity/find-keys.ts";
import type { LiveSecret } from "../src/sites/identity-secret-store.ts";
import type { IdentityKey } from "../src/sites/identity-key-store.ts";
import type { Site } from "../src/sites/site.ts";

/** The instant at which identity tests stand still. */
export const NOW = new Date("2026-03-01T12:00:00.000Z");
export const NOW_SECONDS = NOW.getTime() / 1_000;

export const JWT_SECRET: LiveSecret = { id: "ids_A", secret: `ids_jwt_${"a".repeat(43)}` };
export const OLDER_JWT_SECRET: LiveSecret = { id: "ids_B", secret: `ids_jwt_${"b".repeat(43)}` };
export const HASH_SECRET: LiveSecret = { id: "ids_C", secret: `ids_hash_${"c".repeat(43)}` };
export const OLDER_HASH_SECRET: LiveSecret = { id: "ids_D", secret: `ids_hash_${"d".repeat(43)}` };

/** A site with two live secrets of each kind. */
export function exampleSite(settings: Partial<Site["settings"]> = {}): Site {
  const at = NOW.toISOString();
  const parsed = siteSettingsSchema.parse({ name: "Shop", allowedOrigins: ["https://shop.example"] });
  return { id: "site_1", settings: { ...parsed, ...settings }, createdAt: at, updatedAt: at };
}

/** The example site's secrets and keys; `touched` lists the ids of those that proofs were made with. */
export function exampleSources(keys: IdentityKey[] = []): KeySources & { touched: string[] } {
  const touched: string[] = [];
  const touch = async (id: string) => void touched.push(id);
  return {
    touched,
    secrets: {
      live: async (_siteId, kind) =>
        kind === "jwt" ? [JWT_SECRET, OLDER_JWT_SECRET] : [HASH_SECRET, OLDER_HASH_SECRET],
      touch,
    },
    keys: { live: async () => keys, touch },
    keySets: { find: async () => [] },
  };
}

/** A compact JWS made by hand, so that any header and payload, however wrong, can be signed. */
export function signToken(
  payload: unknown,
  { header = { alg: "HS256", typ: "JWT" }, secret = JWT_SECRET.secret, digest = "sha256" }: SignOptions = {},
): string {
  const input = `${encodePart(header)}.${encodePart(payload)}`;
  return `${input}.${createHmac(digest, secret).update(input).digest("base64url")}`;
}

interface SignOptions {
  header?: unknown;
  secret?: string;
  digest?: string;
}

/** A text is taken as it is, anything else as JSON. */
export function encodePart(part: unknown): string {
  const bytes =
    part instanceof Uint8Array ? part : Buffer.from(typeof part === "string" ? part : JSON.stringify(part));
  return Buffer.from(bytes).toString("base64url");
}

/** Claims of a sound token, some of them replaced. */
export function soundClaims(replaced: Record<string, unknown> = {}): Record<string, unknown> {
  return { sub: "42", iat: NOW_SECONDS, exp: NOW_SECONDS + 3_600, ...replaced };
}

/** A proof whose token has these claims in place of a sound one's. */
export function tokenProof(claims: Record<string, unknown>, options?: SignOptions): { token: string } {
  return { token: signToken(soundClaims(claims), options) };
}

/** Verifies a proof at the example site, at `NOW`. */
export function verify(proof: unknown, sources: KeySources = exampleSources()): Promise<VerifiedVisitor> {
  return verifyVisitor({ site: exampleSite(), proof, sources, now: NOW });
}

/** What is wrong with a proof, the proof, and the code that says so. */
type BadProof = [name: string, proof: unknown, code: ProblemCode];

/** One fact for each bad proof: it is refused with its code, and no secret counts as used. */
export function refusesEach(proofs: BadProof[]): void {
  it.each(proofs)("refuses %s", async (_name, proof, code) => {
    const sources = exampleSources();
    const error: unknown = await verify(proof, sources).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ErrandError", code, status: 401 });
    expect(error).not.toHaveProperty("cause");
    expect(sources.touched).toEqual([]);
  });
}
