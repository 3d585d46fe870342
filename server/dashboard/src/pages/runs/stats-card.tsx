import type { RunStats } from "@errand/shared/run-stats";
import { historyApi } from "../../api/history-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { SegmentedField } from "../../components/choice-field.tsx";
import { Card, Shown } from "../../components/states.tsx";
import { formatDuration, formatPercent } from "../../words/format.ts";
import { words } from "../../words/words.ts";
import { CountChart } from "./count-chart.tsx";
import { DurationChart } from "./duration-chart.tsx";
import { ActionsTable, StatsTable } from "./stats-tables.tsx";

const DAY_MS = 24 * 3_600_000;
const RANGES = { day: 1, week: 7, month: 30, quarter: 90 } as const;
type Range = keyof typeof RANGES;

interface StatsCardProps {
  site: string;
  action: string | undefined;
  range: string | undefined;
  onRange: (range: Range) => void;
  nameOf: (actionId: string, identifier: string) => string;
}

/** How runs went over time: in figures, as charts, and as a table for whoever does not see them. */
export function StatsCard({ site, action = "", range: asked = "", onRange, nameOf }: StatsCardProps) {
  const range: Range = isRange(asked) ? asked : "week";
  const stats = useResource(`stats:${site}:${action}:${range}`, () =>
    historyApi.readRunStats(site, {
      action,
      from: new Date(Date.now() - RANGES[range] * DAY_MS).toISOString(),
    }),
  );
  return (
    <Card>
      <div class="stack">
        <SegmentedField
          label={words.runs.range}
          isLabelHidden
          value={range}
          options={(Object.keys(RANGES) as Range[]).map((each) => [each, words.runs.ranges[each]])}
          onValue={onRange}
        />
        <Shown resource={stats}>{(data) => <Stats stats={data} nameOf={nameOf} />}</Shown>
      </div>
    </Card>
  );
}

const isRange = (text: string): text is Range => Object.hasOwn(RANGES, text);

function Stats({ stats, nameOf }: { stats: RunStats; nameOf: StatsCardProps["nameOf"] }) {
  const { total } = stats;
  return (
    <>
      <dl class="figures">
        <Figure name={words.runs.total} value={String(total.runs)} />
        <Figure
          name={words.runs.rate}
          value={total.runs === 0 ? words.runs.none : formatPercent(total.succeeded / total.runs)}
        />
        <Figure name={words.runs.p50} value={durationOf(total.p50Ms)} />
        <Figure name={words.runs.p95} value={durationOf(total.p95Ms)} />
      </dl>
      {total.runs === 0 ? (
        <p class="muted">{words.runs.noStats}</p>
      ) : (
        <>
          <CountChart stats={stats} />
          <DurationChart stats={stats} />
          <details class="chart-table">
            <summary>{words.runs.asTable}</summary>
            <StatsTable stats={stats} />
          </details>
          {stats.actions.length > 1 ? <ActionsTable stats={stats} nameOf={nameOf} /> : null}
        </>
      )}
    </>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const durationOf = (ms: number | null): string => (ms === null ? words.runs.none : formatDuration(ms));
