import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, expect, it } from "vitest";
import { createTurnClaims } from "../src/conversations/turn-claims.ts";
import {
  atServer,
  createSite,
  openSession,
  readChunks,
  spokenIn,
  startErrand,
  type VisitorClient,
} from "./errand.ts";
import { listFollowed, listKeys } from "./redis.ts";
import { says } from "./scripted-model.ts";
import { describeShared, useTwoServers } from "./two-servers.ts";

/** For a request to have arrived, in milliseconds. */
const SOON_MS = 300;
/** A request that waits for a person ends by itself after 25 seconds. */
const BEFORE_IT_ASKS_AGAIN_MS = 20_000;

describeShared("two servers over one database", () => {
  const servers = useTwoServers();
  let site: string;
  let conversation = "";
  let count = 0;

  beforeEach(async () => {
    const { model, one } = servers;
    model.steps.length = 0;
    model.asked.length = 0;
    conversation = `cnv_two_servers_${(count += 1)}`;
    site = await createSite(one);
  });

  /** One visitor at both servers. */
  async function visit(): Promise<{ here: VisitorClient; there: VisitorClient }> {
    const here = await openSession(servers.one, site);
    return { here, there: atServer(servers.two, here) };
  }

  /** A step that speaks a first word, and the rest once it is let go on. */
  function speakUntilTold(...words: string[]): { begun: Promise<void>; goOn(): void } {
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    async function* speak(): AsyncGenerator<LanguageModelV4StreamPart> {
      let isFirst = true;
      for (const part of says(...words)) {
        yield part;
        if (part.type !== "text-delta" || !isFirst) continue;
        isFirst = false;
        begun.resolve();
        await gate.promise;
      }
    }
    servers.model.steps.push(speak());
    return { begun: begun.promise, goOn: () => gate.resolve() };
  }

  const follow = (visitor: VisitorClient): Promise<Response> =>
    visitor.fetch("GET", `/v1/chat/${conversation}/stream`);

  /** Whether some server follows the turn that runs in the conversation. */
  async function isFollowed(): Promise<boolean> {
    const claim = await createTurnClaims(servers.database).find(conversation);
    return (await listFollowed(servers.prefix)).includes(`${servers.prefix}turn:${claim?.turnId}`);
  }

  it("show a reply of one at the other from its start, chunk for chunk, to several readers", async () => {
    const speech = speakUntilTold("one ", "two ", "three");
    const { here, there } = await visit();
    const written = here.say(conversation, "Count");
    await speech.begun;
    const [first, second] = await Promise.all([follow(there), follow(there)]);
    speech.goOn();
    const [told, ...heard] = await Promise.all([written, readChunks(first), readChunks(second)]);
    expect(heard).toEqual([told, told]);
    expect(spokenIn(told)).toBe("one two three");
    expect((await follow(there)).status).toBe(204);
    expect(await there.history(conversation)).toHaveLength(2);
  });

  it("leave the running reply out of the history that its reader follows at the other", async () => {
    const speech = speakUntilTold("later");
    const { here, there } = await visit();
    const written = here.say(conversation, "Hi");
    await speech.begun;
    expect((await there.history(conversation)).map(({ role }) => role)).toEqual(["user"]);
    speech.goOn();
    await written;
  });

  it("join the running turn when the same message comes to the other", async () => {
    const speech = speakUntilTold("said ", "once");
    const { here, there } = await visit();
    const written = here.say(conversation, "Hi", "msg_joined_twice_1");
    await speech.begun;
    const again = there.say(conversation, "Hi", "msg_joined_twice_1");
    await expect.poll(isFollowed).toBe(true);
    speech.goOn();
    expect(await again).toEqual(await written);
    expect(servers.model.asked).toHaveLength(1);
    expect(await here.history(conversation)).toHaveLength(2);
  });

  it("answer one message after the other, whichever server they come to", async () => {
    const speech = speakUntilTold("first");
    const { here, there } = await visit();
    const first = here.say(conversation, "1");
    await speech.begun;
    servers.model.steps.push(says("second"));
    const second = there.say(conversation, "2");
    await expect.poll(isFollowed).toBe(true);
    expect(servers.model.asked).toHaveLength(1);
    speech.goOn();
    expect([spokenIn(await first), spokenIn(await second)]).toEqual(["first", "second"]);
    const roles = (await here.history(conversation)).map(({ role }) => role);
    expect(roles).toEqual(["user", "assistant", "user", "assistant"]);
  });

  it("answer a message once that comes to both at the same moment", async () => {
    servers.model.steps.push(says("once"), says("twice"));
    const { here, there } = await visit();
    const said = await Promise.all(
      [here, there, here, there].map((visitor) => visitor.say(conversation, "Hi", "msg_same_moment_1")),
    );
    expect(said.map(spokenIn)).toEqual(["once", "once", "once", "once"]);
    expect(servers.model.asked).toHaveLength(1);
    expect(await here.history(conversation)).toHaveLength(2);
  });

  it("answer each of many messages once, in many conversations, sent twice to both at once", async () => {
    const conversations = Array.from({ length: 12 }, (_, index) => `${conversation}_of_many_${index}`);
    const messages = ["msg_of_many_0001", "msg_of_many_0002"];
    servers.model.steps.push(
      ...Array.from({ length: conversations.length * messages.length + 1 }, () => says("said ", "once")),
    );
    const visitors = await Promise.all(conversations.map(visit));
    const said = await Promise.all(
      visitors.flatMap(({ here, there }, index) =>
        messages.flatMap((id) => [here, there].map((door) => door.say(conversations[index] ?? "", id, id))),
      ),
    );
    expect(new Set(said.map(spokenIn))).toEqual(new Set(["said once"]));
    expect(servers.model.steps).toHaveLength(1);
    for (const [index, { there }] of visitors.entries()) {
      const history = await there.history(conversations[index] ?? "");
      expect(history.map(({ role }) => role)).toEqual(["user", "assistant", "user", "assistant"]);
    }
  });

  it("stop a turn of one at the other", async () => {
    const started = Promise.withResolvers<void>();
    servers.model.steps.push((signal) => {
      started.resolve();
      return new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason as Error));
      });
    });
    const { here, there } = await visit();
    const written = here.say(conversation, "Hi");
    await started.promise;
    expect((await there.fetch("POST", `/v1/chat/${conversation}/stop`)).status).toBe(204);
    expect((await written).at(-1)).toEqual({ type: "abort" });
  });

  it("go on with the turn when its only reader, at the other, goes away", async () => {
    const speech = speakUntilTold("a ", "b");
    const { here, there } = await visit();
    const written = here.say(conversation, "Hi");
    await speech.begun;
    const reader = (await follow(there)).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    speech.goOn();
    expect(spokenIn(await written)).toBe("a b");
  });

  it(
    "bring a person's answer at one to the widget that waits at the other",
    async () => {
      servers.model.steps.push(says("Hello."));
      const { here, there } = await visit();
      await here.say(conversation, "Hi");
      const path = `/sites/${site}/conversations/${conversation}`;
      await servers.one.admin("POST", `${path}/messages`, { text: "I take over." });
      const [, , person] = await there.history(conversation);
      // News of the first answer may come while the second is waited for; then the widget asks again.
      const ask = async (): Promise<string> => {
        const answer = await there.fetch("GET", `/v1/chat/${conversation}/stream?after=${person?.id}`);
        return spokenIn(await readChunks(answer)) || ask();
      };
      const waiting = ask();
      await pause(SOON_MS);
      await servers.one.admin("POST", `${path}/messages`, { text: "And once more." });
      expect(await waiting).toBe("And once more.");
    },
    BEFORE_IT_ASKS_AGAIN_MS,
  );

  it("let a person who answers at one end the turn that runs on the other", async () => {
    const speech = speakUntilTold("I am ", "still talking");
    const { here } = await visit();
    const written = here.say(conversation, "Hi");
    await speech.begun;
    const path = `/sites/${site}/conversations/${conversation}/messages`;
    await servers.two.admin("POST", path, { text: "A person speaks." });
    speech.goOn();
    expect((await written).at(-1)).toEqual({ type: "abort" });
    const [, , last] = await here.history(conversation);
    expect(last).toMatchObject({ metadata: { author: "person" } });
  });

  it("hand a reply that one cannot finish before it stops to the other", async () => {
    const held = Promise.withResolvers<void>();
    servers.model.steps.push((signal) => {
      held.resolve();
      return new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason as Error));
      });
    }, says("Said by the other."));
    const { there } = await visit();
    const third = await startErrand({ models: servers.model, environment: servers.environment });
    const written = atServer(third, there).say(conversation, "Hi", "msg_handed_on_01");
    await held.promise;
    const followed = await follow(there);
    await third.close();
    expect((await written).at(-1)).toEqual({ type: "finish", finishReason: "error" });
    expect((await readChunks(followed)).at(-1)).toEqual({ type: "finish", finishReason: "error" });
    expect(spokenIn(await there.say(conversation, "Hi", "msg_handed_on_01"))).toBe("Said by the other.");
  });

  it("keep nothing in Redis that does not end by itself", async () => {
    servers.model.steps.push(says("Bye."));
    const { here } = await visit();
    await here.say(conversation, "Hi");
    const keys = await listKeys(servers.prefix);
    const [turns, rates] = [/^turn:/, /^rate:/].map((form) =>
      Object.keys(keys).filter((key) => form.test(key)),
    );
    expect(turns?.length).toBeGreaterThan(0);
    expect(rates?.length).toBeGreaterThan(0);
    expect(Object.keys(keys)).toHaveLength((turns?.length ?? 0) + (rates?.length ?? 0));
    for (const [key, seconds] of Object.entries(keys)) {
      expect(seconds, key).toBeGreaterThan(-1);
      if (key.startsWith("turn:")) expect(seconds, key).toBeLessThanOrEqual(60);
    }
  });
});
