import type { RunStats } from "@errand/shared/run-stats";
import { formatDuration, formatStretch } from "../../words/format.ts";
import { words } from "../../words/words.ts";
import { ChartFrame, type Plot } from "./chart-frame.tsx";
import { niceTop } from "./nice-top.ts";

const LINES = [
  { field: "p50Ms", tone: "info" },
  { field: "p95Ms", tone: "warn" },
] as const;

/** How long runs took, as a line; it breaks where no run ended. */
export function DurationChart({ stats }: { stats: RunStats }) {
  const top = niceTop(Math.max(...stats.buckets.map(({ p95Ms }) => p95Ms ?? 0)));
  const names = { p50Ms: words.runs.median, p95Ms: words.runs.slowest };
  const keys = LINES.map(({ field, tone }) => ({ name: names[field], tone }));
  return (
    <ChartFrame title={words.runs.timeChart} stats={stats} keys={keys} top={top} format={formatDuration}>
      {(plot) =>
        LINES.map(({ field, tone }) => (
          <g key={field}>
            <path class={`chart-path ${tone}`} d={pathOf(stats, field, plot)} />
            {stats.buckets.map((bucket, index) => {
              const value = bucket[field];
              if (value === null) return null;
              return (
                <circle
                  key={bucket.start}
                  class={`chart-dot ${tone}`}
                  cx={middle(plot, index)}
                  cy={plot.y(value)}
                  r={2.5}
                >
                  <title>
                    {`${formatStretch(bucket.start, stats.bucket === "hour")}\n${names[field]}: ${formatDuration(value)}`}
                  </title>
                </circle>
              );
            })}
          </g>
        ))
      }
    </ChartFrame>
  );
}

const middle = (plot: Plot, index: number): number => plot.x(index) + plot.step / 2;

function pathOf(stats: RunStats, field: "p50Ms" | "p95Ms", plot: Plot): string {
  let isDrawing = false;
  return stats.buckets
    .map((bucket, index) => {
      const value = bucket[field];
      const verb = isDrawing ? "L" : "M";
      isDrawing = value !== null;
      return value === null ? "" : `${verb}${middle(plot, index).toFixed(1)} ${plot.y(value).toFixed(1)}`;
    })
    .join("");
}
