import type { RequestView, ResponseView, RunView } from "@errand/shared/action-test";
import type { OutcomeCode, RunStatus } from "@errand/shared/outcome";
import type { RunRow } from "./run-statements.ts";

/** A row of the ledger as the owner sees it. */
export function toRunView(row: RunRow): RunView {
  return {
    id: row.id,
    actionId: row.action_id,
    identifier: row.identifier,
    conversationId: row.conversation_id,
    status: row.status as RunStatus,
    outcome: row.outcome as OutcomeCode | null,
    httpStatus: row.http_status,
    durationMs: row.duration_ms,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    request: row.request === null ? null : (JSON.parse(row.request) as RequestView),
    response: row.response === null ? null : (JSON.parse(row.response) as ResponseView),
  };
}
