import { Socket } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createAuthority, type TestAuthority } from "../../test/certificates.ts";
import { createEgress, type GuardedResponse } from "./guarded-request.ts";
import { type LoopbackEndpoint, sendAllConnectionsTo, startEndpoint } from "./loopback-endpoint.ts";

const os = vi.hoisted(() => ({ networkInterfaces: vi.fn() }));
vi.mock("node:os", () => os);

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createAuthority();
  setDefaultCACertificates([...getCACertificates("default"), authority.caPem]);
});

let endpoint: LoopbackEndpoint;
beforeEach(async () => {
  endpoint = await startEndpoint({
    authority,
    names: ["api.acme.com"],
    answer: (socket) => void socket.write("HTTP/1.1 204 No Content\r\n\r\n"),
  });
  sendAllConnectionsTo(endpoint.port);
  // What `remoteAddress` reads; the property itself cannot be replaced.
  const peer = Socket.prototype as unknown as { _getpeername: () => { address: string } };
  vi.spyOn(peer, "_getpeername").mockReturnValue({ address: "8.8.8.8" });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function post(): Promise<GuardedResponse> {
  const egress = createEgress({ lookup: async () => ["8.8.8.8"] });
  onTestFinished(() => egress.close());
  const url = "https://api.acme.com/orders";
  return egress.request({ poolKey: "site", method: "POST", url, headers: {}, timeoutMs: 5_000 });
}

describe("a public origin", () => {
  it("is called on port 443 of its public address", async () => {
    os.networkInterfaces.mockReturnValue({});
    expect(await post()).toMatchObject({ status: 204 });
    expect(endpoint.requests.map((head) => head.split("\r\n").slice(0, 2))).toEqual([
      ["POST /orders HTTP/1.1", "host: api.acme.com"],
    ]);
  });

  it("that is this machine's own by name is refused before any socket opens", async () => {
    os.networkInterfaces.mockReturnValue({ eth0: [{ address: "8.8.8.8" }] });
    await expect(post()).rejects.toMatchObject({ code: "blocked_address", rule: "own interface" });
    expect(endpoint.connections()).toBe(0);
  });

  it("is sent nothing when its address turns out refused after the handshake", async () => {
    os.networkInterfaces.mockReturnValueOnce({});
    os.networkInterfaces.mockReturnValue({ eth0: [{ address: "8.8.8.8" }] });
    await expect(post()).rejects.toMatchObject({ code: "blocked_address", rule: "own interface" });
    expect({ connections: endpoint.connections(), requests: endpoint.requests }).toEqual({
      connections: 1,
      requests: [],
    });
  });
});
