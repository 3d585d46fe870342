import { once } from "node:events";
import { Socket } from "node:net";
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { createAuthority, type TestAuthority } from "../../test/certificates.ts";
import { createEgress, type Egress, type EgressOptions, type GuardedRequest } from "./guarded-request.ts";
import {
  type LoopbackEndpoint,
  sendAllConnectionsTo,
  startEndpoint,
  startTcpEndpoint,
} from "./loopback-endpoint.ts";

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createAuthority();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const OK =
  "HTTP/1.1 200 OK\r\nX-Order: 7\r\nset-cookie: a=1\r\nset-cookie: b=2\r\ncontent-length: 2\r\n\r\nok";

function start(names = ["localhost"]): Promise<LoopbackEndpoint> {
  return startEndpoint({ authority, names, answer: (socket) => void socket.write(OK) });
}

function createTested(options: EgressOptions): Egress {
  const egress = createEgress({ extraCa: authority.caPem, lookup: async () => ["127.0.0.1"], ...options });
  onTestFinished(() => egress.close());
  return egress;
}

function get(url: string, more: Partial<GuardedRequest> = {}): GuardedRequest {
  return { poolKey: "site_a", method: "GET", url, headers: {}, timeoutMs: 5_000, ...more };
}

describe("a guarded request", () => {
  it("sends what it was given, asks for no encoding, and answers with the whole answer", async () => {
    const endpoint = await start();
    const origin = `https://localhost:${endpoint.port}`;
    const egress = createTested({ privateOrigins: [origin] });
    const headers = { "X-Shop": "acme", "Accept-Encoding": "gzip", "Content-Type": "application/json" };
    const answer = await egress.request(
      get(`${origin}/orders/7?a=b%20c#top`, { method: "POST", headers, body: '{"a":"ə"}' }),
    );
    expect(endpoint.requests).toEqual([
      [
        "POST /orders/7?a=b%20c HTTP/1.1",
        `host: localhost:${endpoint.port}`,
        "connection: keep-alive",
        "X-Shop: acme",
        "Content-Type: application/json",
        "accept-encoding: identity",
        "content-length: 10",
      ].join("\r\n"),
    ]);
    expect({ ...answer, body: Buffer.from(answer.body).toString() }).toEqual({
      status: 200,
      headers: { "x-order": "7", "set-cookie": ["a=1", "b=2"], "content-length": "2" },
      body: "ok",
      durationMs: expect.any(Number),
    });
  });

  it("checks the certificate against the address when the URL has no name", async () => {
    const endpoint = await start(["127.0.0.1"]);
    const origin = `https://127.0.0.1:${endpoint.port}`;
    const { status } = await createTested({ privateOrigins: [origin] }).request(get(origin));
    expect(status).toBe(200);
  });

  it("goes on to the next judged address when the first takes no connection", async () => {
    const endpoint = await start();
    const origin = `https://localhost:${endpoint.port}`;
    const egress = createTested({
      privateOrigins: [origin],
      lookup: async () => ["127.0.0.2", "127.0.0.1"],
    });
    expect((await egress.request(get(origin, { method: "POST" }))).status).toBe(200);
  });

  it("resolves a name once a call, and the socket gets that answer", async () => {
    const endpoint = await start();
    const origin = `https://localhost:${endpoint.port}`;
    const answers = [["127.0.0.1"], ["127.0.0.2"]];
    const lookup = vi.fn(async () => answers.shift() ?? []);
    const egress = createTested({ privateOrigins: [origin], lookup });
    expect((await egress.request(get(origin))).status).toBe(200);
    expect(lookup.mock.calls).toEqual([["localhost", expect.any(AbortSignal)]]);
    expect(endpoint.connections()).toBe(1);
  });

  it("keeps a connection for one pool key and never lends it to another", async () => {
    const served = new Map<Socket, Set<string | undefined>>();
    const answer = (socket: Socket, head: string) => {
      const site = /^x-site: (.*)$/m.exec(head)?.[1];
      served.set(socket, (served.get(socket) ?? new Set()).add(site));
      socket.write(OK);
    };
    const endpoint = await startEndpoint({ authority, answer });
    const origin = `https://localhost:${endpoint.port}`;
    const egress = createTested({ privateOrigins: [origin] });
    for (let turn = 0; turn < 20; turn += 1) {
      const poolKey = turn % 2 ? "site_a" : "site_b";
      await egress.request(get(origin, { poolKey, headers: { "x-site": poolKey } }));
    }
    expect([...served.values()].map((sites) => sites.size)).toEqual(Array(served.size).fill(1));
    expect(served.size).toBeLessThan(20);
  });

  it("trusts extra authorities for private origins only", async () => {
    const endpoint = await start(["api.acme.com"]);
    const privateOrigin = `https://api.acme.com:${endpoint.port}`;
    const lookup = async () => ["8.8.8.8"];
    const egress = createTested({ privateOrigins: [privateOrigin], lookup });
    sendAllConnectionsTo(endpoint.port);
    const post = { method: "POST" };
    // With its certificate trusted, a call gets as far as the second look at the connected address.
    await expect(egress.request(get(privateOrigin, post))).rejects.toMatchObject({ code: "blocked_address" });
    await expect(egress.request(get("https://api.acme.com", post))).rejects.toMatchObject({
      code: "tls_error",
    });
    expect({ connections: endpoint.connections(), requests: endpoint.requests }).toEqual({
      connections: 2,
      requests: [],
    });
  });
});

describe("an abort", () => {
  it("rejects with the caller's own reason, before and during a call", async () => {
    const endpoint = await startTcpEndpoint(() => {});
    const origin = `https://localhost:${endpoint.port}`;
    const egress = createTested({ privateOrigins: [origin] });
    const reason = Object.assign(new Error("the visitor stopped the turn"), { code: "ECONNRESET" });
    await expect(egress.request(get(origin, { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
    expect(endpoint.connections()).toBe(0);
    const controller = new AbortController();
    const call = egress.request(get(origin, { signal: controller.signal }));
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });

  it("keeps a request that is waiting for its connection from ever being sent", async () => {
    const endpoint = await start();
    const waiting: Socket[] = [];
    const gate = await startTcpEndpoint((socket) => waiting.push(socket));
    const origin = `https://localhost:${gate.port}`;
    const egress = createTested({ privateOrigins: [origin] });
    const late = egress.request(get(origin, { method: "POST", timeoutMs: 100 }));
    await expect(late).rejects.toMatchObject({ code: "timeout" });
    for (const socket of waiting) {
      const through = new Socket().connect(endpoint.port, "127.0.0.1");
      socket.pipe(through).pipe(socket);
      await once(through, "close");
    }
    expect(endpoint.connections()).toBe(1);
    expect(endpoint.requests).toEqual([]);
  });
});

it("ends handshakes under way when it is closed, without waiting for their time to be over", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const closed = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  const endpoint = await startTcpEndpoint((socket) => {
    opened.resolve();
    socket.once("close", () => closed.resolve()).resume();
  });
  const origin = `https://localhost:${endpoint.port}`;
  const egress = createTested({ privateOrigins: [origin] });
  const call = expect(egress.request(get(origin, { method: "POST" }))).rejects.toMatchObject({
    code: "network_error",
  });
  await opened.promise;
  await egress.close();
  await call;
  await closed.promise;
});
