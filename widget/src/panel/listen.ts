/** Calls `react` now and at each of these events, until `life` ends. */
export function listen(
  life: AbortController,
  target: EventTarget | null | undefined,
  events: string[],
  react: () => void,
): void {
  for (const event of events) target?.addEventListener(event, react, life);
  react();
}
