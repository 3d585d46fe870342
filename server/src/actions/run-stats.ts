import type { RunBucket, RunStats } from "@errand/shared/run-stats";
import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "kysely";
import type { Database } from "../storage/database.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Up to here, stretches are hours, in milliseconds. */
const HOURLY_UP_TO_MS = 3 * DAY_MS;
/** Durations are counted in classes this wide, in milliseconds. */
const CLASS_MS = 10;

interface StatsRequest {
  /** ISO 8601 UTC, inclusive. */
  from: string;
  /** ISO 8601 UTC, exclusive. */
  to: string;
  /** Id or identifier of an action. */
  action?: string | undefined;
}

/** Runs of one status and one class of durations. */
interface DurationGroup {
  status: string;
  class: number | null;
  count: number;
}

/** Runs of one action and status. */
interface ActionGroup {
  actionId: string;
  identifier: string;
  status: string;
  count: number;
  /** When the last of them began. */
  last: string;
}

/**
 * How many runs there were, how they ended and how long they took, over time. Read from an index alone, one stretch
 * after the other, so that nobody waits for the whole.
 */
export async function readRunStats(
  database: Database,
  siteId: string,
  request: StatsRequest,
): Promise<RunStats> {
  const { from, to } = request;
  const isHourly = Date.parse(to) - Date.parse(from) <= HOURLY_UP_TO_MS;
  const step = isHourly ? HOUR_MS : DAY_MS;
  const buckets: RunBucket[] = [];
  const durations: DurationGroup[] = [];
  const actions: ActionGroup[] = [];
  for (let at = Math.floor(Date.parse(from) / step) * step; at < Date.parse(to); at += step) {
    const [start, end] = [new Date(at).toISOString(), new Date(at + step).toISOString()];
    const part = { ...request, from: start < from ? from : start, to: end > to ? to : end };
    const groups = await groupByDuration(database, siteId, part);
    buckets.push({ start, ...measure(groups) });
    durations.push(...groups);
    if (groups.length > 0) actions.push(...(await groupByAction(database, siteId, part)));
    await breathe();
  }
  const bucket = isHourly ? "hour" : "day";
  return { from, to, bucket, buckets, total: measure(durations), actions: countActions(actions) };
}

function runsOf(database: Database, siteId: string, { from, to, action }: StatsRequest) {
  const query = database
    .selectFrom("runs")
    .where("site_id", "=", siteId)
    .where("started_at", ">=", from)
    .where("started_at", "<", to);
  if (action === undefined) return query;
  return query.where((where) =>
    where.or([where("action_id", "=", action), where("identifier", "=", action)]),
  );
}

async function groupByDuration(
  database: Database,
  siteId: string,
  part: StatsRequest,
): Promise<DurationGroup[]> {
  const width = sql<number | null>`duration_ms / ${sql.lit(CLASS_MS)}`;
  const rows = await runsOf(database, siteId, part)
    .select(({ fn }) => ["status", width.as("class"), fn.countAll().as("count")])
    .groupBy(["status", width])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

async function groupByAction(database: Database, siteId: string, part: StatsRequest): Promise<ActionGroup[]> {
  const rows = await runsOf(database, siteId, part)
    .select(({ fn }) => [
      "action_id as actionId",
      "identifier",
      "status",
      fn.countAll().as("count"),
      fn.max("started_at").as("last"),
    ])
    .groupBy(["action_id", "identifier", "status"])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

function countActions(groups: readonly ActionGroup[]): RunStats["actions"] {
  const byAction = Map.groupBy(groups, ({ actionId }) => actionId);
  return [...byAction]
    .map(([actionId, group]) => {
      const newest = group.reduce((one, other) => (other.last > one.last ? other : one));
      return { actionId, identifier: newest.identifier, lastAt: newest.last, ...countStatuses(group) };
    })
    .sort((one, other) => other.runs - one.runs);
}

function countStatuses(groups: readonly { status: string; count: number }[]) {
  const sum = (statuses: string[]): number =>
    groups.filter(({ status }) => statuses.includes(status)).reduce((total, { count }) => total + count, 0);
  return {
    runs: groups.reduce((total, { count }) => total + count, 0),
    succeeded: sum(["succeeded"]),
    failed: sum(["failed"]),
    unknown: sum(["unknown", "started"]),
  };
}

function measure(groups: readonly DurationGroup[]): Omit<RunBucket, "start"> {
  const timed = groups
    .flatMap((group) => (group.class === null ? [] : [{ class: group.class, count: group.count }]))
    .sort((one, other) => one.class - other.class);
  return { ...countStatuses(groups), p50Ms: percentile(timed, 0.5), p95Ms: percentile(timed, 0.95) };
}

/** The duration that a share of the runs did not exceed: nearest rank, to the end of its class. */
function percentile(sorted: readonly { class: number; count: number }[], share: number): number | null {
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const rank = Math.ceil(total * share);
  let passed = 0;
  for (const { class: each, count } of sorted) {
    passed += count;
    if (passed >= rank) return (each + 1) * CLASS_MS;
  }
  return null;
}
