import { asRequestError } from "../api/problem.ts";

const DELAYS_MS = [500, 1000, 2000, 4000, 8000];

/** The longest `Retry-After` that is waited for without telling the visitor. */
const MAX_SILENT_WAIT_SECONDS = 3;

/**
 * Tries until it succeeds, while the line is bad or the server is away; `isAgain` tells a first try from others.
 * Throws a `RequestError` when trying again is no use.
 */
export async function insist(
  signal: AbortSignal,
  attempt: (isAgain: boolean) => Promise<unknown>,
): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return void (await attempt(tries > 0));
    } catch (error) {
      const { status, retryAfterSeconds } = asRequestError(error);
      const isTransient = status === 0 || status >= 500;
      const isBrief = retryAfterSeconds > 0 && retryAfterSeconds <= MAX_SILENT_WAIT_SECONDS;
      const delayMs = DELAYS_MS[tries];
      if (signal.aborted || !delayMs || !(isTransient || isBrief)) throw error;
      await pause(Math.max(delayMs, retryAfterSeconds * 1000), signal);
      if (signal.aborted) throw error;
    }
  }
}

/** Waits, and while the browser is offline until it is back. Ends early when `signal` aborts. */
function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => resolve();
    const timer = setTimeout(() => {
      if (navigator.onLine) goOn();
      else addEventListener("online", goOn, { once: true, signal });
    }, delayMs);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      goOn();
    });
  });
}
