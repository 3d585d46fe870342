import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { siteSettingsSchema } from "@errand/shared/site";
import { createPostgresDatabase } from "../../test/databases.ts";
import { removeKeys, REDIS_URL } from "../../test/redis.ts";
import { describeShared } from "../../test/two-servers.ts";
import { createSiteStore } from "../sites/site-store.ts";
import { openDatabase, type Database } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";
import { openRedis, type RedisLink } from "../storage/redis.ts";
import { createConversationStore } from "./conversation-store.ts";
import { createLiveTurns, type LiveTurn, type LiveTurns } from "./live-turns.ts";
import { createSharedTurns } from "./shared-turns.ts";
import { createTurnClaims } from "./turn-claims.ts";

const text = (delta: string) => ({ type: "text-delta", id: "t", delta }) as const;

/** What holds of turns in one process, and of those of several servers, each door being a server. */
function facts(open: () => { doors: [LiveTurns, LiveTurns]; conversation: string; other: string }): void {
  let one: LiveTurns;
  let two: LiveTurns;
  let conversation: string;
  let other: string;
  beforeEach(() => {
    ({
      doors: [one, two],
      conversation,
      other,
    } = open());
  });
  const claim = async (door: LiveTurns, causes: string[]): Promise<LiveTurn> => {
    const claimed = await door.claim(conversation, causes);
    if (!claimed.isNew) throw new Error("somebody else has the conversation");
    return claimed.turn;
  };

  it("join who asks for the same", async () => {
    const turn = await claim(one, ["msg_0", "msg_1"]);
    turn.write(text("a"));
    const joined = await two.claim(conversation, ["msg_1"]);
    expect([joined.isNew, joined.turn.causes]).toEqual([false, ["msg_0", "msg_1"]]);
    turn.end();
    await joined.turn.ended;
    expect(said(joined.turn)).toBe(said(turn));
  });

  it("let others wait their turn, one after the other", async () => {
    const first = await claim(one, ["msg_1"]);
    first.write(text("a"));
    let running = 1;
    const most: number[] = [];
    const waiting = [one, two, one, two].map(async (door, index) => {
      const turn = await claim(door, ["msg_1", `msg_${index + 2}`]);
      most.push((running += 1));
      await Promise.resolve();
      running -= 1;
      turn.end();
    });
    running -= 1;
    first.end();
    await Promise.all(waiting);
    expect(most).toEqual([1, 1, 1, 1]);
    expect(await one.find(conversation)).toBeUndefined();
    expect(await two.find(conversation)).toBeUndefined();
  });

  it("do not hold up another conversation", async () => {
    const turn = await claim(one, ["msg_1"]);
    const elsewhere = await two.claim(other, ["msg_1"]);
    expect(elsewhere.isNew).toBe(true);
    turn.end();
    if (elsewhere.isNew) elsewhere.turn.end();
    await elsewhere.turn.ended;
  });

  it("are found while they run, with what a browser is shown before them", async () => {
    const turn = await claim(one, ["msg_1"]);
    turn.visitorMessageId = "msg_1";
    turn.write(text("a"));
    const found = await two.find(conversation);
    expect([found?.visitorMessageId, found?.before, found?.isOver]).toEqual(["msg_1", undefined, false]);
    turn.end();
    await found?.ended;
    expect(found?.isOver).toBe(true);
  });

  it("are stopped for the visitor, and tell when they have ended", async () => {
    const turn = await claim(one, ["msg_1"]);
    turn.signal.addEventListener("abort", () => turn.end());
    const { ended } = await two.stop(conversation);
    await ended;
    expect(turn.signal.reason).toBe("visitor");
    expect(await two.find(conversation)).toBeUndefined();
  });

  it("end in a shutdown, and begin no more", async () => {
    const turn = await claim(one, ["msg_1"]);
    turn.signal.addEventListener("abort", () => turn.end());
    const late = expect(one.claim(conversation, ["msg_2"])).rejects.toMatchObject({
      code: "internal_error",
      retryAfterSeconds: 5,
    });
    await one.stopAll();
    expect(turn.signal.reason).toBe("shutdown");
    await late;
  });
}

function said(turn: Pick<LiveTurn, "read">): string {
  const reader = turn.read(() => {});
  let all = "";
  for (let next = reader.take(); next !== undefined; next = reader.take()) all += next;
  return all;
}

describe("the live turns of one process", () => {
  facts(() => {
    const turns = createLiveTurns();
    return { doors: [turns, turns], conversation: "cnv_1", other: "cnv_2" };
  });
});

describeShared("the live turns of two servers", () => {
  const prefix = `errand:test_${createId("dep")}:`;
  const links: RedisLink[] = [];
  let place: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let database: Database;
  let siteId: string;
  let conversations: string[];
  const opened: LiveTurns[] = [];

  beforeAll(async () => {
    place = await createPostgresDatabase();
    database = await openDatabase(place.options);
    siteId = (await createSiteStore(database).create(siteSettingsSchema.parse({ name: "Shop" }))).id;
    for (let index = 0; index < 2; index += 1)
      links.push(await openRedis({ url: REDIS_URL, prefix, onChange: () => {} }));
  });
  beforeEach(async () => {
    conversations = [createId("cnv"), createId("cnv")];
    const store = createConversationStore(database);
    for (const id of conversations) await store.open({ siteId, visitorKey: "anonymous:somebody" }, id);
  });
  afterAll(async () => {
    for (const turns of opened) await turns.stopAll();
    for (const link of links) link.close();
    await removeKeys(prefix);
    await database.destroy();
    await place.remove();
  });

  facts(() => {
    const log = { error: (_details: object, message: string) => expect.unreachable(message) };
    const [one, two] = links.map((link) =>
      createSharedTurns({ link, claims: createTurnClaims(database), log }),
    );
    const [conversation, other] = conversations;
    if (!one || !two || !conversation || !other) throw new Error("there are two servers and conversations");
    opened.push(one, two);
    return { doors: [one, two], conversation, other };
  });
});
