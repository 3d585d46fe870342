import { createSecureContext } from "node:tls";
import { Client } from "undici";
import { afterEach, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { createAuthority, type TestAuthority } from "../../test/certificates.ts";
import type { Verdict } from "./address-policy.ts";
import { startEndpoint, startTcpEndpoint } from "./loopback-endpoint.ts";
import { createPinnedConnector } from "./pinned-connector.ts";

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createAuthority();
});

afterEach(() => {
  vi.useRealTimers();
});

function createPinnedClient(port: number, judge: (address: string) => Verdict): Client {
  const connect = createPinnedConnector({
    host: "orders.internal",
    port,
    addresses: ["127.0.0.1"],
    judge,
    secureContext: createSecureContext({ ca: authority.caPem }),
    signal: new AbortController().signal,
  });
  return new Client("https://elsewhere.acme.com", { connect });
}

async function startPinned(judge: (address: string) => Verdict) {
  const handshakes: unknown[] = [];
  const endpoint = await startEndpoint({
    authority,
    names: ["orders.internal"],
    answer: (socket) => {
      handshakes.push({ alpn: socket.alpnProtocol, version: socket.getProtocol() });
      socket.write("HTTP/1.1 204 No Content\r\n\r\n");
    },
  });
  const client = createPinnedClient(endpoint.port, judge);
  onTestFinished(() => client.destroy());
  return { endpoint, handshakes, request: () => client.request({ path: "/", method: "GET" }) };
}

it("goes to its addresses and its host whatever the dispatcher asks for, and offers HTTP/1.1 alone", async () => {
  const judged: string[] = [];
  const { endpoint, handshakes, request } = await startPinned((address) => {
    judged.push(address);
    return { allowed: true };
  });
  const { statusCode } = await request();
  expect({ statusCode, judged, handshakes, connections: endpoint.connections() }).toEqual({
    statusCode: 204,
    handshakes: [{ alpn: "http/1.1", version: "TLSv1.3" }],
    judged: ["127.0.0.1"],
    connections: 1,
  });
});

it("judges the connected address again and sends nothing to one that is refused by then", async () => {
  const { endpoint, request } = await startPinned(() => ({ allowed: false, rule: "loopback" }));
  await expect(request()).rejects.toMatchObject({
    code: "blocked_address",
    rule: "loopback",
    ownerMessage: expect.not.stringContaining("127.0.0.1"),
  });
  expect({ connections: endpoint.connections(), requests: endpoint.requests }).toEqual({
    connections: 1,
    requests: [],
  });
});

it("gives a handshake 5 seconds", async () => {
  const opened = Promise.withResolvers<void>();
  const endpoint = await startTcpEndpoint(() => opened.resolve());
  const client = createPinnedClient(endpoint.port, () => ({ allowed: true }));
  onTestFinished(() => client.destroy());
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const call = client.request({ path: "/", method: "GET" });
  const failure = expect(call).rejects.toMatchObject({ code: "timeout", rule: "connect" });
  await opened.promise;
  vi.advanceTimersByTime(5_000);
  await failure;
});
