import { createRequire } from "node:module";

/** Loads a CommonJS package at once. */
export const requirePackage = createRequire(import.meta.url);

/**
 * A value that is made when it is first asked for. For packages: the start is quicker, and a server that never needs
 * one does not pay for it.
 */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
