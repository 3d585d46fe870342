import { setTimeout } from "node:timers/promises";
import type { Row } from "../row.ts";
import type { Stage } from "./stage.ts";

const IN_FLIGHT = 100;
const ROUNDS = 6;

/** Memory while an endpoint streams without end into 100 calls at once, after a round that fills the pools. */
export async function measureEndlessMemory(stage: Stage): Promise<Row> {
  const used: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await Promise.all(Array.from({ length: IN_FLIGHT }, () => stage.run("endless", "too_large")));
    // The sockets that were cut off close on later turns.
    await setTimeout(100);
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    used.push((heapUsed + external) / 1_048_576);
  }
  const [first = 0] = used.slice(1);
  const growth = (used.at(-1) ?? 0) - first;
  return {
    what: `memory after ${ROUNDS} × ${IN_FLIGHT} endless answers`,
    measured: `${growth >= 0 ? "+" : ""}${growth.toFixed(1)} MB on ${first.toFixed(0)} MB of heap and buffers`,
    goal: "flat",
  };
}
