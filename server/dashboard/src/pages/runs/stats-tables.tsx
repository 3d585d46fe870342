import type { RunBucket, RunStats } from "@errand/shared/run-stats";
import { formatDuration, formatPercent, formatStretch } from "../../words/format.ts";
import { TableFrame } from "../../components/table-frame.tsx";
import { words } from "../../words/words.ts";

/** The charts as a table; stretches without runs are left out. */
export function StatsTable({ stats }: { stats: RunStats }) {
  const { statuses } = words.runs;
  return (
    <TableFrame label={words.runs.countChart}>
      <caption class="visually-hidden">{words.runs.countChart}</caption>
      <thead>
        <tr>
          <th scope="col">{words.runs.time}</th>
          {[statuses.succeeded, statuses.failed, statuses.unknown, words.runs.p50, words.runs.p95].map(
            (name) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {stats.buckets
          .filter(({ runs }) => runs > 0)
          .map((bucket) => (
            <StretchRow key={bucket.start} bucket={bucket} isHour={stats.bucket === "hour"} />
          ))}
      </tbody>
    </TableFrame>
  );
}

function StretchRow({ bucket, isHour }: { bucket: RunBucket; isHour: boolean }) {
  return (
    <tr>
      <th scope="row">
        <time dateTime={bucket.start}>{formatStretch(bucket.start, isHour)}</time>
      </th>
      <td class="number">{bucket.succeeded}</td>
      <td class="number">{bucket.failed}</td>
      <td class="number">{bucket.unknown}</td>
      <td class="number">{bucket.p50Ms === null ? words.runs.none : formatDuration(bucket.p50Ms)}</td>
      <td class="number">{bucket.p95Ms === null ? words.runs.none : formatDuration(bucket.p95Ms)}</td>
    </tr>
  );
}

/** How each action fared. */
export function ActionsTable(props: {
  stats: RunStats;
  nameOf: (actionId: string, identifier: string) => string;
}) {
  return (
    <TableFrame label={words.runs.byAction}>
      <caption>{words.runs.byAction}</caption>
      <thead>
        <tr>
          <th scope="col">{words.runs.action}</th>
          <th scope="col" class="number">
            {words.runs.total}
          </th>
          <th scope="col" class="number">
            {words.runs.rate}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.stats.actions.map(({ actionId, identifier, runs, succeeded }) => (
          <tr key={actionId}>
            <th scope="row">
              <a href={`?action=${actionId}`}>{props.nameOf(actionId, identifier)}</a>
            </th>
            <td class="number">{runs}</td>
            <td class="number">{formatPercent(succeeded / runs)}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
