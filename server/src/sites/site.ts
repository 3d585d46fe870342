import type { SiteSettings } from "@errand/shared/site";

/** One embedding. Times are ISO 8601 UTC. */
export interface Site {
  id: string;
  settings: SiteSettings;
  createdAt: string;
  updatedAt: string;
}
