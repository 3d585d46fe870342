import { OUTCOME_CODES } from "@errand/shared/outcome";
import { useRoute } from "preact-iso/router";
import { historyApi } from "../../api/history-api.ts";
import { api } from "../../api/owner-api.ts";
import { usePages } from "../../api/use-pages.ts";
import { useResource } from "../../api/use-resource.ts";
import { FilterBar, FilterDay, FilterSelect } from "../../components/filter-bar.tsx";
import { PagedList } from "../../components/paged-list.tsx";
import { EmptyState } from "../../components/states.tsx";
import { toTimes, useFilters } from "../../components/use-filters.ts";
import { words } from "../../words/words.ts";
import { PartHead } from "../site/part-head.tsx";
import type { PartProps } from "../site/part-props.ts";
import { RunPage } from "./run-page.tsx";
import { RunsTable } from "./runs-table.tsx";
import { StatsCard } from "./stats-card.tsx";

const FILTERS = ["action", "outcome", "from", "to"] as const;

/** The calls that were made and how they went over time; one of them when the address names it. */
export function RunsPart({ site }: PartProps) {
  const { item } = useRoute().params;
  return item ? <RunPage key={item} site={site.id} id={item} /> : <Runs site={site.id} />;
}

function Runs({ site }: { site: string }) {
  const filters = useFilters([...FILTERS, "range"]);
  const { values, set } = filters;
  const { range: _range, ...query } = toTimes(filters.query);
  const pages = usePages(`runs:${site}:${JSON.stringify(query)}`, (cursor) =>
    historyApi.listRuns(site, query, cursor),
  );
  const actions = useResource(`actions:${site}`, () => api.listActions(site));
  const names = new Map((actions.data ?? []).map((action) => [action.id, action.name]));
  return (
    <>
      <PartHead title={words.site.parts.runs} text={words.runs.text} />
      <StatsCard
        site={site}
        action={values.action}
        range={values.range}
        onRange={(range) => set({ range })}
        nameOf={(id, identifier) => names.get(id) ?? identifier}
      />
      <h2 class="section-title">{words.runs.ledger}</h2>
      <FilterBar count={FILTERS.filter((name) => values[name]).length} onClear={filters.clear}>
        <FilterSelect
          label={words.runs.filter}
          any={words.runs.every}
          value={values.action}
          options={[...names]}
          onValue={(action) => set({ action })}
        />
        <FilterSelect
          label={words.runs.outcome}
          value={values.outcome}
          options={OUTCOME_CODES.map((code) => [code, words.outcomes[code].title])}
          onValue={(outcome) => set({ outcome })}
        />
        <FilterDay label={words.paging.from} value={values.from} onValue={(from) => set({ from })} />
        <FilterDay label={words.paging.to} value={values.to} onValue={(to) => set({ to })} />
      </FilterBar>
      <PagedList
        pages={pages}
        empty={
          filters.isFiltered ? (
            <EmptyState title={words.paging.nothingTitle} text={words.paging.nothingText} />
          ) : (
            <EmptyState title={words.runs.emptyTitle} text={words.runs.emptyText} />
          )
        }
      >
        {(runs) => (
          <RunsTable site={site} runs={runs} nameOf={(run) => names.get(run.actionId) ?? run.identifier} />
        )}
      </PagedList>
    </>
  );
}
