import type { ComponentChildren } from "preact";
import type { Pages } from "../api/use-pages.ts";
import { words } from "../words/words.ts";
import { ErrorState, LoadingState } from "./states.tsx";

/** A list that is read page by page, in each of its states. */
export function PagedList<Item>(props: {
  pages: Pages<Item>;
  empty: ComponentChildren;
  more?: string;
  children: (items: Item[]) => ComponentChildren;
}) {
  const { items, hasMore, isLoading, error, more, reload } = props.pages;
  if (items === undefined) {
    return error ? <ErrorState message={error.message} retry={() => void reload()} /> : <LoadingState />;
  }
  const retry = () => void (items.length > 0 ? more() : reload());
  return (
    <>
      {items.length > 0 ? props.children(items) : isLoading ? <LoadingState /> : props.empty}
      {error ? <ErrorState message={error.message} retry={retry} /> : null}
      <div class="actions table-end">
        <button type="button" class="button small" disabled={isLoading} onClick={() => void reload()}>
          {words.paging.refresh}
        </button>
        {hasMore ? (
          <button type="button" class="button small" disabled={isLoading} onClick={() => void more()}>
            {isLoading ? words.loading : (props.more ?? words.paging.more)}
          </button>
        ) : null}
      </div>
    </>
  );
}
