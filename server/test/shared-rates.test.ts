import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../src/storage/database.ts";
import { findDeploymentId } from "../src/storage/deployment-id.ts";
import { atServer, createSecret, createSite, openSession, startErrand, type Errand } from "./errand.ts";
import { hasRedis, REDIS_URL, removeKeys } from "./redis.ts";
import { describeShared, useTwoServers } from "./two-servers.ts";

describe.runIf(hasRedis)("a server over its data folder, with Redis", () => {
  it("goes on counting where it stopped when it is started again", async () => {
    const errand = await startErrand({ environment: { ERRAND_REDIS_URL: REDIS_URL } });
    const database = await openDatabase({ dataDir: errand.dataDir });
    const prefix = `errand:${await findDeploymentId(database)}:`;
    onTestFinished(async () => {
      await database.destroy();
      await errand.close();
      await removeKeys(prefix);
    });
    const visitor = await openSession(errand, await createSite(errand));
    const post = async (): Promise<number> => (await visitor.fetch("POST", "/v1/chat", {})).status;
    for (let sent = 0; sent < 30; sent += 1) expect(await post()).toBe(400);
    await errand.restart();
    expect(await post()).toBe(429);
  });
});

describeShared("two servers count together", () => {
  const servers = useTwoServers();
  let site: string;
  beforeAll(async () => {
    site = await createSite(servers.one);
  });

  /** The statuses of so many requests, to one server and the other by turns. */
  async function byTurns(number: number, send: (errand: Errand) => Promise<Response>): Promise<number[]> {
    const statuses: number[] = [];
    for (let sent = 0; sent < number; sent += 1)
      statuses.push((await send(sent % 2 === 0 ? servers.one : servers.two)).status);
    return statuses;
  }

  const post = (errand: Errand, path: string, body: object): Promise<Response> =>
    fetch(`${errand.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
      body: JSON.stringify(body),
    });

  it("what one session sends", async () => {
    const visitor = await openSession(servers.one, site);
    const statuses = await byTurns(32, (errand) => atServer(errand, visitor).fetch("POST", "/v1/chat", {}));
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 400));
    expect(statuses.slice(30)).toEqual([429, 429]);
  });

  it("proofs that do not hold", async () => {
    await createSecret(servers.one, site, "user_hash");
    const identity = { user_id: "user-1", user_hash: "0".repeat(64) };
    const statuses = await byTurns(22, (errand) => post(errand, "/v1/sessions", { site, identity }));
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
    expect(statuses.slice(20)).toEqual([429, 429]);
  });

  it("failed sign-ins, and forgive those of an account that signs in", async () => {
    const password = "the right password of an account";
    const account = { name: "ada", role: "editor" };
    const made = await servers.one.admin<{ password: string }>("POST", "/team", account);
    const login = (errand: Errand, body: object) => post(errand, "/admin/v1/login", body);
    const wrong = (errand: Errand) => login(errand, { name: "ada", password });
    expect(await byTurns(6, wrong)).toEqual([401, 401, 401, 401, 401, 401]);
    expect((await login(servers.two, { name: "ada", password: made.password })).status).toBe(200);
    expect(await byTurns(10, wrong)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(await byTurns(2, wrong)).toEqual([429, 429]);
  });
});
