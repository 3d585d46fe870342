import { shell } from "./fi/shell.ts";

/** The dashboard in Finnish. */
export const fi = { ...shell };
