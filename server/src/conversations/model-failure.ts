import { APICallError } from "@ai-sdk/provider";

/** The longest wait for a second try, in milliseconds: a visitor is waiting. */
const MAX_WAIT_MS = 5_000;
const SHORT_WAIT_MS = 400;

/** A model that ended without a word and without a call. */
export class EmptyAnswer extends Error {
  override readonly name = "EmptyAnswer";
}

/**
 * How long to wait before the same model may be asked again, in milliseconds; undefined when that would not help, or
 * not soon enough.
 */
export function waitBeforeRetry(error: unknown): number | undefined {
  if (error instanceof EmptyAnswer) return 0;
  if (!APICallError.isInstance(error) || !error.isRetryable) return undefined;
  const waitMs = retryAfterMs(error) ?? SHORT_WAIT_MS;
  return waitMs <= MAX_WAIT_MS ? waitMs : undefined;
}

/** Whether the model had too much to do: a visitor who waits a little will be answered. */
export function isBusy(error: unknown): boolean {
  return APICallError.isInstance(error) && [429, 503, 529].includes(error.statusCode ?? 0);
}

/** `Retry-After` (RFC 9110 §10.2.3) as seconds or as a date, in milliseconds from now. */
function retryAfterMs({ responseHeaders = {} }: APICallError): number | undefined {
  const text = responseHeaders["retry-after"];
  if (text === undefined) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
