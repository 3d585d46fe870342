import type { CompiledQuery, Selectable } from "kysely";
import type { Database } from "../storage/database.ts";
import { prepareQuery, prepareStatement } from "../storage/prepare.ts";
import type { Tables } from "../storage/schema.ts";

export type RunRow = Selectable<Tables["runs"]>;

/** What a run's end changes. */
export type EndColumns = Pick<
  RunRow,
  "status" | "outcome" | "told" | "response" | "card" | "http_status" | "duration_ms" | "finished_at"
>;

interface RunStatements {
  /** Changes no row when the same call of the same conversation stands there already. */
  start(row: RunRow): CompiledQuery;
  finish(end: EndColumns & { id: string }): CompiledQuery;
  findByCall(call: { conversationId: string; callId: string }): Promise<RunRow[]>;
}

/** What every run asks of the ledger. */
export function prepareRunStatements(database: Database): RunStatements {
  return {
    start: prepareStatement((row: RunRow) =>
      database
        .insertInto("runs")
        .values(pick(row, START_NAMES))
        .onConflict((conflict) => conflict.columns(["conversation_id", "call_id"]).doNothing()),
    ),
    finish: prepareStatement((end: EndColumns & { id: string }) =>
      database.updateTable("runs").set(pick(end, END_NAMES)).where("id", "=", end.id),
    ),
    findByCall: prepareQuery(database, (call: { conversationId: string; callId: string }) =>
      database
        .selectFrom("runs")
        .selectAll()
        .where("conversation_id", "=", call.conversationId)
        .where("call_id", "=", call.callId),
    ),
  };
}

const END_NAMES = [
  "status",
  "outcome",
  "told",
  "response",
  "card",
  "http_status",
  "duration_ms",
  "finished_at",
] as const;
const START_NAMES = [
  "id",
  "site_id",
  "action_id",
  "identifier",
  "conversation_id",
  "message_id",
  "call_id",
  "arguments",
  "digest",
  "request",
  "started_at",
  ...END_NAMES,
] as const;

function pick<Row, Name extends keyof Row>(row: Row, names: readonly Name[]): Pick<Row, Name> {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Name>;
}
