import { shell } from "./az/shell.ts";

/** The dashboard in Azerbaijani. */
export const az = { ...shell };
