import { createHmac, generateKeyPairSync, sign, type KeyObject, type SignKeyObjectInput } from "node:crypto";
import type { ProblemCode } from "@errand/shared/wire";
import type { Endpoint } from "../endpoint.ts";
import { createSite, type Errand } from "../errand.ts";
import { encodePart } from "../identity-fixture.ts";

/** A proof that must be refused, and the code that says so. */
export type HostileProof = [name: string, proof: unknown, code: ProblemCode];

interface Secret {
  id: string;
  secret: string;
}

/** A site with keys of every kind, and what an attacker may have. */
export interface Stage {
  site: string;
  otherSite: string;
  jwt: Secret;
  hash: Secret;
  removedJwt: Secret;
  endedJwt: Secret;
  removedHash: Secret;
  endedHash: Secret;
  otherJwt: Secret;
  otherHash: Secret;
  keys: Record<"rs" | "ps" | "es" | "ed" | "set" | "ended" | "removed", { id: string } & Pair>;
}

interface Pair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

const rsa = (): Pair => generateKeyPairSync("rsa", { modulusLength: 2_048 });
const ec = (): Pair => generateKeyPairSync("ec", { namedCurve: "P-256" });
const ed = (): Pair => generateKeyPairSync("ed25519");

export const pemOf = (key: KeyObject): string => key.export({ type: "spki", format: "pem" }).toString();
const jwkOf = (key: KeyObject) => key.export({ format: "jwk" });

export async function openStage(errand: Errand, endpoint: Endpoint): Promise<Stage> {
  const [site, otherSite] = [await createSite(errand), await createSite(errand)];
  const makeSecret = (kind: string, at = site) =>
    errand.admin<Secret>("POST", `/sites/${at}/identity-secrets`, { kind });
  const makeKey = async (pair: Pair, key: object) => {
    const made = await errand.admin<{ id: string }>("POST", `/sites/${site}/identity-keys`, key);
    return { ...pair, id: made.id };
  };
  const byPem = (pair: Pair, algorithm: string, kid?: string) =>
    makeKey(pair, { source: "pem", value: pemOf(pair.publicKey), algorithm, ...(kid ? { kid } : {}) });
  const end = (path: string) =>
    errand.admin("PATCH", `/sites/${site}/${path}`, { endsAt: "2020-01-01T00:00:00Z" });
  const remove = (path: string) => errand.admin("DELETE", `/sites/${site}/${path}`);
  const published = ec();
  endpoint.answer = () => ({ body: { keys: [{ ...jwkOf(published.publicKey), kid: "set-1" }] } });
  const es = ec();
  const stage: Stage = {
    site,
    otherSite,
    jwt: await makeSecret("jwt"),
    hash: await makeSecret("user_hash"),
    removedJwt: await makeSecret("jwt"),
    endedJwt: await makeSecret("jwt"),
    removedHash: await makeSecret("user_hash"),
    endedHash: await makeSecret("user_hash"),
    otherJwt: await makeSecret("jwt", otherSite),
    otherHash: await makeSecret("user_hash", otherSite),
    keys: {
      rs: await byPem(rsa(), "RS256", "rsa-1"),
      ps: await byPem(rsa(), "PS256"),
      es: await makeKey(es, {
        source: "jwk",
        value: { ...jwkOf(es.publicKey), kid: "ec-1" },
        algorithm: "ES256",
      }),
      ed: await byPem(ed(), "EdDSA"),
      ended: await byPem(ed(), "EdDSA", "ended-1"),
      removed: await byPem(ed(), "EdDSA", "removed-1"),
      set: await makeKey(published, {
        source: "jwks_url",
        value: `${endpoint.origin}/jwks`,
        algorithm: "ES256",
      }),
    },
  };
  await end(`identity-secrets/${stage.endedJwt.id}`);
  await end(`identity-secrets/${stage.endedHash.id}`);
  await end(`identity-keys/${stage.keys.ended.id}`);
  await remove(`identity-secrets/${stage.removedJwt.id}`);
  await remove(`identity-secrets/${stage.removedHash.id}`);
  await remove(`identity-keys/${stage.keys.removed.id}`);
  return stage;
}

export const nowSeconds = (): number => Math.floor(Date.now() / 1_000);

/** Claims of a sound token, some of them replaced; undefined takes one out. */
export const claims = (replaced: Record<string, unknown> = {}): Record<string, unknown> => ({
  sub: "42",
  iat: nowSeconds(),
  exp: nowSeconds() + 600,
  ...replaced,
});

/** How a signing input becomes a signature. */
export type Sign = (input: string) => Buffer;

export const hmac =
  (key: string | Buffer, digest = "sha256"): Sign =>
  (input) =>
    createHmac(digest, key).update(input).digest();

export const signature =
  (key: KeyObject, digest: string | null = "sha256", more: Partial<SignKeyObjectInput> = {}): Sign =>
  (input) =>
    sign(digest, Buffer.from(input), { key, ...more });

/** A compact JWS of any header and payload, however wrong; a text is taken as it is. */
export function forge(header: unknown, payload: unknown, signInput: Sign): { token: string } {
  const input = `${encodePart(header)}.${encodePart(payload)}`;
  return { token: `${input}.${signInput(input).toString("base64url")}` };
}

/** The last character of a part replaced by one that stands for the same bytes. */
export function respell(part: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return part.slice(0, -1) + (alphabet[alphabet.indexOf(part.slice(-1)) + 1] ?? "");
}
