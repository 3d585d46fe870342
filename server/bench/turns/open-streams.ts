import { setTimeout } from "node:timers/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Row } from "../row.ts";
import type { Stage } from "./stage.ts";

const STREAMS = 2_000;
const OTHER_TURNS = 300;

/** What 2,000 replies cost that are under way and silent, and how long they make other visitors wait. */
export async function measureOpenStreams({ farSide, prepare, target }: Stage): Promise<Row[]> {
  const waiting = await prepare(STREAMS, "wait");
  const others = await prepare(OTHER_TURNS, "order");
  const before = await measureMemory();
  await farSide.run({ kind: "open", target, requests: waiting });
  const after = await measureMemory();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const [, middle = 0, longest = 0] = await farSide.run({ kind: "times", target, requests: others });
  delay.disable();
  await farSide.run({ kind: "close" });
  const perStream = (after.held - before.held) / STREAMS / 1_024;
  const resident = (after.resident - before.resident) / STREAMS / 1_024;
  return [
    {
      what: `an idle stream of ${STREAMS}`,
      measured: `${perStream.toFixed(1)} KB of heap and buffers, ${resident.toFixed(1)} KB resident`,
      goal: "-",
    },
    {
      what: `other visitors' turns beside ${STREAMS} streams`,
      measured: `${middle.toFixed(1)} ms, longest ${longest.toFixed(0)} ms; longest stall ${(delay.max / 1e6).toFixed(0)} ms`,
      goal: "no stall over 100 ms",
    },
  ];
}

async function measureMemory(): Promise<{ held: number; resident: number }> {
  globalThis.gc?.();
  await setTimeout(200);
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { held: heapUsed + external, resident: rss };
}
