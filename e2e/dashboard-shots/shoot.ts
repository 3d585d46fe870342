import type { Page } from "@playwright/test";

/** Takes a picture of a whole page under a name. */
export type Shoot = (what: string, page?: Page) => Promise<void>;
