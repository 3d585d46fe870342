import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOrderApi } from "./api.ts";
import { hashUserId } from "./caller.ts";
import { openBooks } from "./orders.ts";
import type { RequestLog } from "./request-log.ts";
import { createRequestLog, maskCredentials } from "./request-log.ts";

const SECRET = "ids_hash_0123456789";
const KEY = { "x-api-key": "shop_0123456789" };
const AYSEL = { "x-user-id": "cus_4821", "x-user-hash": hashUserId(SECRET, "cus_4821") };
const NOW = new Date("2026-03-10T12:00:00Z");

let origin: string;
let log: RequestLog;
let close: () => void;

beforeEach(async () => {
  log = createRequestLog();
  const api = createOrderApi({
    books: openBooks(NOW),
    apiKey: KEY["x-api-key"],
    userHashSecret: SECRET,
    log,
    pause: async () => {},
  });
  const server = createServer(api);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
});
afterEach(() => close());

async function call(method: string, path: string, headers: Record<string, string>, body?: object) {
  const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
  const response = await fetch(origin + path, init);
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

describe("the order API", () => {
  it("shows an order in full to its customer", async () => {
    expect(await call("GET", "/orders/ORD-1001", { ...KEY, ...AYSEL })).toEqual({
      status: 200,
      answer: {
        number: "ORD-1001",
        status: "in transit",
        placed_on: "2026-03-07",
        expected_on: "2026-03-12",
        carrier: "Nordpost",
        items: ["1 × Stormfell jacket"],
        total: "189.00 EUR",
      },
    });
  });

  it("shows only where an order is to somebody who merely knows its number", async () => {
    const { answer } = await call("GET", "/orders/ORD-1001", KEY);
    expect(answer).toEqual({
      number: "ORD-1001",
      status: "in transit",
      expected_on: "2026-03-12",
      carrier: "Nordpost",
    });
  });

  const stranger = { "x-user-id": "cus_9", "x-user-hash": hashUserId(SECRET, "cus_9") };
  const forged = { ...AYSEL, "x-user-hash": "0".repeat(64) };
  const refusals: [string, string, string, Record<string, string>, number, string][] = [
    ["a call without a key", "GET", "/orders/ORD-1001", {}, 401, "The API key is missing or wrong."],
    [
      "a call with another key",
      "GET",
      "/orders/ORD-1001",
      { authorization: "Bearer shop_9876543210" },
      401,
      "The API key is missing or wrong.",
    ],
    [
      "a forged hash",
      "GET",
      "/orders",
      { ...KEY, ...forged },
      401,
      "The user hash does not belong to this user id.",
    ],
    [
      "an id without a hash",
      "GET",
      "/orders",
      { ...KEY, "x-user-id": "cus_4821" },
      401,
      "The user hash does not belong to this user id.",
    ],
    ["a list for nobody", "GET", "/orders", KEY, 401, "Sign in to see your orders."],
    ["an unknown order", "GET", "/orders/ORD-9", KEY, 404, "There is no order ORD-9."],
    [
      "another customer's order",
      "GET",
      "/orders/ORD-1001",
      { ...KEY, ...stranger },
      404,
      "There is no order ORD-1001.",
    ],
    ["cancelling for nobody", "DELETE", "/orders/ORD-1002", KEY, 401, "Sign in to cancel an order."],
    [
      "cancelling what was delivered",
      "DELETE",
      "/orders/ORD-1003",
      { ...KEY, ...AYSEL },
      409,
      "Order ORD-1003 is delivered and can no longer be cancelled.",
    ],
    ["a ticket without words", "POST", "/tickets", KEY, 422, "A ticket needs a subject and a description."],
  ];
  for (const [what, method, path, headers, status, title] of refusals) {
    it(`refuses ${what}`, async () => {
      const answer = { type: "about:blank", title, status };
      expect(await call(method, path, headers)).toEqual({ status, answer });
    });
  }

  it("cancels an order that was not sent yet", async () => {
    const cancelled = await call("DELETE", "/orders/ORD-1002", { ...KEY, ...AYSEL });
    expect(cancelled.answer).toEqual({ number: "ORD-1002", status: "cancelled", refund: "127.00 EUR" });
  });

  it("opens one ticket for one Idempotency-Key, and takes the identity from the body", async () => {
    const headers = { authorization: `Bearer ${KEY["x-api-key"]}`, "idempotency-key": "run_1" };
    const { "x-user-id": user_id, "x-user-hash": user_hash } = AYSEL;
    const body = { user_id, user_hash, subject: "Zip", description: "It broke." };
    const answer = { number: "TCK-5001", status: "open", subject: "Zip", from: "cus_4821" };
    expect(await call("POST", "/tickets", headers, body)).toEqual({ status: 201, answer });
    expect(await call("POST", "/tickets", headers, body)).toEqual({ status: 201, answer });
  });

  it("logs every call, refused ones too, and shows no credential to the page", async () => {
    await call("GET", "/orders", { ...KEY, ...forged, locale: "az" });
    const [entry] = log.entries;
    expect(entry).toMatchObject({ method: "GET", path: "/orders", caller: "forged", status: 401, body: "" });
    expect(entry?.headers).toMatchObject({ locale: "az", ...KEY });
    expect(entry && maskCredentials(entry).headers["x-api-key"]).toBe("…6789");
  });
});
