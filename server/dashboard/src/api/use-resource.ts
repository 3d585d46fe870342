import { type Signal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type ApiError, toApiError } from "./api-error.ts";

interface Loaded<Data> {
  data?: Data;
  error?: ApiError;
}

/** Something read from the server: nothing while it loads, then data, or an error with the last data. */
export interface Resource<Data> extends Loaded<Data> {
  reload: () => Promise<void>;
  set: (data: Data) => void;
}

const shelf = new Map<string, Signal<Loaded<unknown>>>();
const newest = new Map<string, number>();

/**
 * Reads a resource when the page opens. What was read before under the same key stands at once
 * and is refreshed behind, so moving between pages shows no empty frame.
 */
export function useResource<Data>(key: string, load: () => Promise<Data>): Resource<Data> {
  const state = entryOf<Data>(key);
  const reload = async () => {
    const turn = (newest.get(key) ?? 0) + 1;
    newest.set(key, turn);
    const result = await load().then(
      (data) => ({ data }),
      (error: unknown) => ({ ...state.peek(), error: toApiError(error) }),
    );
    if (newest.get(key) === turn) state.value = result;
  };
  useEffect(() => {
    void reload();
  }, [key]);
  const set = (data: Data) => {
    newest.set(key, (newest.get(key) ?? 0) + 1);
    state.value = { data };
  };
  return { ...state.value, reload, set };
}

/** Forgets all that was read, when the owner signs out. */
export function forgetResources(): void {
  shelf.clear();
}

function entryOf<Data>(key: string): Signal<Loaded<Data>> {
  const entry = shelf.get(key) ?? signal<Loaded<unknown>>({});
  shelf.set(key, entry);
  return entry as Signal<Loaded<Data>>;
}
