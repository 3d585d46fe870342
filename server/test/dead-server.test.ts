import { once } from "node:events";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import {
  atServer,
  connectErrand,
  createAction,
  createSite,
  letCall,
  openSession,
  spokenIn,
} from "./errand.ts";
import { says } from "./scripted-model.ts";
import { startServerProcess } from "./server-process.ts";
import { describeShared, useTwoServers } from "./two-servers.ts";

const CONVERSATION = "cnv_of_a_dead_server";
const QUESTION = "Where is my order ORD-1001?";
const UNKNOWN = "We could not see whether this went through. Please check before trying again.";

describeShared("a server that dies in the middle of a reply", () => {
  const servers = useTwoServers();

  it("leaves its conversation to another, which tells what is unknown and repeats nothing", async () => {
    const { one, two, endpoint, environment, model, database } = servers;
    const third = await startServerProcess({
      ...environment,
      ERRAND_DATA_DIR: join(one.dataDir, "third"),
      ...letCall(endpoint, one.dataDir),
    });
    onTestFinished(() => void third.child.kill("SIGKILL"));
    const site = await createSite(one);
    await createAction(one, site, {
      identifier: "lookup_order",
      name: "Look up order",
      whenToUse: "Look up an order by its number.",
      examples: ["Where is my order?"],
      url: `${endpoint.origin}/orders/{{order}}`,
      parameters: [{ name: "order", label: "Order number", hint: "Such as ORD-123" }],
    });
    const arrived = Promise.withResolvers<void>();
    endpoint.answer = () => {
      arrived.resolve();
      return new Promise(() => {});
    };
    const there = await openSession(connectErrand(third.url), site);
    const cut = there.say(CONVERSATION, QUESTION, "msg_left_behind_1").catch(() => "cut");
    await arrived.promise;
    third.child.kill("SIGKILL");
    await once(third.child, "exit");
    expect(await cut).toBe("cut");

    // Who follows at another server before anybody knows is cut off with it, and asks again.
    const here = atServer(two, there);
    const followed = await here.fetch("GET", `/v1/chat/${CONVERSATION}/stream`);
    expect(followed.status).toBe(200);
    await database.updateTable("turn_claims").set({ until_ms: 0 }).execute();
    expect(await followed.text()).not.toContain("[DONE]");

    model.steps.push(says("I cannot say whether it went through."));
    const resumed = await here.say(CONVERSATION, QUESTION, "msg_left_behind_1");
    expect(resumed.find((chunk) => chunk.type === "tool-output-error")).toMatchObject({ errorText: UNKNOWN });
    expect(spokenIn(resumed)).toBe("I cannot say whether it went through.");
    expect(endpoint.seen).toHaveLength(1);
    expect(await atServer(one, there).history(CONVERSATION)).toHaveLength(2);
  });

  it("is stopped when it was only thought dead", async () => {
    const { one, two, model, database } = servers;
    const site = await createSite(one);
    const held = Promise.withResolvers<void>();
    model.steps.push((signal) => {
      held.resolve();
      return new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason as Error));
      });
    }, says("Said by the other."));
    const here = await openSession(one, site);
    const silent = here.say("cnv_thought_dead_1", "Hi", "msg_thought_dead_1");
    await held.promise;
    await database.updateTable("turn_claims").set({ until_ms: 0 }).execute();
    const taken = await atServer(two, here).say("cnv_thought_dead_1", "Hi", "msg_thought_dead_1");
    expect(spokenIn(taken)).toBe("Said by the other.");
    expect((await silent).at(-1)).toMatchObject({ type: "finish", finishReason: "error" });
    expect(model.steps).toEqual([]);
  });
});
