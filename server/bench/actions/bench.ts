import { Agent, request } from "undici";
import { CONNECTIONS_PER_POOL } from "../../src/egress/connection-pools.ts";
import { judgeAddress } from "../../src/egress/address-policy.ts";
import type { Row } from "../row.ts";
import { median } from "../median.ts";
import { measureEndlessMemory } from "./endless-memory.ts";
import { openStage, type Stage } from "./stage.ts";

const IN_FLIGHT = 32;
const ROUNDS = 9;
const CALLS_PER_ROUND = 1_600;
/** Rounds that are not counted: code is compiled and connections are made in them. */
const WARM_UP_ROUNDS = 4;
const SEQUENTIAL_CALLS = 800;
const ADDRESSES = ["93.184.215.14", "10.0.0.7", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "fe80::1"];

type Call = () => Promise<void>;

/** A guarded call against the same call by bare undici, and the verdict on an address alone. */
export async function benchActions(): Promise<Row[]> {
  const stage = await openStage();
  // The guard has no more connections to one origin either.
  const limits = { allowH2: false, pipelining: 1, connections: CONNECTIONS_PER_POOL };
  const agent = new Agent({ connect: { ca: stage.caPem }, ...limits });
  const bare = createBareCall(stage, agent);
  try {
    const recorded = (): Promise<void> => stage.record(bare);
    const guarded = await compare(bare, () => stage.run());
    const proved = await compare(bare, stage.runProved);
    const floor = await compare(bare, recorded);
    return [
      ...toRows("guarded", guarded, { ratio: "≥ 0.6", differenceMs: "≤ 0.3 ms" }),
      ...toRows("guarded and signed", proved, { ratio: "-", differenceMs: "-" }),
      ...toRows("bare between two ledger rows", floor, { ratio: "the floor", differenceMs: "the floor" }),
      { what: "verdict on an address", measured: `${measureVerdict().toFixed(2)} µs`, goal: "< 2 µs" },
      await measureEndlessMemory(stage),
    ];
  } finally {
    await agent.close();
    await stage.close();
  }
}

/** The same request with the same headers, and its answer judged as well. */
function createBareCall({ origin, headers }: Stage, dispatcher: Agent): Call {
  return async () => {
    const { statusCode, body } = await request(`${origin}/orders/ORD-123?lang=en`, { dispatcher, headers });
    const answer = (await body.json()) as { status?: string };
    if (statusCode !== 200 || answer.status !== "shipped") throw new Error(`bare: ${statusCode}`);
  };
}

interface Comparison {
  /** Calls a second, and microseconds of this thread's CPU for one, of both. */
  throughput: [bare: number, other: number];
  cpu: [bare: number, other: number];
  /** Medians over alternating rounds and calls, so that a busy machine slows both. */
  ratio: number;
  differenceMs: number;
}

async function compare(bare: Call, other: Call): Promise<Comparison> {
  const rounds: [Load, Load][] = [];
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    // Each is the first as often as the second.
    const isBareFirst = round % 2 === 0;
    const first = await keepInFlight(isBareFirst ? bare : other, CALLS_PER_ROUND);
    const second = await keepInFlight(isBareFirst ? other : bare, CALLS_PER_ROUND);
    if (round >= 0) rounds.push(isBareFirst ? [first, second] : [second, first]);
  }
  const calls: [number, number][] = [];
  for (let count = 0; count < SEQUENTIAL_CALLS; count += 1) calls.push([await time(bare), await time(other)]);
  return {
    throughput: [
      median(rounds.map(([first]) => first.perSecond)),
      median(rounds.map(([, second]) => second.perSecond)),
    ],
    cpu: [median(rounds.map(([first]) => first.cpu)), median(rounds.map(([, second]) => second.cpu))],
    ratio: median(rounds.map(([first, second]) => second.perSecond / first.perSecond)),
    differenceMs: median(calls.map(([, second]) => second)) - median(calls.map(([first]) => first)),
  };
}

interface Load {
  perSecond: number;
  cpu: number;
}

/** With `IN_FLIGHT` calls under way at any time. */
async function keepInFlight(call: Call, count: number): Promise<Load> {
  let left = count;
  // Neither pays for what the other threw away.
  globalThis.gc?.();
  const before = process.threadCpuUsage();
  const startedMs = performance.now();
  const lane = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  const { user, system } = process.threadCpuUsage(before);
  return { perSecond: count / ((performance.now() - startedMs) / 1_000), cpu: (user + system) / count };
}

async function time(call: Call): Promise<number> {
  const startedMs = performance.now();
  await call();
  return performance.now() - startedMs;
}

/** In microseconds, own addresses included as on a machine with two interfaces. */
function measureVerdict(): number {
  const own = ["192.0.2.7", "2001:db8::7"];
  const rounds = Array.from({ length: 50 }, () => {
    const startedMs = performance.now();
    for (let count = 0; count < 500; count += 1) for (const each of ADDRESSES) judgeAddress(each, own);
    return ((performance.now() - startedMs) * 1_000) / (500 * ADDRESSES.length);
  });
  return median(rounds);
}

function toRows(
  name: string,
  { throughput, cpu, ratio, differenceMs }: Comparison,
  goals: { ratio: string; differenceMs: string },
): Row[] {
  const [bare, other] = throughput.map(Math.round);
  const [bareCpu, otherCpu] = cpu.map(Math.round);
  return [
    {
      what: `${name} / bare, ${IN_FLIGHT} in flight`,
      measured: `${ratio.toFixed(2)} (${other} / ${bare} a second; ${otherCpu} / ${bareCpu} µs of CPU each)`,
      goal: goals.ratio,
    },
    {
      what: `${name} − bare, one after another`,
      measured: `${differenceMs.toFixed(2)} ms`,
      goal: goals.differenceMs,
    },
  ];
}
