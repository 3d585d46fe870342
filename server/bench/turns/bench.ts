import { median } from "../median.ts";
import type { Row } from "../row.ts";
import type { Target } from "./far-side-client.ts";
import { measureOpenStreams } from "./open-streams.ts";
import { startBareServer, startStreamTextServer } from "./plain-servers.ts";
import { openStage, type Stage } from "./stage.ts";
import { startStoringServer } from "./storing-server.ts";

const IN_FLIGHT = 16;
const ROUNDS = 7;
const TURNS_PER_ROUND = 400;
const SEQUENTIAL_TURNS = 300;

/** Of one server in one round. */
interface Load {
  perSecond: number;
  /** Of the server's thread, for one turn, in microseconds. */
  cpu: number;
}

/** Whole turns against what Express alone and the AI SDK's own loop can do, the first word, and many open streams. */
export async function benchTurns(): Promise<Row[]> {
  const stage = await openStage();
  const events = await stage.captureTurn();
  const bare = await startBareServer(events);
  const storing = await startStoringServer(events, stage.farSide);
  const streamText = await startStreamTextServer(stage.farSide);
  try {
    const targets = {
      ours: stage.target,
      bare: bare.target,
      storing: storing.target,
      streamText: streamText.target,
    };
    const rounds: Record<keyof typeof targets, Load>[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      rounds.push({
        bare: await putLoad(stage, targets.bare),
        storing: await putLoad(stage, targets.storing),
        ours: await putLoad(stage, targets.ours),
        streamText: await putLoad(stage, targets.streamText),
      });
    }
    // The first one warms everything up.
    const counted = rounds.slice(1);
    return [
      toRow(
        "turns / streamText + Express",
        counted.map(({ ours, streamText: other }) => [ours, other]),
        "≥ 4",
      ),
      toRow(
        "turns / bare Express",
        counted.map(({ ours, bare: other }) => [ours, other]),
        "≥ 0.4",
      ),
      toRow(
        "a turn's rows and call alone / bare Express",
        counted.map(({ storing: floor, bare: other }) => [floor, other]),
        "the floor",
      ),
      ...(await measureFirstWord(stage, streamText.target)),
      ...(await measureOpenStreams(stage)),
    ];
  } finally {
    await bare.close();
    await storing.close();
    await streamText.close();
    await stage.close();
  }
}

async function putLoad({ farSide, prepare }: Stage, target: Target): Promise<Load> {
  const requests = await prepare(TURNS_PER_ROUND, "order");
  globalThis.gc?.();
  const before = process.threadCpuUsage();
  const [perSecond = 0] = await farSide.run({ kind: "load", target, requests, inFlight: IN_FLIGHT });
  const { user, system } = process.threadCpuUsage(before);
  return { perSecond, cpu: (user + system) / requests.length };
}

function toRow(what: string, rounds: [Load, Load][], goal: string): Row {
  const middle = (pick: (round: [Load, Load]) => number): number => median(rounds.map(pick));
  const ratio = middle(([one, other]) => one.perSecond / other.perSecond);
  const turns = [middle(([one]) => one.perSecond), middle(([, other]) => other.perSecond)].map(Math.round);
  const cpu = [middle(([one]) => one.cpu), middle(([, other]) => other.cpu)].map(Math.round);
  return {
    what: `${what}, ${IN_FLIGHT} at once`,
    measured: `${ratio.toFixed(2)} (${turns.join(" / ")} a second; ${cpu.join(" / ")} µs of CPU each)`,
    goal,
  };
}

/** The model takes no time, so the time to its first word is what the server adds. */
async function measureFirstWord({ farSide, prepare, target }: Stage, other: Target): Promise<Row[]> {
  const requests = await prepare(SEQUENTIAL_TURNS, "talk");
  const [theirs = 0] = await farSide.run({ kind: "times", target: other, requests });
  const [ours = 0, whole = 0] = await farSide.run({ kind: "times", target, requests });
  const measured = `${ours.toFixed(1)} ms (streamText: ${theirs.toFixed(1)} ms; whole turn: ${whole.toFixed(1)} ms)`;
  return [{ what: "first word of a lone turn after", measured, goal: "≤ 5 ms" }];
}
