import type { KeyObject, webcrypto } from "node:crypto";
import type { KeyAlgorithm } from "@errand/shared/identity-keys";
import { ErrandError } from "../errors.ts";
import type { IdentityKey, IdentityKeyStore } from "../sites/identity-key-store.ts";
import type { IdentitySecretStore } from "../sites/identity-secret-store.ts";
import type { KeySets } from "./key-sets.ts";
import { importStored, PublicKeyError } from "./public-key.ts";
import { importHmacKey } from "./secret-key.ts";
import type { JwsHeader } from "./strict-jws.ts";

/** What a proof was made with; its removal or end ends the session. */
export type SignedBy = { secretId: string } | { keyId: string };

/** One key that a token may have been signed for, and the only algorithm that it is used with. */
export interface CandidateKey {
  signedBy: SignedBy;
  algorithm: "HS256" | KeyAlgorithm;
  key: KeyObject | webcrypto.CryptoKey;
}

/** Where a site's keys come from. */
export interface KeySources {
  secrets: Pick<IdentitySecretStore, "live" | "touch">;
  keys: Pick<IdentityKeyStore, "live" | "touch">;
  keySets: KeySets;
}

interface Entry {
  algorithm: CandidateKey["algorithm"];
  /** What a token's `kid` may choose it by; a set has names of its own. */
  names: readonly (string | null)[];
  isSet: boolean;
  open(kid: string | undefined): Promise<CandidateKey[]>;
}

/**
 * The site's keys that a token with this header may be verified with. The header only chooses among them.
 * @throws ErrandError `identity_wrong_algorithm`, or `identity_bad_signature` when there is none
 */
export async function findKeys(
  header: JwsHeader,
  siteId: string,
  sources: KeySources,
): Promise<CandidateKey[]> {
  // What is of no use for this algorithm is not read, unless to say why nothing is.
  const read = header.alg === "HS256" ? listSecrets : listKeys;
  const fitting = choose(header, await read(siteId, sources));
  if (fitting.length === 0) throw await explainNone(header, siteId, sources);
  const opened = await Promise.allSettled(fitting.map((entry) => entry.open(header.kid)));
  // A set that cannot be read is no reason to refuse what another key verifies.
  const found = opened.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
  if (found.length > 0) return found;
  const failed = opened.find((each) => each.status === "rejected");
  throw failed ? failed.reason : badSignature(UNKNOWN_KID);
}

function choose({ alg, kid }: JwsHeader, entries: Entry[]): Entry[] {
  const named = findNamed(kid, entries);
  const usable = named ? [named] : entries.filter((entry) => kid === undefined || entry.isSet);
  return usable.filter(({ algorithm }) => algorithm === alg);
}

function findNamed(kid: string | undefined, entries: Entry[]): Entry | undefined {
  return entries.find(({ names }) => names.some((name) => name === kid));
}

const UNKNOWN_KID =
  'The token\'s "kid" names no identity secret and no public key of this site: use the id of one, or leave it out.';

async function listSecrets(siteId: string, { secrets }: Pick<KeySources, "secrets">): Promise<Entry[]> {
  const live = await secrets.live(siteId, "jwt");
  return live.map(({ id, secret }) => ({
    algorithm: "HS256",
    names: [id],
    isSet: false,
    open: async () => [{ signedBy: { secretId: id }, algorithm: "HS256", key: await importHmacKey(secret) }],
  }));
}

async function listKeys(siteId: string, { keys, keySets }: Omit<KeySources, "secrets">): Promise<Entry[]> {
  return (await keys.live(siteId)).map((key) => toEntry(siteId, key, keySets));
}

function toEntry(siteId: string, record: IdentityKey, keySets: KeySets): Entry {
  const { id, source, algorithm, value: url } = record;
  const toCandidate = (key: KeyObject): CandidateKey => ({ signedBy: { keyId: id }, algorithm, key });
  if (source !== "jwks_url") {
    const open = async () => [toCandidate(importStored(record))];
    return { algorithm, names: [record.kid, id], isSet: false, open };
  }
  const open = async (kid: string | undefined) => {
    const found = await keySets.find({ siteId, url, algorithm }, kid).catch(toBadSignature);
    return found.map(({ key }) => toCandidate(key));
  };
  return { algorithm, names: [], isSet: true, open };
}

function toBadSignature(error: unknown): never {
  if (!(error instanceof PublicKeyError)) throw error;
  throw badSignature(`The token could not be verified: ${error.message}.`);
}

async function explainNone(
  { alg, kid }: JwsHeader,
  siteId: string,
  sources: KeySources,
): Promise<ErrandError> {
  const entries = [...(await listSecrets(siteId, sources)), ...(await listKeys(siteId, sources))];
  const named = findNamed(kid, entries);
  const known = [...new Set((named ? [named] : entries).map(({ algorithm }) => algorithm))];
  if (known.length === 0 && alg === "HS256") {
    return badSignature(
      "This site has no identity secret for tokens yet: make one in the dashboard and sign with it.",
    );
  }
  if (kid !== undefined && !named && known.some((algorithm) => algorithm === alg)) {
    return badSignature(UNKNOWN_KID);
  }
  const wanted = known.length === 0 ? "HS256" : known.join(" or ");
  const found = typeof alg === "string" ? `"${alg.slice(0, 32)}"` : "none";
  return new ErrandError(
    "identity_wrong_algorithm",
    `The token's algorithm must be ${wanted}, but is ${found}.`,
  );
}

function badSignature(why: string): ErrandError {
  return new ErrandError("identity_bad_signature", why);
}
