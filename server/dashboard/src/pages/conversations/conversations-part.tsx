import { OUTCOME_CODES } from "@errand/shared/outcome";
import { useRoute } from "preact-iso/router";
import { historyApi, type Page, type Query } from "../../api/history-api.ts";
import { api } from "../../api/owner-api.ts";
import { usePages } from "../../api/use-pages.ts";
import { useResource } from "../../api/use-resource.ts";
import { FilterBar, FilterDay, FilterSelect } from "../../components/filter-bar.tsx";
import { PagedList } from "../../components/paged-list.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { EmptyState } from "../../components/states.tsx";
import { toTimes, useFilters } from "../../components/use-filters.ts";
import { words } from "../../words/words.ts";
import { PartHead } from "../site/part-head.tsx";
import type { PartProps } from "../site/part-props.ts";
import { ConversationList } from "./conversation-list.tsx";
import { ConversationPage } from "./conversation-page.tsx";

const FILTERS = ["verification", "action", "outcome", "feedback", "from", "to"] as const;

/** How many parts of a search are read before the owner is asked whether to go on. */
const MOST_PARTS = 25;

/** What visitors asked and what was done for them; one of them when the address names it. */
export function ConversationsPart({ site }: PartProps) {
  const { item } = useRoute().params;
  return item ? <ConversationPage key={item} site={site.id} id={item} /> : <Conversations site={site.id} />;
}

function Conversations({ site }: { site: string }) {
  const filters = useFilters([...FILTERS, "q", "visitor"]);
  const { values, set } = filters;
  const query = toTimes(filters.query);
  const pages = usePages(`conversations:${site}:${JSON.stringify(query)}`, (cursor) =>
    readOn(site, query, cursor),
  );
  const actions = useResource(`actions:${site}`, () => api.listActions(site));
  const { verifications } = words.conversations;
  return (
    <>
      <PartHead title={words.site.parts.conversations} text={words.conversations.text} />
      <SearchField
        label={words.conversations.searchLabel}
        placeholder={words.conversations.searchHint}
        value={values.q ?? ""}
        onSearch={(q) => set({ q })}
      />
      <FilterBar count={FILTERS.filter((name) => values[name]).length} onClear={filters.clear}>
        <FilterSelect
          label={words.conversations.verification}
          value={values.verification}
          options={(["anonymous", "user_hash", "jwt"] as const).map((each) => [each, verifications[each]])}
          onValue={(verification) => set({ verification })}
        />
        <FilterSelect
          label={words.conversations.action}
          value={values.action}
          options={(actions.data ?? []).map((action) => [action.id, action.name])}
          onValue={(action) => set({ action })}
        />
        <FilterSelect
          label={words.conversations.outcome}
          value={values.outcome}
          options={OUTCOME_CODES.map((code) => [code, words.outcomes[code].title])}
          onValue={(outcome) => set({ outcome })}
        />
        <FilterSelect
          label={words.conversations.feedback}
          value={values.feedback}
          options={[
            ["up", words.conversations.liked],
            ["down", words.conversations.disliked],
          ]}
          onValue={(feedback) => set({ feedback })}
        />
        <FilterDay label={words.paging.from} value={values.from} onValue={(from) => set({ from })} />
        <FilterDay label={words.paging.to} value={values.to} onValue={(to) => set({ to })} />
      </FilterBar>
      {values.visitor ? (
        <p class="filter-note">
          {words.conversations.ofVisitor(values.visitor)}{" "}
          <button type="button" class="link-button" onClick={() => set({ visitor: "" })}>
            {words.conversations.showAll}
          </button>
        </p>
      ) : null}
      <PagedList
        pages={pages}
        {...(values.q ? { more: words.conversations.searchFurther } : {})}
        empty={filters.isFiltered ? <Nothing /> : <NoneYet />}
      >
        {(items) => <ConversationList site={site} items={items} />}
      </PagedList>
    </>
  );
}

function Nothing() {
  return <EmptyState title={words.paging.nothingTitle} text={words.paging.nothingText} />;
}

function NoneYet() {
  return <EmptyState title={words.conversations.emptyTitle} text={words.conversations.emptyText} />;
}

type Items = Awaited<ReturnType<typeof historyApi.listConversations>>["items"];

/** A search answers a part at a time, and a part may hold nothing: it goes on until something is found. */
async function readOn(site: string, query: Query, cursor: string | undefined): Promise<Page<Items[number]>> {
  let page = await historyApi.listConversations(site, query, cursor);
  for (let part = 1; page.items.length === 0 && page.nextCursor !== null && part < MOST_PARTS; part += 1) {
    page = await historyApi.listConversations(site, query, page.nextCursor);
  }
  return page;
}
