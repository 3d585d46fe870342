import type { CompiledQuery, Selectable } from "kysely";
import type { Database } from "../storage/database.ts";
import type { Tables } from "../storage/schema.ts";

export type RunRow = Selectable<Tables["runs"]>;

/** What a run's end changes. */
export type EndColumns = Pick<
  RunRow,
  "status" | "outcome" | "told" | "response" | "http_status" | "duration_ms" | "finished_at"
>;

interface Statements {
  /** Changes no row when the same call of the same conversation stands there already. */
  start(row: RunRow): CompiledQuery;
  finish(id: string, columns: EndColumns): CompiledQuery;
}

/** The writes of every run, worked out once: a column's name is the parameter in its place until a value is. */
export function compileStatements(database: Database): Statements {
  const start = database
    .insertInto("runs")
    .values(NAMES as unknown as RunRow)
    .onConflict((conflict) => conflict.columns(["conversation_id", "call_id"]).doNothing())
    .compile();
  const finish = database
    .updateTable("runs")
    .set(END_NAMES as unknown as EndColumns)
    .where("id", "=", "id")
    .compile();
  return {
    start: (row) => fill(start, row),
    finish: (id, columns) => fill(finish, { ...columns, id }),
  };
}

function fill(statement: CompiledQuery, values: object): CompiledQuery {
  const known = values as Record<string, unknown>;
  return { ...statement, parameters: statement.parameters.map((name) => known[String(name)]) };
}

const namesOf = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(" ").map((name) => [name, name]));

const END_NAMES = namesOf("status outcome told response http_status duration_ms finished_at");
const NAMES = {
  ...namesOf("id site_id action_id identifier conversation_id message_id call_id arguments digest request"),
  ...namesOf("started_at"),
  ...END_NAMES,
};
