import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { ConfigError } from "../src/config.ts";
import {
  atServer,
  createSite,
  openSession,
  readChunks,
  spokenIn,
  startErrand,
  type Errand,
} from "./errand.ts";
import { openRedisGate, removeKeys } from "./redis.ts";
import { says } from "./scripted-model.ts";
import { describeShared, useTwoServers } from "./two-servers.ts";

const readyz = async (errand: Errand): Promise<[number, string]> => {
  const answer = await fetch(`${errand.url}/readyz`);
  return [answer.status, await answer.text()];
};
const UP = [200, "ok"];
const AWAY = [200, "ok, but Redis does not answer"];
const gaugeOf = async (errand: Errand): Promise<string | undefined> =>
  /^errand_redis_up \d$/m.exec(await (await fetch(`${errand.url}/metrics`)).text())?.[0];

describeShared("a Redis that goes away", () => {
  let log = "";
  const servers = useTwoServers((line) => void (log += line));
  let site: string;
  let conversation = "";
  let count = 0;
  let isCut = false;

  const bothAre = async (state: unknown): Promise<void> => {
    for (const errand of [servers.one, servers.two])
      await expect.poll(() => readyz(errand), { timeout: 10_000 }).toEqual(state);
  };
  const cut = async (): Promise<void> => {
    isCut = true;
    await servers.gate.cut();
    await bothAre(AWAY);
  };
  const mend = async (): Promise<void> => {
    isCut = false;
    await servers.gate.mend();
    await bothAre(UP);
  };
  beforeEach(async () => {
    servers.model.steps.length = 0;
    servers.model.asked.length = 0;
    conversation = `cnv_redis_away_${(count += 1)}`;
    site = await createSite(servers.one);
  });
  afterEach(async () => {
    if (isCut) await mend();
  });

  function speakInTwo(first: string, second: string): { begun: Promise<void>; goOn(): void } {
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    async function* speak(): AsyncGenerator<LanguageModelV4StreamPart> {
      for (const part of says(first, second)) {
        yield part;
        if (part.type !== "text-delta" || part.delta !== first) continue;
        begun.resolve();
        await gate.promise;
      }
    }
    servers.model.steps.push(speak());
    return { begun: begun.promise, goOn: () => gate.resolve() };
  }

  it("takes no reply with it, and no message is answered twice; both servers say that it is away", async () => {
    expect([await readyz(servers.one), await gaugeOf(servers.one)]).toEqual([UP, "errand_redis_up 1"]);
    const speech = speakInTwo("one ", "two");
    const here = await openSession(servers.one, site);
    const there = atServer(servers.two, here);
    const written = here.say(conversation, "Count", "msg_away_0001");
    await speech.begun;
    await cut();
    expect(await gaugeOf(servers.one)).toBe("errand_redis_up 0");
    expect(log).toContain("ERRAND_REDIS_URL: Redis does not answer. This server serves all the same");
    const again = there.say(conversation, "Count", "msg_away_0001");
    speech.goOn();
    expect(spokenIn(await written)).toBe("one two");
    expect(spokenIn(await again)).toBe("one two");
    expect(servers.model.asked).toHaveLength(1);
    servers.model.steps.push(says("still here"));
    expect(spokenIn(await there.say(conversation, "And now?"))).toBe("still here");
  });

  it("is told everything anew once it is back, whatever it has lost", async () => {
    const speech = speakInTwo("one ", "two");
    const here = await openSession(servers.one, site);
    let followed: Response | undefined;
    const written = here.say(conversation, "Count");
    await speech.begun;
    await cut();
    await removeKeys(`${servers.prefix}turn:`);
    await mend();
    const there = atServer(servers.two, here);
    const follow = () => there.fetch("GET", `/v1/chat/${conversation}/stream`);
    await expect.poll(async () => (followed = await follow()).status, { timeout: 15_000 }).toBe(200);
    speech.goOn();
    const told = await written;
    expect(followed && (await readChunks(followed))).toEqual(told);
    expect(spokenIn(told)).toBe("one two");
  });

  it("hangs, and holds up nobody for long", async () => {
    servers.gate.hang();
    servers.model.steps.push(says("all the same"));
    const here = await openSession(servers.one, site);
    expect(spokenIn(await here.say(conversation, "Hi"))).toBe("all the same");
    await expect.poll(() => readyz(servers.one)).toEqual(AWAY);
    await cut();
  });

  it("leaves each server to count rates by itself", async () => {
    await cut();
    const here = await openSession(servers.one, site);
    const post = async (): Promise<number> => (await here.fetch("POST", "/v1/chat", {})).status;
    const statuses: number[] = [];
    for (let sent = 0; sent < 31; sent += 1) statuses.push(await post());
    expect(statuses.slice(0, 30).every((status) => status < 429)).toBe(true);
    expect(statuses[30]).toBe(429);
  });

  it("does not keep a server from starting, which finds it by itself later", async () => {
    const gate = await openRedisGate();
    await gate.cut();
    let heard = "";
    const third = await startErrand({
      models: servers.model,
      environment: { ...servers.environment, ERRAND_REDIS_URL: gate.url, ERRAND_LOG_LEVEL: "info" },
      logTo: { write: (line) => void (heard += line) },
    });
    onTestFinished(async () => {
      await third.close();
      await gate.cut();
    });
    expect(heard).toContain("ECONNREFUSED");
    expect(heard).toContain("ERRAND_REDIS_URL: Redis does not answer. This server serves all the same");
    expect(await readyz(third)).toEqual(AWAY);
    servers.model.steps.push(says("Hello."));
    const visitor = await openSession(third, site);
    expect(spokenIn(await visitor.say(conversation, "Hi"))).toBe("Hello.");
    await gate.mend();
    await expect.poll(() => readyz(third), { timeout: 10_000 }).toEqual(UP);
  });

  it("stops a start when it refuses what the setting asks for", async () => {
    const refused = startErrand({
      models: servers.model,
      environment: { ...servers.environment, ERRAND_REDIS_URL: `${servers.gate.url}/9999` },
    });
    await expect(refused).rejects.toThrow(ConfigError);
    await expect(refused).rejects.toThrow(
      /^ERRAND_REDIS_URL: Redis at 127\.0\.0\.1:\d+ refuses it: ERR DB index is out of range; its password/,
    );
  });
});
