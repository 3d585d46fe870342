import { useRoute } from "preact-iso/router";
import type { SiteView } from "@errand/shared/site";
import { api } from "../../api/owner-api.ts";
import { type Resource, useResource } from "../../api/use-resource.ts";
import { Icon } from "../../components/icon.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { ErrorState, LoadingState } from "../../components/states.tsx";
import { words } from "../../words/words.ts";
import { NotFoundPage } from "../not-found.tsx";
import { PARTS, PARTS_WITH_ITEMS, PART_NAMES, type PartName } from "./parts.ts";

/** One site: its parts at the side, one of them open. */
export function SitePage() {
  const { site: id = "", part = "actions", item } = useRoute().params;
  const name = PART_NAMES.find((each) => each === part);
  const isKnown = name !== undefined && (!item || PARTS_WITH_ITEMS.has(name));
  return isKnown ? <SiteFrame key={id} id={id} part={name} /> : <NotFoundPage />;
}

function SiteFrame({ id, part }: { id: string; part: PartName }) {
  const site = useResource(`site:${id}`, () => api.readSite(id));
  const name = site.data?.name ?? words.site.unnamed;
  usePageTitle(words.site.parts[part], site.data?.name);
  if (!site.data && site.error?.status === 404) return <NotFoundPage />;
  return (
    <PageFrame crumbs={[{ text: name, href: `/sites/${id}/actions` }]}>
      <div class="site-frame">
        <nav class="side-nav" aria-label={words.site.nav}>
          {PART_NAMES.map((each) => (
            <a
              key={each}
              ref={each === part ? reveal : null}
              href={`/sites/${id}/${each}`}
              aria-current={each === part ? "page" : undefined}
            >
              <Icon name={each} />
              {words.site.parts[each]}
            </a>
          ))}
        </nav>
        <div class="site-part">
          <OpenPart site={site} part={part} />
        </div>
      </div>
    </PageFrame>
  );
}

function OpenPart({ site, part }: { site: Resource<SiteView>; part: PartName }) {
  const Part = PARTS[part];
  if (site.data) return <Part key={part} site={site.data} onSite={site.set} />;
  if (site.error) return <ErrorState message={site.error.message} retry={() => void site.reload()} />;
  return <LoadingState />;
}

/** On a narrow screen the names run out of it to one side. */
function reveal(link: HTMLAnchorElement | null): void {
  const row = link?.parentElement;
  if (link && row && row.scrollWidth > row.clientWidth) {
    row.scrollLeft = link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
  }
}
