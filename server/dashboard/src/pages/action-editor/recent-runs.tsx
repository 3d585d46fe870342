import { historyApi } from "../../api/history-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { OutcomeBadge } from "../../components/badges.tsx";
import { Card, Shown } from "../../components/states.tsx";
import { formatAgo, formatDate, formatDuration } from "../../words/format.ts";
import { words } from "../../words/words.ts";

const NEWEST = "5";

/** How the newest runs of an action went, each with a link to the whole of it. */
export function RecentRuns({ site, action }: { site: string; action: string }) {
  const runs = useResource(
    `recent-runs:${action}`,
    async () => (await historyApi.listRuns(site, { action, limit: NEWEST })).items,
  );
  return (
    <Card
      title={words.recentRuns.title}
      aside={
        <a class="button small" href={`/sites/${site}/runs?action=${action}`}>
          {words.recentRuns.all}
        </a>
      }
    >
      <Shown resource={runs}>
        {(list) =>
          list.length === 0 ? (
            <p class="muted">{words.recentRuns.none}</p>
          ) : (
            <ul class="recent-runs">
              {list.map((run) => (
                <li key={run.id}>
                  <a href={`/sites/${site}/runs/${run.id}`}>
                    <time dateTime={run.startedAt} title={formatDate(run.startedAt)}>
                      {formatAgo(run.startedAt)}
                    </time>
                  </a>
                  <OutcomeBadge outcome={run.outcome} status={run.status} />
                  <span class="code">{run.httpStatus ?? "–"}</span>
                  <span class="number">{run.durationMs === null ? "–" : formatDuration(run.durationMs)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Card>
  );
}
