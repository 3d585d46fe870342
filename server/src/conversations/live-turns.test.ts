import { describe, expect, it } from "vitest";
import { createLiveTurns, type LiveTurn, type TurnReader } from "./live-turns.ts";

const text = (delta: string) => ({ type: "text-delta", id: "t", delta }) as const;
const event = (delta: string): string => `data: {"type":"text-delta","id":"t","delta":"${delta}"}\n\n`;
const DONE = "data: [DONE]\n\n";

async function open(): Promise<LiveTurn> {
  return (await createLiveTurns().claim("cnv_1", ["msg_1"])).turn;
}

function takeAll(reader: TurnReader): string[] {
  const taken: string[] = [];
  for (let next = reader.take(); next !== undefined; next = reader.take()) taken.push(next);
  return taken;
}

describe("a live turn", () => {
  it("tells every reader everything, from whenever they come", async () => {
    const turn = await open();
    turn.write(text("a"));
    const early = turn.read(() => {});
    expect(takeAll(early)).toEqual([event("a")]);
    turn.write(text("b"));
    expect(takeAll(early)).toEqual([event("b")]);
    turn.end();
    expect(takeAll(early)).toEqual([DONE]);
    expect(takeAll(turn.read(() => {}))).toEqual([event("a"), event("b"), DONE]);
  });

  it("wakes its readers at every event and at the end, and not those who left", async () => {
    const turn = await open();
    const woken: string[] = [];
    turn.read(() => woken.push("stays"));
    const leaving = turn.read(() => woken.push("leaves"));
    turn.write(text("a"));
    leaving.leave();
    turn.end();
    expect(woken).toEqual(["stays", "leaves", "stays"]);
    expect(turn.isOver).toBe(true);
  });

  it("says nothing after its end", async () => {
    const turn = await open();
    turn.end();
    turn.write(text("late"));
    turn.end();
    expect(takeAll(turn.read(() => {}))).toEqual([DONE]);
  });

  it("aborts with the reason that it was stopped for", async () => {
    const turn = await open();
    turn.stop("visitor");
    expect([turn.signal.aborted, turn.signal.reason]).toEqual([true, "visitor"]);
  });
});

describe("the live turns of one process", () => {
  it("let others wait their turn in the order they came", async () => {
    const turns = createLiveTurns();
    const first = await turns.claim("cnv_1", ["msg_1"]);
    const order: string[] = [];
    const waiting = ["msg_2", "msg_3", "msg_4"].map(async (id) => {
      const { turn } = await turns.claim("cnv_1", ["msg_1", id]);
      order.push(...turn.causes.slice(1));
      turn.end();
    });
    expect(order).toEqual([]);
    first.turn.end();
    await Promise.all(waiting);
    expect(order).toEqual(["msg_2", "msg_3", "msg_4"]);
  });
});
