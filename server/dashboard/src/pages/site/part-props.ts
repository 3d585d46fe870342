import type { SiteView } from "@errand/shared/site";

/** What every part of a site's pages is given: the site, and where a changed one goes. */
export interface PartProps {
  site: SiteView;
  onSite: (site: SiteView) => void;
}
