/** Waits, and while the browser is offline until it is back. Ends early when `signal` aborts. */
export function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const online = () => {
      if (navigator.onLine) resolve();
      else addEventListener("online", () => resolve(), { once: true });
    };
    setTimeout(online, delayMs);
    signal.addEventListener("abort", () => resolve());
  });
}
