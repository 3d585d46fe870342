import type { RunBucket, RunStats } from "@errand/shared/run-stats";
import { formatStretch } from "../../words/format.ts";
import { words } from "../../words/words.ts";
import { ChartFrame, type Key, type Plot } from "./chart-frame.tsx";
import { niceTop } from "./nice-top.ts";

const GAP = 2;
const KINDS = ["succeeded", "failed", "unknown"] as const;
const TONES = { succeeded: "good", failed: "bad", unknown: "quiet" } as const;

/** How many runs there were, a bar for each stretch of time. */
export function CountChart({ stats }: { stats: RunStats }) {
  const keys: Key[] = KINDS.filter((kind) => kind !== "unknown" || stats.total.unknown > 0).map((kind) => ({
    name: words.runs.statuses[kind],
    tone: TONES[kind],
  }));
  const top = niceTop(Math.max(...stats.buckets.map(({ runs }) => runs)));
  return (
    <ChartFrame title={words.runs.countChart} stats={stats} keys={keys} top={top} format={String}>
      {(plot) =>
        stats.buckets.map((bucket, index) => (
          <Bar
            key={bucket.start}
            bucket={bucket}
            index={index}
            plot={plot}
            isHour={stats.bucket === "hour"}
          />
        ))
      }
    </ChartFrame>
  );
}

function Bar(props: { bucket: RunBucket; index: number; plot: Plot; isHour: boolean }) {
  const { bucket, index, plot, isHour } = props;
  const width = Math.max(1, Math.min(plot.step - GAP, 28));
  const x = plot.x(index) + (plot.step - width) / 2;
  let below = 0;
  const told = KINDS.map((kind) => `${words.runs.statuses[kind]}: ${bucket[kind]}`).join("\n");
  return (
    <g>
      <title>{`${formatStretch(bucket.start, isHour)}\n${told}`}</title>
      <rect
        class="chart-hover"
        x={plot.x(index)}
        y={plot.y(0) - plot.bottom}
        width={plot.step}
        height={plot.bottom}
      />
      {KINDS.map((kind) => {
        const from = below;
        below += bucket[kind];
        const y = plot.y(below);
        return bucket[kind] === 0 ? null : (
          <rect
            key={kind}
            class={`chart-bar ${TONES[kind]}`}
            x={x}
            y={y}
            width={width}
            height={plot.y(from) - y}
          />
        );
      })}
    </g>
  );
}
