import { networkInterfaces } from "node:os";

/** Asking the system for every call would cost more than all other checks together. */
const KNOWN_FOR_MS = 1_000;

/** The addresses of this machine's interfaces at this moment. */
export function readOwnAddresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((entries) =>
    (entries ?? []).map(({ address }) => address),
  );
}

/** Creates a function that answers the same, a second old at most. */
export function createOwnAddresses(): () => readonly string[] {
  let known: readonly string[] = [];
  let until = 0;
  return () => {
    const time = performance.now();
    if (time >= until) {
      known = readOwnAddresses();
      until = time + KNOWN_FOR_MS;
    }
    return known;
  };
}
