import { lookup, Resolver } from "node:dns/promises";
import { canonicalAddress, type Verdict } from "./address-policy.ts";
import { type Deadline, toSignal, withDeadline } from "./deadline.ts";
import { blockedUnlessPrivate, EgressError, errorCodeOf } from "./egress-error.ts";
import { literalAddress } from "./host-policy.ts";
import { rememberByText } from "../remember.ts";
import type { CheckedUrl } from "./url-policy.ts";

const RESOLUTION_MS = 3_000;
/** Just inside the limit: the answer for one record type serves when the other's never comes. */
const QUERY_MS = 2_800;
const SLOW_CODES = new Set(["ETIMEOUT", "ECANCELLED"]);

/** Endpoints answer with the same few addresses again and again. */
const spellAddress = rememberByText(canonicalAddress);

/** Every A and AAAA address of a host. Throws when it has none. */
export type ResolverFunction = (host: string, signal: AbortSignal) => Promise<readonly string[]>;

interface ResolutionOptions {
  judge: (address: string) => Verdict;
  lookup: ResolverFunction | undefined;
  deadline: Deadline;
}

/**
 * The addresses that a socket may be opened to, resolved once: all of the host's, each of them judged.
 * One that is refused, or an empty answer, refuses the call. Throws `EgressError`.
 */
export async function resolveJudged(url: CheckedUrl, options: ResolutionOptions): Promise<readonly string[]> {
  const literal = literalAddress(url.host);
  const answers = literal === undefined ? await resolve(url, options) : [literal];
  if (!url.isPrivate) for (const answer of answers) refuseUnlessPublic(url.host, options.judge(answer));
  const addresses = new Set(answers.map(spellAddress).filter((address) => address !== undefined));
  if (addresses.size === 0) throw noAddress(url.host, "ENODATA");
  return [...addresses];
}

async function resolve(url: CheckedUrl, options: ResolutionOptions): Promise<readonly string[]> {
  const resolver = options.lookup ?? (url.isPrivate ? lookUpAsSystem : queryDns);
  const limit = {
    timeoutMs: RESOLUTION_MS,
    within: options.deadline,
    onTimeout: () => tooSlow(url.host),
  };
  try {
    return await withDeadline(limit, (deadline) => resolver(url.host, toSignal(deadline)));
  } catch (error) {
    const code = errorCodeOf(error);
    if (error instanceof EgressError || code === undefined || options.deadline.isOver) throw error;
    throw SLOW_CODES.has(code) ? tooSlow(url.host) : noAddress(url.host, code);
  }
}

function refuseUnlessPublic(host: string, verdict: Verdict): void {
  if (verdict.allowed) return;
  throw blockedUnlessPrivate(verdict.rule, `An address of ${host} is refused (${verdict.rule}).`);
}

function tooSlow(host: string): EgressError {
  return new EgressError("timeout", `Looking up ${host} took too long.`, { rule: "resolution" });
}

function noAddress(host: string, code: string): EgressError {
  return new EgressError("network_error", `The name ${host} has no address (${code}).`, {
    rule: "resolution",
  });
}

/** The operator's own names may stand in the hosts file or need the search list. */
async function lookUpAsSystem(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

/** Asks DNS without the thread pool, which slow name servers could fill, and without a search list. */
async function queryDns(host: string, signal: AbortSignal): Promise<readonly string[]> {
  const resolver = new Resolver();
  const cancel = () => resolver.cancel();
  const timer = setTimeout(cancel, QUERY_MS);
  signal.addEventListener("abort", cancel, { once: true });
  const qualified = `${host}.`;
  const answers = await Promise.allSettled([resolver.resolve4(qualified), resolver.resolve6(qualified)]);
  clearTimeout(timer);
  const addresses = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  const failure = answers.find((answer) => answer.status === "rejected");
  if (addresses.length === 0 && failure) throw failure.reason;
  return addresses;
}
