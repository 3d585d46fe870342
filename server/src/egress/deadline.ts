interface Limit {
  timeoutMs: number;
  /** The caller's own reason to stop; its reason is what is thrown. */
  signal: AbortSignal | undefined;
  onTimeout: () => Error;
}

/**
 * Runs `work` until it settles, the time is over or the caller aborts, whichever comes first.
 * The result does not wait for `work` to notice that its signal was aborted.
 */
export async function withDeadline<T>(limit: Limit, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  limit.signal?.throwIfAborted();
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(limit.onTimeout()), limit.timeoutMs);
  const ended = limit.signal ? AbortSignal.any([limit.signal, deadline.signal]) : deadline.signal;
  try {
    return await Promise.race([rejectWhenAborted(ended), work(ended)]);
  } catch (error) {
    ended.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}
