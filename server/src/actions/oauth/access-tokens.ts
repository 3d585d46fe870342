import { createRedactor } from "../../credentials/redact.ts";
import type { Egress } from "../../egress/guarded-request.ts";
import { grantDigest, type ClientGrant } from "./client-grant.ts";
import { readTokenAnswer } from "./token-answer.ts";
import { toTokenError } from "./token-error.ts";
import { basicClient, tokenRequest } from "./token-request.ts";
import type { KeptToken, TokenStore } from "./token-store.ts";

/** How early another token is asked for: 30 s, or a tenth of a shorter lifetime. */
const MAX_MARGIN_MS = 30_000;
const MAX_HELD = 500;

interface AccessTokensOptions {
  egress: Pick<Egress, "request">;
  store: TokenStore;
  version: string;
  now?: () => Date;
}

/** An access token, and what takes it out of a text. */
export interface AccessToken {
  token: string;
  redact: (text: string) => string;
}

/** Access tokens by client credentials (RFC 6749 §4.4). */
export interface AccessTokens {
  /** The grant's token; however many calls wait for one, it is asked for once. @throws TokenError */
  get(grant: ClientGrant): Promise<AccessToken>;
  /** Forgets a token that an endpoint refused. */
  reject(grant: ClientGrant, token: string): Promise<void>;
}

interface HeldToken extends AccessToken {
  renewAt: string;
}

export function createAccessTokens(options: AccessTokensOptions): AccessTokens {
  const { egress, store, version, now = () => new Date() } = options;
  const held = new Map<string, HeldToken>();
  const pending = new Map<string, Promise<HeldToken>>();
  const isFresh = ({ renewAt }: KeptToken): boolean => renewAt > now().toISOString();

  async function request(grant: ClientGrant): Promise<KeptToken> {
    const askedAt = now().getTime();
    const redact = redactorOf(grant);
    const answer = await egress.request(tokenRequest(grant, version)).catch((error: unknown) => {
      throw toTokenError(error);
    });
    const { token, lifetimeMs } = readTokenAnswer(answer, redact);
    const usableMs = lifetimeMs - Math.min(MAX_MARGIN_MS, lifetimeMs / 10);
    return { token, renewAt: new Date(askedAt + usableMs).toISOString() };
  }

  async function obtain(grant: ClientGrant, key: string): Promise<HeldToken> {
    const stored = await store.read(grant);
    const isUsable = stored !== undefined && isFresh(stored);
    const kept = isUsable ? stored : await request(grant);
    if (!isUsable) await store.write(grant, kept);
    const [oldest] = held.keys();
    if (oldest !== undefined && held.size >= MAX_HELD) held.delete(oldest);
    held.set(key, toHeld(kept));
    return toHeld(kept);
  }

  return {
    async get(grant) {
      if (!grant.isKept) return toHeld(await request(grant));
      const key = grantDigest(grant);
      const known = held.get(key);
      if (known && isFresh(known)) return known;
      const waiting = pending.get(key) ?? obtain(grant, key).finally(() => pending.delete(key));
      pending.set(key, waiting);
      return waiting;
    },
    async reject(grant, token) {
      if (!grant.isKept) return;
      const key = grantDigest(grant);
      if (held.get(key)?.token === token) held.delete(key);
      await store.remove(grant, token);
    },
  };
}

function toHeld({ token, renewAt }: KeptToken): HeldToken {
  return { token, renewAt, redact: createRedactor([token]) };
}

/** A token endpoint may quote the request that it refuses. */
function redactorOf({ auth, clientSecret }: ClientGrant): (text: string) => string {
  const basic = basicClient(auth.clientId, clientSecret).slice("Basic ".length);
  return createRedactor([clientSecret, basic]);
}
