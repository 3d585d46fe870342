import { signal } from "@preact/signals";
import { en } from "./en.ts";

/** Every word the dashboard shows; each language is an object of this shape. */
export type Words = typeof en;

const spoken = signal<Words>(en);

/** The words of the language that is spoken now: what reads them while it draws is drawn again with another. */
export const words = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.keys(en).map((key) => [key, { get: () => spoken.value[key as keyof Words], enumerable: true }]),
  ),
) as Words;

/** Speaks with these words from now on. */
export function speak(other: Words): void {
  spoken.value = other;
}
