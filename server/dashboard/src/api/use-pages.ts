import { useEffect, useRef, useState } from "preact/hooks";
import { type ApiError, toApiError } from "./api-error.ts";
import type { Page } from "./history-api.ts";

/** A list that is read page by page. */
export interface Pages<Item> {
  /** Undefined until the first page is there. */
  items: Item[] | undefined;
  hasMore: boolean;
  isLoading: boolean;
  error: ApiError | undefined;
  more: () => Promise<void>;
  reload: () => Promise<void>;
}

/** Reads the first page when the page opens, and again when `key` changes; `more` adds the next one. */
export function usePages<Item>(
  key: string,
  load: (cursor: string | undefined) => Promise<Page<Item>>,
): Pages<Item> {
  const [state, setState] = useState<{ items?: Item[]; cursor: string | null; error?: ApiError }>({
    cursor: null,
  });
  const [isLoading, setLoading] = useState(true);
  const turn = useRef(0);
  const read = async (cursor: string | undefined, before: Item[]) => {
    turn.current += 1;
    const mine = turn.current;
    setLoading(true);
    const next = await load(cursor).then(
      ({ items, nextCursor }) => ({ items: [...before, ...items], cursor: nextCursor }),
      (thrown: unknown) => ({ ...state, error: toApiError(thrown) }),
    );
    // An answer to a question that is no longer asked is dropped.
    if (mine !== turn.current) return;
    setState(next);
    setLoading(false);
  };
  useEffect(() => {
    setState({ cursor: null });
    void read(undefined, []);
  }, [key]);
  return {
    items: state.items,
    hasMore: state.cursor !== null,
    isLoading,
    error: state.error,
    more: () => read(state.cursor ?? undefined, state.items ?? []),
    reload: () => read(undefined, []),
  };
}
