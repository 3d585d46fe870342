/** Calls `react` now and at each of these events. Answers with the end of it. */
export function listen(
  target: EventTarget | null | undefined,
  events: string[],
  react: () => void,
): () => void {
  for (const event of events) target?.addEventListener(event, react);
  react();
  return () => {
    for (const event of events) target?.removeEventListener(event, react);
  };
}
