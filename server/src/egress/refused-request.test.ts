import { Socket } from "node:net";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { EgressError } from "./egress-error.ts";
import { createEgress, type Egress, type EgressOptions, type GuardedRequest } from "./guarded-request.ts";
import { startTcpEndpoint } from "./loopback-endpoint.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function createTested(options: EgressOptions): Egress {
  const egress = createEgress({ lookup: async () => ["127.0.0.1"], ...options });
  onTestFinished(() => egress.close());
  return egress;
}

function get(url: string, more: Partial<GuardedRequest> = {}): GuardedRequest {
  return { poolKey: "site", method: "GET", url, headers: {}, timeoutMs: 5_000, ...more };
}

const REFUSED_ANSWERS: [answers: string[], code: string, rule: string][] = [
  [["127.0.0.1"], "blocked_address", "loopback"],
  [["8.8.8.8", "127.0.0.1"], "blocked_address", "loopback"],
  [["2606:4700::1111", "::1"], "blocked_address", "not global unicast"],
  [["2606:4700::1111", "10.0.0.1"], "blocked_address", "private use"],
  [["8.8.8.8", "fd00::1"], "blocked_address", "not global unicast"],
  [["::ffff:127.0.0.1"], "blocked_address", "not global unicast"],
  [["8.8.8.8", "not an address"], "blocked_address", "malformed address"],
  [["8.8.8.8", "127.1"], "blocked_address", "malformed address"],
  [[], "network_error", "resolution"],
];

describe("before any socket opens", () => {
  it.each(REFUSED_ANSWERS)("refuses a name that resolves to %j", async (answers, code, rule) => {
    const connect = vi.spyOn(Socket.prototype, "connect");
    const egress = createTested({ lookup: async () => answers });
    await expect(egress.request(get("https://api.acme.com/"))).rejects.toMatchObject({ code, rule });
    expect(connect).not.toHaveBeenCalled();
  });

  it("judges each call anew, so a name cannot be rebound after its first call", async () => {
    const connect = vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket) {
      process.nextTick(() => this.destroy(Object.assign(new Error(), { code: "ECONNREFUSED" })));
      return this;
    });
    const answers = [["8.8.8.8"], ["127.0.0.1"]];
    const egress = createTested({ lookup: async () => answers.shift() ?? [] });
    const call = () => egress.request(get("https://api.acme.com/", { method: "POST" }));
    await expect(call()).rejects.toMatchObject({ code: "network_error", rule: "connect" });
    expect(connect).toHaveBeenCalledTimes(1);
    await expect(call()).rejects.toMatchObject({ code: "blocked_address", rule: "loopback" });
    expect(connect).toHaveBeenCalledTimes(1);
  });

  it("refuses private addresses in the URL, however spelled, and other ports", async () => {
    const endpoint = await startTcpEndpoint(() => {});
    const { port } = endpoint;
    const egress = createTested({});
    const hosts = [
      "127.0.0.1",
      "127.1",
      "2130706433",
      "0x7f000001",
      "0177.0.0.1",
      "[::1]",
      "[::ffff:7f00:1]",
    ];
    const urls = hosts.flatMap((host) => [`https://${host}/`, `https://${host}:${port}/`]);
    for (const url of [...urls, `https://api.acme.com:${port}/`, `http://localhost:${port}/`]) {
      await expect(egress.request(get(url))).rejects.toBeInstanceOf(EgressError);
      expect(() => egress.checkUrl(url)).toThrow(EgressError);
    }
    expect(endpoint.connections()).toBe(0);
  });

  it("lets an origin that is private skip its rules on that port only", async () => {
    const endpoint = await startTcpEndpoint(() => {});
    const egress = createTested({ privateOrigins: ["https://localhost:1"] });
    await expect(egress.request(get(`https://localhost:${endpoint.port}/`))).rejects.toMatchObject({
      code: "blocked_address",
      rule: "port",
    });
    expect(endpoint.connections()).toBe(0);
  });

  it("says that a name does not resolve, with DNS's own code", async () => {
    const lookup = () => Promise.reject(Object.assign(new Error("10.0.0.53 says no"), { code: "ENOTFOUND" }));
    const call = createTested({ lookup }).request(get("https://api.acme.com/"));
    await expect(call).rejects.toMatchObject({
      code: "network_error",
      ownerMessage: "The name api.acme.com has no address (ENOTFOUND).",
    });
  });

  it("gives a resolution no more than the call's own time", async () => {
    const egress = createTested({ lookup: () => new Promise(() => {}) });
    const call = egress.request(get("https://api.acme.com/", { timeoutMs: 50 }));
    await expect(call).rejects.toMatchObject({
      code: "timeout",
      ownerMessage: expect.stringContaining("50 ms"),
    });
  });
});
