import { en } from "./en.ts";

/** Every word the dashboard shows. Another language is another object of this shape. */
type Words = typeof en;

export const words: Words = en;
