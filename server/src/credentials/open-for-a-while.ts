import type { Sealer } from "./seal.ts";

const OPENED_FOR_MS = 60_000;

/** Opens an envelope, or answers what it held a moment ago: a secret in steady use costs no key derivation. */
export function openForAWhile(sealer: Pick<Sealer, "open">, now: () => Date): Sealer["open"] {
  const opened = new Map<string, { plaintext: string; until: number }>();
  return (envelope, context) => {
    // By envelope too: a secret that was replaced must not be used a moment longer.
    const key = JSON.stringify([envelope, context]);
    const time = now().getTime();
    const known = opened.get(key);
    if (known && known.until > time) return known.plaintext;
    const plaintext = sealer.open(envelope, context);
    for (const [other, entry] of opened) if (entry.until <= time) opened.delete(other);
    opened.set(key, { plaintext, until: time + OPENED_FOR_MS });
    return plaintext;
  };
}
