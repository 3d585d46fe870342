/** The moment at which work is over that has not come to its own end. */
export interface Deadline {
  readonly isOver: boolean;
  /** Calls `listener` with the reason once it is over; at once when it is already. */
  onOver(listener: (reason: Error) => void): void;
}

interface Limit {
  timeoutMs: number;
  onTimeout: () => Error;
  /** The caller's own reason to stop; its reason is what is thrown. */
  signal?: AbortSignal | undefined;
  /** A deadline that holds for this work as well. */
  within?: Deadline | undefined;
}

/**
 * Runs `work` until it settles, the time is over or the caller aborts, whichever comes first.
 * The result does not wait for `work` to notice that its deadline has passed.
 */
export function withDeadline<T>(limit: Limit, work: (deadline: Deadline) => Promise<T>): Promise<T> {
  const { signal, within, timeoutMs, onTimeout } = limit;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const { deadline, end } = createDeadline();
    const timer = setTimeout(() => end(onTimeout()), timeoutMs);
    const abort = (): void => end(signal?.reason as Error);
    const leave = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    signal?.addEventListener("abort", abort, { once: true });
    within?.onOver(end);
    // Before the work's own listeners: what it rejects with once it is over counts for nothing.
    deadline.onOver((reason) => {
      leave();
      reject(reason);
    });
    work(deadline).finally(leave).then(resolve, reject);
  });
}

function createDeadline(): { deadline: Deadline; end: (reason: Error) => void } {
  const listeners: ((reason: Error) => void)[] = [];
  let over: { reason: Error } | undefined;
  const deadline: Deadline = {
    get isOver() {
      return over !== undefined;
    },
    onOver(listener) {
      if (over) listener(over.reason);
      else listeners.push(listener);
    },
  };
  const end = (reason: Error): void => {
    if (over) return;
    over = { reason };
    for (const listener of listeners.splice(0)) listener(reason);
  };
  return { deadline, end };
}

/** The same for whoever takes an `AbortSignal`. */
export function toSignal(deadline: Deadline): AbortSignal {
  const controller = new AbortController();
  deadline.onOver((reason) => controller.abort(reason));
  return controller.signal;
}
