import type { Compilable, CompiledQuery } from "kysely";
import { atOnceOf } from "./at-once.ts";
import type { Database } from "./database.ts";

/** Stands in a statement where a call's value goes. */
interface Slot {
  slot: string;
}

/**
 * A statement whose SQL is worked out once: `build` gets a stand-in for each value, and may only pass it on. A list has
 * one place for each member, so it can be no value.
 */
export function prepareStatement<Values extends object>(
  build: (values: Values) => Compilable,
): (values: Values) => CompiledQuery {
  let compiled: CompiledQuery | undefined;
  return (values) => {
    compiled ??= build(createSlots() as Values).compile();
    const given = values as Record<string, unknown>;
    return {
      ...compiled,
      parameters: compiled.parameters.map((each) => (isSlot(each) ? given[each.slot] : each)),
    };
  };
}

/** A query that is compiled once; each call answers its rows. */
export function prepareQuery<Values extends object, Row>(
  database: Database,
  build: (values: Values) => Compilable<Row>,
): (values: Values) => Promise<Row[]> {
  const fill = prepareStatement(build);
  return async (values) => {
    const statement = fill(values);
    const atOnce = atOnceOf(database);
    if (atOnce) return atOnce.query(statement) as Row[];
    return (await database.executeQuery(statement)).rows as Row[];
  };
}

function createSlots(): object {
  return new Proxy({}, { get: (_, name): Slot => ({ slot: String(name) }) });
}

function isSlot(parameter: unknown): parameter is Slot {
  return typeof parameter === "object" && parameter !== null && "slot" in parameter;
}
