import type { Emit, Unsubscribe } from "../errand.ts";

/** Tells the page of an event: `errand:<name>` on `window`, which is also what `subscribe` listens to. */
export const emit: Emit = (name, ...[detail]) => {
  dispatchEvent(new CustomEvent(`errand:${name}`, { detail }));
};

/** Calls `listener` with what each event carries, until it is unsubscribed or the widget's life ends. */
export function subscribe(
  life: AbortController,
  name: string,
  listener: (detail?: unknown) => void,
): Unsubscribe {
  const type = `errand:${name}`;
  const hear = (event: Event) => listener((event as CustomEvent).detail);
  addEventListener(type, hear, life);
  // Who can call this came when the widget was ready.
  if (name === "ready") queueMicrotask(listener);
  return () => removeEventListener(type, hear);
}
