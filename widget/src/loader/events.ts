import type { Emit, Unsubscribe } from "../errand.ts";

/** Tells the page of an event: `errand:<name>` on `window`, which is also what `subscribe` listens to. */
export const emit: Emit = (name, ...[detail]) => {
  dispatchEvent(new CustomEvent(`errand:${name}`, { detail }));
};

/** Calls `listener` with what each event carries. */
export function subscribe(name: string, listener: (detail: unknown) => void): Unsubscribe {
  const handler = (event: Event) => listener((event as CustomEvent).detail);
  const stop = () => removeEventListener(`errand:${name}`, handler);
  addEventListener(`errand:${name}`, handler);
  // Who can call this came when the widget was ready.
  if (name === "ready") queueMicrotask(listener as () => void);
  const then = (resolve: (end: () => void) => void) => resolve(() => stop());
  // oxlint-disable-next-line unicorn/no-thenable -- the queue stub answers with a promise, so `await` must work
  return Object.assign(stop, { then }) as Unsubscribe;
}
