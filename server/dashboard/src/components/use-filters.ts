import { useLocation } from "preact-iso/router";
import type { Query } from "../api/history-api.ts";
import { withQuery } from "../api/site-path.ts";

/** Filters that live in the page's address, so that a link leads to the same list. */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const { path, query, route } = useLocation();
  const given = Object.fromEntries(
    names.flatMap((name) => (query[name] ? [[name, query[name]]] : [])),
  ) as Partial<Record<Name, string>>;
  return {
    values: given,
    query: given as Query,
    isFiltered: Object.keys(given).length > 0,
    set: (change: Partial<Record<Name, string>>) => route(withQuery(path, { ...given, ...change }), true),
    clear: () => route(path, true),
  };
}

/** From the start of one day to the end of another, both in the owner's time zone, as the API wants them. */
export function toTimes({ from, to, ...rest }: Query): Query {
  const times: Query = {};
  if (from) times["from"] = new Date(`${from}T00:00:00`).toISOString();
  if (to) {
    const end = new Date(`${to}T00:00:00`);
    end.setDate(end.getDate() + 1);
    times["to"] = end.toISOString();
  }
  return { ...rest, ...times };
}
