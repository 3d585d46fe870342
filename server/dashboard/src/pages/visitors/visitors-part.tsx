import { useRoute } from "preact-iso/router";
import { historyApi } from "../../api/history-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { SearchField } from "../../components/search-field.tsx";
import { EmptyState, Shown } from "../../components/states.tsx";
import { useFilters } from "../../components/use-filters.ts";
import { formatDate } from "../../words/format.ts";
import { TableFrame } from "../../components/table-frame.tsx";
import { words } from "../../words/words.ts";
import { PartHead } from "../site/part-head.tsx";
import type { PartProps } from "../site/part-props.ts";
import { VisitorPage } from "./visitor-page.tsx";

/** Known visitors, and what is kept of the one that the address names. */
export function VisitorsPart({ site }: PartProps) {
  const { item } = useRoute().params;
  return item ? <VisitorPage key={item} site={site.id} userId={item} /> : <Visitors site={site.id} />;
}

function Visitors({ site }: { site: string }) {
  const { values, set, isFiltered } = useFilters(["q"]);
  const q = values.q ?? "";
  const visitors = useResource(`visitors:${site}:${q}`, () => historyApi.listVisitors(site, q));
  return (
    <>
      <PartHead title={words.site.parts.visitors} text={words.visitors.text} />
      <SearchField label={words.visitors.searchLabel} value={q} onSearch={(text) => set({ q: text })} />
      <p class="filter-note">
        {words.visitors.anonymousBefore}{" "}
        <a href={`/sites/${site}/conversations?verification=anonymous`}>{words.visitors.anonymousLink}</a>.
      </p>
      <Shown resource={visitors}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState
              title={isFiltered ? words.paging.nothingTitle : words.visitors.emptyTitle}
              text={isFiltered ? words.paging.nothingText : words.visitors.emptyText}
            />
          ) : (
            <TableFrame label={words.visitors.list} isStacked>
              <caption class="visually-hidden">{words.visitors.list}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.visitors.userId}</th>
                  <th scope="col" class="number">
                    {words.visitors.conversations}
                  </th>
                  <th scope="col">{words.visitors.lastSeen}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((visitor) => (
                  <tr key={visitor.user_id}>
                    <th scope="row">
                      <a href={`/sites/${site}/visitors/${encodeURIComponent(visitor.user_id)}`}>
                        {visitor.user_id}
                      </a>
                    </th>
                    <td class="number" data-label={words.visitors.conversations}>
                      {visitor.conversations}
                    </td>
                    <td data-label={words.visitors.lastSeen}>
                      <time dateTime={visitor.lastSeenAt}>{formatDate(visitor.lastSeenAt)}</time>
                    </td>
                  </tr>
                ))}
              </tbody>
            </TableFrame>
          )
        }
      </Shown>
    </>
  );
}
