import type { RunBucket, RunStats } from "@errand/shared/run-stats";
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

/** Runs of one status and one class of durations, in one stretch. */
interface Group {
  start: string;
  status: string;
  class: number | null;
  count: number;
}

/** How many runs there were, how they ended and how long they took, over time. Read from an index alone. */
export async function readRunStats(
  database: Database,
  siteId: string,
  request: StatsRequest,
): Promise<RunStats> {
  const { from, to } = request;
  const isHourly = Date.parse(to) - Date.parse(from) <= HOURLY_UP_TO_MS;
  // A time's first 13 characters are its hour, the first 10 its day.
  const start = sql<string>`substr(started_at, 1, ${sql.lit(isHourly ? 13 : 10)})`;
  const width = sql<number | null>`duration_ms / ${sql.lit(CLASS_MS)}`;
  const rows = await runsOf(database, siteId, request)
    .select(({ fn }) => [start.as("start"), "status", width.as("class"), fn.countAll().as("count")])
    .groupBy([start, "status", width])
    .execute();
  const groups = rows.map((row) => ({ ...row, count: Number(row.count) }));
  const byStart = Map.groupBy(groups, (group) => group.start);
  const step = isHourly ? HOUR_MS : DAY_MS;
  const buckets: RunBucket[] = [];
  for (let at = Math.floor(Date.parse(from) / step) * step; at < Date.parse(to); at += step) {
    const iso = new Date(at).toISOString();
    const measures = measure(byStart.get(iso.slice(0, isHourly ? 13 : 10)) ?? []);
    buckets.push({ start: iso, ...measures });
  }
  const bucket = isHourly ? "hour" : "day";
  return {
    from,
    to,
    bucket,
    buckets,
    total: measure(groups),
    actions: await countActions(database, siteId, request),
  };
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

async function countActions(
  database: Database,
  siteId: string,
  request: StatsRequest,
): Promise<RunStats["actions"]> {
  const rows = await runsOf(database, siteId, request)
    .select(({ fn }) => [
      "action_id",
      "identifier",
      "status",
      fn.countAll().as("count"),
      fn.max("started_at").as("last"),
    ])
    .groupBy(["action_id", "identifier", "status"])
    .execute();
  const counted = Map.groupBy(rows, (row) => row.action_id).values();
  return [...counted]
    .map((group) => ({
      actionId: group[0]?.action_id ?? "",
      identifier: group.at(-1)?.identifier ?? "",
      lastAt:
        group
          .map(({ last }) => last)
          .sort()
          .at(-1) ?? "",
      ...countStatuses(group.map(({ status, count }) => ({ status, count: Number(count) }))),
    }))
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

function measure(groups: readonly Group[]): Omit<RunBucket, "start"> {
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
