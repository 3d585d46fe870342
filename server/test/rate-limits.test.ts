import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Limit } from "../src/http/limiter.ts";
import { createSite, PAGE_ORIGIN, startErrand, type Errand } from "./errand.ts";

/** Fewer points than a server gives, so that few requests use them up. */
const FEW: Record<string, number> = {
  visitor: 40,
  sessions: 6,
  "site sessions": 12,
  session: 8,
  chat: 3,
  site: 5,
};
const made = vi.hoisted((): Limit[] => []);
vi.mock("../src/http/limiter.ts", async (importOriginal) => {
  const original = await importOriginal<typeof import("../src/http/limiter.ts")>();
  const memoryLimiter: typeof original.memoryLimiter = (limit) => {
    made.push(limit);
    return original.memoryLimiter({ ...limit, points: FEW[limit.name] ?? limit.points });
  };
  return { ...original, memoryLimiter };
});

let errand: Errand;
beforeAll(async () => {
  errand = await startErrand({ environment: { ERRAND_TRUST_PROXY: "1" } });
});
afterAll(() => errand.close());

let count = 0;
const freshAddress = (): string => `203.0.113.${(count += 1)}`;

interface Ask {
  address: string;
  token?: string;
}
const ask = (method: string, path: string, { address, token = "" }: Ask, body?: object): Promise<Response> =>
  fetch(`${errand.url}/v1${path}`, {
    method,
    headers: {
      origin: PAGE_ORIGIN,
      "content-type": "application/json",
      "x-forwarded-for": address,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
async function begin(site: string): Promise<string> {
  const answer = await ask("POST", "/sessions", { address: freshAddress() }, { site });
  return ((await answer.json()) as { session: string }).session;
}

/** Asks until it is refused: how often it was not, and the refusal in full. */
async function askOften(once: () => Promise<Response>): Promise<{ served: number; refusal: object }> {
  for (let served = 0; served < 60; served += 1) {
    const answer = await once();
    if (answer.status !== 429) continue;
    const { code } = (await answer.json()) as { code: string };
    return { served, refusal: { code, waits: Number(answer.headers.get("retry-after")) > 0 } };
  }
  throw new Error("it was never refused");
}
const refused = (served: number): object => ({ served, refusal: { code: "rate_limited", waits: true } });

describe("the visitor API", () => {
  it("counts by session, address and site, within a minute", () => {
    const visitors = made.filter(({ name }) => name in FEW);
    expect(visitors).toEqual([
      { name: "visitor", points: 2_400, seconds: 60 },
      { name: "sessions", points: 600, seconds: 60 },
      { name: "site sessions", points: 6_000, seconds: 60 },
      { name: "session", points: 240, seconds: 60 },
      { name: "chat", points: 30, seconds: 60 },
      { name: "site", points: 3_000, seconds: 60 },
    ]);
  });

  it("serves a session so many requests, from whatever address they come", async () => {
    const site = await createSite(errand);
    const [token, other] = [await begin(site), await begin(site)];
    const read = (session: string) => ask("GET", "/chats", { address: freshAddress(), token: session });
    expect(await askOften(() => read(token))).toEqual(refused(8));
    expect((await read(other)).status).toBe(200);
  });

  it("takes so many messages of a session, and shows it what stands meanwhile", async () => {
    const token = await begin(await createSite(errand));
    const address = freshAddress();
    expect(await askOften(() => ask("POST", "/chat", { address, token }, {}))).toEqual(refused(3));
    expect((await ask("GET", "/chats", { address, token })).status).toBe(200);
  });

  it("takes so many messages at a site", async () => {
    const site = await createSite(errand);
    const write = async (at: string) =>
      ask("POST", "/chat", { address: freshAddress(), token: await begin(at) }, {});
    expect(await askOften(() => write(site))).toEqual(refused(5));
    expect((await write(await createSite(errand))).status).toBe(400);
  });

  it("opens so many sessions for an address", async () => {
    const site = await createSite(errand);
    const address = freshAddress();
    expect(await askOften(() => ask("POST", "/sessions", { address }, { site }))).toEqual(refused(6));
    expect((await ask("POST", "/sessions", { address: freshAddress() }, { site })).status).toBe(201);
  });

  it("opens so many sessions at a site", async () => {
    const open = (site: string) => ask("POST", "/sessions", { address: freshAddress() }, { site });
    const site = await createSite(errand);
    expect(await askOften(() => open(site))).toEqual(refused(12));
    expect((await open(await createSite(errand))).status).toBe(201);
  });

  it("serves an address so many requests, with a session or without", async () => {
    const address = freshAddress();
    expect(await askOften(() => ask("GET", "/chats", { address }))).toEqual(refused(40));
    expect((await ask("GET", "/chats", { address: freshAddress() })).status).toBe(401);
  });
});
