import type { RunStats } from "@errand/shared/run-stats";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { formatStretch } from "../../words/format.ts";

const HEIGHT = 150;
const LEFT = 52;
const BOTTOM = 22;
const TOP = 8;
/** Room that a label under the chart needs, in pixels. */
const LABEL_WIDTH = 84;

/** Where things stand inside a chart, in pixels. */
export interface Plot {
  /** Left edge of a stretch. */
  x: (index: number) => number;
  /** Width of a stretch. */
  step: number;
  y: (value: number) => number;
  bottom: number;
}

/** What a colour of a chart stands for. */
export interface Key {
  name: string;
  tone: "good" | "bad" | "quiet" | "info" | "warn";
}

/** Axes and legend around a chart as wide as its place. `top` is the highest value; `format` words it. */
export function ChartFrame(props: {
  title: string;
  stats: RunStats;
  keys: Key[];
  top: number;
  format: (value: number) => string;
  children: (plot: Plot) => ComponentChildren;
}) {
  const { title, stats, keys, top, format } = props;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const count = stats.buckets.length;
  const step = (width - LEFT) / count;
  const bottom = HEIGHT - BOTTOM;
  const plot: Plot = {
    x: (index) => LEFT + index * step,
    step,
    y: (value) => bottom - (value / top) * (bottom - TOP),
    bottom,
  };
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / step));
  return (
    <figure class="chart">
      <figcaption>
        <span class="chart-title">{title}</span>
        {keys.map(({ name, tone }) => (
          <span key={name} class={`chart-key ${tone}`}>
            {name}
          </span>
        ))}
      </figcaption>
      <div ref={place}>
        <svg width={width} height={HEIGHT} role="img" aria-label={title}>
          {[0, top / 2, top].map((value) => (
            <g key={value}>
              <line class="chart-line" x1={LEFT} x2={width} y1={plot.y(value)} y2={plot.y(value)} />
              <text class="chart-text" x={LEFT - 8} y={plot.y(value) + 4} text-anchor="end">
                {format(value)}
              </text>
            </g>
          ))}
          {props.children(plot)}
          {stats.buckets.map(({ start }, index) =>
            index % every === 0 && plot.x(index) + LABEL_WIDTH <= width + 8 ? (
              <text key={start} class="chart-text" x={plot.x(index)} y={HEIGHT - 4}>
                {formatStretch(start, stats.bucket === "hour")}
              </text>
            ) : null,
          )}
        </svg>
      </div>
    </figure>
  );
}

function useWidth(place: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(320);
  useEffect(() => {
    if (!place.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(200, Math.floor(entry.contentRect.width)));
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return width;
}
