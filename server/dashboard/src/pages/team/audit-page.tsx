import type { AuditEntry } from "@errand/shared/team";
import { api } from "../../api/owner-api.ts";
import { teamApi } from "../../api/team-api.ts";
import { usePages } from "../../api/use-pages.ts";
import { useResource } from "../../api/use-resource.ts";
import { FilterBar, FilterDay, FilterSelect } from "../../components/filter-bar.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { PagedList } from "../../components/paged-list.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { EmptyState } from "../../components/states.tsx";
import { toTimes, useFilters } from "../../components/use-filters.ts";
import { formatDate } from "../../words/format.ts";
import { TableFrame } from "../../components/table-frame.tsx";
import { words } from "../../words/words.ts";

const FILTERS = ["site", "actor", "from", "to"] as const;
const OPERATOR = "ERRAND_ADMIN_TOKEN";

/** Who changed what, newest first. */
export function AuditPage() {
  usePageTitle(words.audit.title);
  const filters = useFilters(FILTERS);
  const { values, set } = filters;
  const query = toTimes(filters.query);
  const pages = usePages(`audit:${JSON.stringify(query)}`, (cursor) => teamApi.listAudit(query, cursor));
  const sites = useResource("sites", api.listSites);
  const members = useResource("team", teamApi.list);
  const siteNames = new Map((sites.data ?? []).map(({ id, name }) => [id, name]));
  return (
    <PageFrame
      crumbs={[
        { text: words.team.title, href: "/team" },
        { text: words.audit.title, href: "/audit" },
      ]}
    >
      <div class="page-column">
        <div class="page-head">
          <div>
            <h1>{words.audit.title}</h1>
            <p class="muted">{words.audit.text}</p>
          </div>
        </div>
        <FilterBar count={Object.keys(values).length} onClear={filters.clear}>
          <FilterSelect
            label={words.audit.site}
            any={words.audit.everySite}
            value={values.site}
            options={[...siteNames]}
            onValue={(site) => set({ site })}
          />
          <FilterSelect
            label={words.audit.who}
            any={words.audit.everybody}
            value={values.actor}
            options={[
              ...(members.data ?? []).map(({ name }) => [name, name] as const),
              [OPERATOR, words.audit.operator],
            ]}
            onValue={(actor) => set({ actor })}
          />
          <FilterDay label={words.paging.from} value={values.from} onValue={(from) => set({ from })} />
          <FilterDay label={words.paging.to} value={values.to} onValue={(to) => set({ to })} />
        </FilterBar>
        <PagedList
          pages={pages}
          empty={<EmptyState title={words.audit.emptyTitle} text={words.audit.emptyText} />}
        >
          {(entries) => <AuditTable entries={entries} siteNames={siteNames} />}
        </PagedList>
      </div>
    </PageFrame>
  );
}

function AuditTable({ entries, siteNames }: { entries: AuditEntry[]; siteNames: Map<string, string> }) {
  return (
    <TableFrame label={words.audit.title} isStacked>
      <caption class="visually-hidden">{words.audit.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.audit.when}</th>
          <th scope="col">{words.audit.who}</th>
          <th scope="col">{words.audit.what}</th>
          <th scope="col">{words.audit.fields}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              <time dateTime={entry.at}>{formatDate(entry.at)}</time>
            </td>
            <td>{entry.actor === OPERATOR ? words.audit.operator : entry.actor}</td>
            <td>
              <What entry={entry} site={entry.site === null ? undefined : siteNames.get(entry.site)} />
            </td>
            <td class="audit-fields">{entry.fields.join(", ")}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function What({ entry, site }: { entry: AuditEntry; site: string | undefined }) {
  const { verbs } = words.audit;
  const verb = verbs[entry.method as keyof typeof verbs];
  return (
    <>
      <span>
        {verb} <strong>{entry.label || entry.thing}</strong>
      </span>
      <code class="audit-route">
        {entry.method} {entry.route}
      </code>
      {site ? <span class="muted">{site}</span> : null}
    </>
  );
}
