import { shell } from "./ru/shell.ts";

/** The dashboard in Russian. */
export const ru = { ...shell };
