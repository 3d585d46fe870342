import { changesData, type Action } from "@errand/shared/action";
import { tellFailure } from "../failure.ts";
import { sendRequest, stopped, type RunEnding, type Sending } from "../send-request.ts";
import type { AccessToken, AccessTokens } from "./access-tokens.ts";
import type { ClientGrant } from "./client-grant.ts";
import { TokenError } from "./token-error.ts";

const MIN_TIMEOUT_MS = 1_000;
const DROPPED = "The access token was dropped; the next call asks for a new one.";

interface TokenSending extends Sending {
  tokens: AccessTokens;
  grant: ClientGrant;
}

/**
 * Makes a call with an access token. A token that the endpoint refuses (401) is dropped, and a call that may be
 * repeated is made once more with a new one.
 */
export async function sendWithToken(options: TokenSending): Promise<RunEnding> {
  const { tokens, grant, ...sending } = options;
  const { signal, action } = sending;
  try {
    const token = await unlessAborted(tokens.get(grant), signal);
    const startedMs = performance.now();
    const first = await sendRequest(authorized(sending, token));
    if (first.told.status !== 401) return first;
    await tokens.reject(grant, token.token);
    if (!isRepeatable(action.definition)) return { ...first, message: `${first.message} ${DROPPED}` };
    const renewed = await unlessAborted(tokens.get(grant), signal);
    const remainingMs = sending.timeoutMs - Math.round(performance.now() - startedMs);
    const again = { ...sending, timeoutMs: Math.max(remainingMs, MIN_TIMEOUT_MS) };
    return await sendRequest(authorized(again, renewed));
  } catch (error) {
    if (signal?.aborted) return stopped(false);
    if (!(error instanceof TokenError)) throw error;
    return withoutToken(error);
  }
}

function isRepeatable(action: Action): boolean {
  return !changesData(action) || action.idempotent;
}

function authorized(sending: Sending, { token, redact }: AccessToken): Sending {
  const { request, redact: redactOthers } = sending.built;
  const headers = { ...request.headers, Authorization: `Bearer ${token}` };
  const built = {
    ...sending.built,
    request: { ...request, headers },
    redact: (text: string) => redactOthers(redact(text)),
  };
  return { ...sending, built };
}

/** Without a token nothing has reached the endpoint, so nothing is in doubt. */
function withoutToken({ outcome, message }: TokenError): RunEnding {
  const told =
    outcome === "remote_error"
      ? { outcome, message: "The service that signs this call in answered with an error." }
      : tellFailure(outcome);
  return { status: "failed", outcome, told, message };
}

/** The token goes on being fetched for others when one caller stops waiting. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason as Error);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
