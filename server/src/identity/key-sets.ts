import type { KeyObject } from "node:crypto";
import type { KeyAlgorithm } from "@errand/shared/identity-keys";
import { importJwk, PublicKeyError } from "./public-key.ts";

/** How long a set is used without asking again, in milliseconds. */
const FRESH_MS = 10 * 60_000;
/** How long a set is used while its address does not answer. */
const STALE_MS = 60 * 60_000;
/** Between two requests of one address, whatever tokens ask for. */
const MIN_PAUSE_MS = 60_000;
const MAX_KEYS = 50;
const MAX_SETS = 500;

/** A key of a set. */
export interface SetKey {
  kid: string | undefined;
  key: KeyObject;
}

/** Where a set lies, and for which site. */
export interface SetAddress {
  siteId: string;
  url: string;
  algorithm: KeyAlgorithm;
}

/** The sets of public keys that sites publish (JWKS, RFC 7517 §5), kept for a while. */
export interface KeySets {
  /**
   * The set's keys for the algorithm that a token with this `kid` may be verified with; all when it has none.
   * An unknown `kid` has the set read again, at most once a minute. @throws PublicKeyError when it cannot be read
   */
  find(address: SetAddress, kid: string | undefined): Promise<readonly SetKey[]>;
}

interface KeySetsOptions {
  /** Reads the text at an address that somebody typed. Rejects with an Error whose message names the reason. */
  read: (address: { siteId: string; url: string }) => Promise<string>;
  now?: () => Date;
}

interface KnownSet {
  keys: readonly SetKey[];
  /** When it was last read, and last asked for. */
  readMs: number;
  askedMs: number;
  fault: PublicKeyError | undefined;
  asking: Promise<void> | undefined;
}

export function createKeySets({ read, now = () => new Date() }: KeySetsOptions): KeySets {
  const sets = new Map<string, KnownSet>();

  const setOf = (address: SetAddress): KnownSet => {
    const name = JSON.stringify([address.siteId, address.url, address.algorithm]);
    const known = sets.get(name);
    if (known) return known;
    const [oldest] = sets.keys();
    if (oldest !== undefined && sets.size >= MAX_SETS) sets.delete(oldest);
    const made = { keys: [], readMs: -Infinity, askedMs: -Infinity, fault: undefined, asking: undefined };
    sets.set(name, made);
    return made;
  };

  const readInto = async (set: KnownSet, address: SetAddress): Promise<void> => {
    try {
      set.keys = parseKeySet(await read(address), address.algorithm);
      set.readMs = now().getTime();
      set.fault = undefined;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      set.fault = new PublicKeyError(`the keys at ${address.url} cannot be read: ${why}`);
    }
  };

  const refresh = (set: KnownSet, address: SetAddress): Promise<void> => {
    if (set.asking) return set.asking;
    set.askedMs = now().getTime();
    const asking = readInto(set, address).finally(() => (set.asking = undefined));
    return (set.asking = asking);
  };

  return {
    async find(address, kid) {
      const set = setOf(address);
      const pick = () => (kid === undefined ? set.keys : set.keys.filter((key) => key.kid === kid));
      const age = () => now().getTime() - set.readMs;
      const isWanting = age() >= FRESH_MS || pick().length === 0;
      const mayAsk = set.asking !== undefined || now().getTime() - set.askedMs >= MIN_PAUSE_MS;
      if (isWanting && mayAsk) await refresh(set, address);
      if (set.fault && age() >= STALE_MS) throw set.fault;
      return pick();
    },
  };
}

/** The keys of a set that fit the algorithm; whatever else stands in it is passed over. @throws PublicKeyError */
export function parseKeySet(text: string, algorithm: KeyAlgorithm): SetKey[] {
  return toJwks(text).flatMap((jwk) => {
    const key = importIfFit(jwk, algorithm);
    const kid = typeof jwk["kid"] === "string" ? jwk["kid"] : undefined;
    return key ? [{ kid, key }] : [];
  });
}

function importIfFit(jwk: Record<string, unknown>, algorithm: KeyAlgorithm): KeyObject | undefined {
  try {
    return importJwk(jwk, algorithm);
  } catch (error) {
    if (error instanceof PublicKeyError) return undefined;
    throw error;
  }
}

function toJwks(text: string): Record<string, unknown>[] {
  const keys = attempt(() => (JSON.parse(text) as { keys?: unknown } | null)?.keys);
  if (!Array.isArray(keys) || keys.length > MAX_KEYS) {
    throw new PublicKeyError(`must be a JSON object with at most ${MAX_KEYS} "keys"`);
  }
  return keys.filter((key): key is Record<string, unknown> => typeof key === "object" && key !== null);
}

function attempt(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
