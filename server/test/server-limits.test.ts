import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createSecret, createSite, startErrand, type Errand } from "./errand.ts";

let errand: Errand;
beforeAll(async () => {
  errand = await startErrand();
});
afterAll(() => errand.close());

it("gives a sender 10 seconds for its headers and 30 for the whole request", async () => {
  const servers = new Set<Server>();
  const note = (message: unknown): void => void servers.add((message as { server: Server }).server);
  subscribe("http.server.request.start", note);
  await fetch(`${errand.url}/livez`);
  unsubscribe("http.server.request.start", note);
  expect(
    [...servers].map(({ headersTimeout, requestTimeout, keepAliveTimeout }) => ({
      headersTimeout,
      requestTimeout,
      keepAliveTimeout,
    })),
  ).toEqual([{ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 }]);
});

it("believes no address that a sender writes, as long as no proxy is trusted", async () => {
  const site = await createSite(errand);
  await createSecret(errand, site, "user_hash");
  const prove = async (index: number): Promise<number> => {
    const address = `203.0.113.${index}`;
    const answer = await errand.visit("/v1/sessions", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-forwarded-for": address,
        "x-real-ip": address,
        forwarded: `for=${address}`,
      },
      body: JSON.stringify({ site, identity: { user_id: "u", user_hash: "0".repeat(64) } }),
    });
    return answer.status;
  };
  const statuses: number[] = [];
  for (let index = 1; index <= 22; index += 1) statuses.push(await prove(index));
  expect(statuses).toEqual([...Array<number>(20).fill(401), 429, 429]);
});
