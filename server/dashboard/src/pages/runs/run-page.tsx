import { historyApi } from "../../api/history-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { OutcomeBadge } from "../../components/badges.tsx";
import { Icon } from "../../components/icon.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { Card, Shown } from "../../components/states.tsx";
import { formatDate, formatDuration } from "../../words/format.ts";
import { words } from "../../words/words.ts";
import { RunDetail } from "./run-detail.tsx";

/** One run by itself, for a link to it. */
export function RunPage({ site, id }: { site: string; id: string }) {
  const run = useResource(`run:${site}:${id}`, () => historyApi.readRun(site, id));
  usePageTitle(run.data?.identifier ?? words.runs.title, words.site.parts.runs);
  return (
    <>
      <p>
        <a class="back-link" href={`/sites/${site}/runs`}>
          <Icon name="back" />
          {words.runs.back}
        </a>
      </p>
      <Shown resource={run}>
        {(data) => (
          <>
            <div class="page-head">
              <div>
                <h1>{data.identifier}</h1>
                <p class="muted run-line">
                  <OutcomeBadge outcome={data.outcome} status={data.status} />
                  <time dateTime={data.startedAt}>{formatDate(data.startedAt)}</time>
                  {data.durationMs === null ? null : <span>{formatDuration(data.durationMs)}</span>}
                </p>
              </div>
            </div>
            <Card>
              <RunDetail site={site} run={data} />
            </Card>
          </>
        )}
      </Shown>
    </>
  );
}
