import type { Pool } from "undici";
import { judgeAddress, type Verdict } from "./address-policy.ts";
import { createConnectionPools } from "./connection-pools.ts";
import { type Deadline, withDeadline } from "./deadline.ts";
import { EgressError } from "./egress-error.ts";
import { type Answer, exchange, type Exchange, toEgressError } from "./exchange.ts";
import { type OpenAnswer, openExchange } from "./open-exchange.ts";
import { createAddressBook } from "./judged-addresses.ts";
import { createPinnedConnector } from "./pinned-connector.ts";
import { createOwnAddresses, readOwnAddresses } from "./own-addresses.ts";
import { parsePrivateOrigins } from "./private-origins.ts";
import { checkRequest } from "./request-limits.ts";
import type { ResolverFunction } from "./resolve.ts";
import { createSecureContexts } from "./secure-contexts.ts";
import { type CheckedUrl, checkUrl, type UrlPolicy } from "./url-policy.ts";

const DEFAULT_MAX_RESPONSE_BYTES = 1_048_576;

export interface GuardedRequest {
  /** Whose connections may be kept and shared, such as a site's id. */
  poolKey: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  /** Default 256 KiB. */
  maxRequestBytes?: number;
  /** From the name's resolution to the answer's last byte. */
  timeoutMs: number;
  /** Aborting rejects with the signal's own reason, never with an `EgressError`. */
  signal?: AbortSignal;
  /** Default 1 MiB. */
  maxResponseBytes?: number;
}

export interface GuardedResponse extends Answer {
  durationMs: number;
}

/** The only way out to an address that somebody typed. */
export interface Egress {
  /** Makes one call. Rejects with `EgressError` when it is refused or fails; any status but a redirect is an answer. */
  request(request: GuardedRequest): Promise<GuardedResponse>;
  /** The same, answered as soon as the head is there; what fails later fails in the body. */
  open(request: GuardedRequest): Promise<OpenAnswer>;
  /** Checks a typed URL as far as it goes without DNS. Throws `EgressError`. */
  checkUrl(url: string): CheckedUrl;
  /** Ends all connections; calls under way fail. */
  close(): Promise<void>;
}

export interface EgressOptions {
  /** Https origins, port included, that may have a private address, another port or a local name. */
  privateOrigins?: readonly string[];
  /** PEM certificates of further authorities, trusted for private origins only. */
  extraCa?: string;
  /** Our own public URL, which no call may reach. */
  publicUrl?: string;
  /** Resolves names in place of DNS; its answers are judged like any other. */
  lookup?: ResolverFunction;
}

/** Creates the way out. Throws when a private origin or `extraCa` is malformed. */
export function createEgress(options: EgressOptions = {}): Egress {
  const ownAddresses = createOwnAddresses();
  const judgeResolved = (address: string): Verdict => judgeAddress(address, ownAddresses());
  const policy: UrlPolicy = {
    privateOrigins: parsePrivateOrigins(options.privateOrigins ?? []),
    publicUrl: options.publicUrl === undefined ? undefined : new URL(options.publicUrl),
    ownAddresses,
  };
  const secureContexts = createSecureContexts(options.extraCa);
  const pools = createConnectionPools();
  const addressBook = createAddressBook();

  async function call<T>(
    request: GuardedRequest,
    url: CheckedUrl,
    deadline: Deadline,
    make: (pool: Pool, exchange: Exchange) => Promise<T>,
  ): Promise<T> {
    const headers = checkRequest(request);
    const judged = await addressBook.find(url, { judge: judgeResolved, lookup: options.lookup, deadline });
    const { addresses } = judged;
    const route = {
      host: url.host,
      port: url.port,
      addresses,
      judge: url.isPrivate ? allowAny : judgeConnected,
      secureContext: url.isPrivate ? secureContexts.private : secureContexts.public,
    };
    const createConnector = (handshakes: AbortSignal) =>
      createPinnedConnector({ ...route, signal: handshakes });
    const pooled = { poolKey: request.poolKey, origin: url.origin, addresses, createConnector };
    try {
      const made = await pools.use(pooled, (pool) =>
        make(pool, {
          maxResponseBytes: DEFAULT_MAX_RESPONSE_BYTES,
          ...request,
          headers,
          path: url.path,
          deadline,
        }),
      );
      addressBook.keep(url, judged);
      return made;
    } catch (error) {
      addressBook.forget(url);
      throw error;
    }
  }

  async function guard<T>(
    request: GuardedRequest,
    make: (pool: Pool, exchange: Exchange, host: string) => Promise<T>,
  ): Promise<T> {
    const url = checkUrl(request.url, policy);
    const onTimeout = () =>
      new EgressError("timeout", `${url.host} did not answer in ${request.timeoutMs} ms.`);
    const limit = { timeoutMs: request.timeoutMs, signal: request.signal, onTimeout };
    try {
      return await withDeadline(limit, (deadline) =>
        call(request, url, deadline, (pool, exchange) => make(pool, exchange, url.host)),
      );
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw toEgressError(error, url.host);
    }
  }

  return {
    async request(request) {
      const startedAt = performance.now();
      const answer = await guard(request, exchange);
      return { ...answer, durationMs: Math.round(performance.now() - startedAt) };
    },
    open: (request) =>
      new Promise((onHead, reject) => {
        guard(request, (pool, exchange, host) => openExchange(pool, exchange, { host, onHead })).catch(
          reject,
        );
      }),
    checkUrl: (url) => checkUrl(url, policy),
    close: () => pools.close(),
  };
}

/** Once for each connection, so it can afford to look at the interfaces as they are now. */
const judgeConnected = (address: string): Verdict => judgeAddress(address, readOwnAddresses());
const allowAny = (): Verdict => ({ allowed: true });
