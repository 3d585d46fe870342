import { resolveJudged } from "./resolve.ts";
import type { CheckedUrl } from "./url-policy.ts";

/** How long judged addresses serve further calls, in milliseconds. */
const KNOWN_FOR_MS = 2_000;
const MAX_ORIGINS = 1_000;

type ResolutionOptions = Parameters<typeof resolveJudged>[1];

/** A host's addresses, each of them judged, and when they stop serving. */
interface JudgedAddresses {
  addresses: readonly string[];
  until: number;
}

/**
 * Creates the place where a host's judged addresses are found: those of a call that got through up to two seconds ago,
 * else by `resolveJudged`. What came of a call is told with `keep` or `forget`.
 */
export function createAddressBook(now: () => number = () => performance.now()) {
  /** By origin: of one host, one port may be private and another not. */
  const known = new Map<string, JudgedAddresses>();
  return {
    async find(url: CheckedUrl, options: ResolutionOptions): Promise<JudgedAddresses> {
      const entry = known.get(url.origin);
      if (entry && entry.until > now()) return entry;
      return { until: now() + KNOWN_FOR_MS, addresses: await resolveJudged(url, options) };
    },
    keep({ origin }: CheckedUrl, judged: JudgedAddresses): void {
      if (known.get(origin) === judged) return;
      known.delete(origin);
      const [oldest] = known.keys();
      if (oldest !== undefined && known.size >= MAX_ORIGINS) known.delete(oldest);
      known.set(origin, judged);
    },
    forget({ origin }: CheckedUrl): void {
      known.delete(origin);
    },
  };
}
