import type { RequestView, ResponseView, RunView } from "@errand/shared/action-test";
import type { ModelOutcome, OutcomeCode, RunStatus } from "@errand/shared/outcome";
import type { Card } from "@errand/shared/wire";
import type { RunStats } from "@errand/shared/run-stats";
import { ErrandError } from "../errors.ts";
import { timestamp, type Database } from "../storage/database.ts";
import { writerOf } from "../storage/write-together.ts";
import { listRuns, type RunFilter } from "./run-query.ts";
import { prepareRunStatements, type EndColumns, type RunRow } from "./run-statements.ts";
import { readRunStats } from "./run-stats.ts";
import { toRunView } from "./run-view.ts";

/** A run as it stands in the ledger before its request leaves. `startedAt` is ISO 8601 UTC. */
export interface RunStart {
  id: string;
  siteId: string;
  actionId: string;
  identifier: string;
  conversationId?: string | undefined;
  messageId?: string | undefined;
  callId?: string | undefined;
  arguments: unknown;
  digest: string;
  request?: RequestView | undefined;
  startedAt: string;
}

/** How a run ended. `finishedAt` is ISO 8601 UTC. */
export interface RunEnd {
  status: Exclude<RunStatus, "started">;
  outcome: OutcomeCode;
  told: ModelOutcome;
  response?: ResponseView | undefined;
  card?: Card | undefined;
  durationMs: number;
  finishedAt: string;
}

/** What a conversation needs to know of a run that it made before. */
interface KnownRun {
  id: string;
  digest: string;
  status: RunStatus;
  /** Absent while the run is under way. */
  told?: ModelOutcome;
  /** What the visitor is shown of the answer. */
  card?: Card;
  durationMs?: number;
}

/** The ledger of runs. */
export interface RunStore {
  /** @throws ErrandError `conflict` when the same call of the same conversation stands there already */
  start(run: RunStart): Promise<void>;
  finish(runId: string, end: RunEnd): Promise<void>;
  findByCall(conversationId: string, callId: string): Promise<KnownRun | undefined>;
  /** Newest first. */
  list(siteId: string, filter?: RunFilter): Promise<RunView[]>;
  get(siteId: string, id: string): Promise<RunView | undefined>;
  /** How runs went over time. */
  stats(siteId: string, request: Parameters<typeof readRunStats>[2]): Promise<RunStats>;
  /** Marks runs that a dead server left behind as `unknown` and answers how many; `before` is ISO 8601 UTC. */
  markInterrupted(before?: string): Promise<number>;
}

const INTERRUPTED: ModelOutcome = {
  outcome: "unknown",
  message: "The server stopped while this call was under way; nobody knows whether it took effect. Say so.",
};

export function createRunStore(database: Database): RunStore {
  const write = writerOf(database);
  const statements = prepareRunStatements(database);
  return {
    async start(run) {
      const [changed] = await write(statements.start(toRow(run)));
      if (changed !== 1) throw new ErrandError("conflict", "This call has been made already.");
    },
    async finish(runId, end) {
      await write(statements.finish({ ...toEndColumns(end), id: runId }));
    },
    async findByCall(conversationId, callId) {
      const [row] = await statements.findByCall({ conversationId, callId });
      return row && toKnownRun(row);
    },
    list: (siteId, filter = {}) => listRuns(database, siteId, filter).then((rows) => rows.map(toRunView)),
    stats: (siteId, request) => readRunStats(database, siteId, request),
    async get(siteId, id) {
      const query = database
        .selectFrom("runs")
        .selectAll()
        .where("site_id", "=", siteId)
        .where("id", "=", id);
      const row = await query.executeTakeFirst();
      return row && toRunView(row);
    },
    async markInterrupted(before) {
      let query = database
        .updateTable("runs")
        .set({ status: "unknown", told: JSON.stringify(INTERRUPTED), finished_at: timestamp() })
        .where("status", "=", "started");
      if (before !== undefined) query = query.where("started_at", "<", before);
      return Number((await query.executeTakeFirst()).numUpdatedRows);
    },
  };
}

function toRow(run: RunStart): RunRow {
  return {
    id: run.id,
    site_id: run.siteId,
    action_id: run.actionId,
    identifier: run.identifier,
    conversation_id: run.conversationId ?? null,
    message_id: run.messageId ?? null,
    call_id: run.callId ?? null,
    arguments: JSON.stringify(run.arguments),
    digest: run.digest,
    status: "started",
    outcome: null,
    told: null,
    request: run.request === undefined ? null : JSON.stringify(run.request),
    response: null,
    card: null,
    http_status: null,
    duration_ms: null,
    started_at: run.startedAt,
    finished_at: null,
  };
}

function toEndColumns(end: RunEnd): EndColumns {
  return {
    status: end.status,
    outcome: end.outcome,
    told: JSON.stringify(end.told),
    response: end.response === undefined ? null : JSON.stringify(end.response),
    card: end.card === undefined ? null : JSON.stringify(end.card),
    http_status: end.told.status ?? null,
    duration_ms: end.durationMs,
    finished_at: end.finishedAt,
  };
}

function toKnownRun(row: RunRow): KnownRun {
  return {
    id: row.id,
    digest: row.digest,
    status: row.status as RunStatus,
    ...(row.told === null ? {} : { told: JSON.parse(row.told) as ModelOutcome }),
    ...(row.card === null ? {} : { card: JSON.parse(row.card) as Card }),
    ...(row.duration_ms === null ? {} : { durationMs: row.duration_ms }),
  };
}
