import type { TLSSocket } from "node:tls";
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { createAuthority, type TestAuthority } from "../../test/certificates.ts";
import { createEgress, type Egress, type GuardedRequest } from "./guarded-request.ts";
import { startEndpoint } from "./loopback-endpoint.ts";

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createAuthority();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const CAP_BYTES = 1_000;
const TOO_LARGE = { code: "too_large", rule: "answer size", status: 200 };

async function startAnswering(answer: (socket: TLSSocket) => void, more: Partial<GuardedRequest> = {}) {
  const endpoint = await startEndpoint({ authority, answer });
  const origin = `https://localhost:${endpoint.port}`;
  const lookup = vi.fn(async () => ["127.0.0.1"]);
  const egress = createEgress({ privateOrigins: [origin], extraCa: authority.caPem, lookup });
  onTestFinished(() => egress.close());
  const base = { poolKey: "site", method: "GET", headers: {}, timeoutMs: 5_000 };
  return { endpoint, egress, lookup, request: { ...base, url: `${origin}/`, ...more } };
}

const announced = (bytes: number) => (socket: TLSSocket) =>
  socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${bytes}\r\n\r\n${"x".repeat(bytes)}`);
const chunked = (bytes: number) => (socket: TLSSocket) =>
  socket.write(
    `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${bytes.toString(16)}\r\n${"x".repeat(bytes)}\r\n0\r\n\r\n`,
  );
const headed = (bytes: number) => (socket: TLSSocket) =>
  socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 0\r\nx-long: ${"y".repeat(bytes)}\r\n\r\n`);

/** The two ways to make a call; each answers how many bytes the body had. */
const WAYS: [name: string, read: (egress: Egress, request: GuardedRequest) => Promise<number>][] = [
  ["request", async (egress, request) => (await egress.request(request)).body.byteLength],
  ["open", async (egress, request) => sizeOf((await egress.open(request)).body)],
];

async function sizeOf(body: ReadableStream<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of body) {
    // An endless row of them would leave no timer its turn, not even that of a test.
    if (chunk.byteLength === 0) throw new Error("a chunk is empty");
    size += chunk.byteLength;
  }
  return size;
}

describe.each(WAYS)("the answer of a call made by %s", (_name, read) => {
  it.each([
    ["announced", announced],
    ["chunked", chunked],
  ])("has at most the bytes it may have, %s", async (_how, answer) => {
    const most = await startAnswering(answer(CAP_BYTES), { maxResponseBytes: CAP_BYTES });
    expect(await read(most.egress, most.request)).toBe(CAP_BYTES);
    const more = await startAnswering(answer(CAP_BYTES + 1), { maxResponseBytes: CAP_BYTES });
    await expect(read(more.egress, more.request)).rejects.toMatchObject(TOO_LARGE);
  });

  it("has at most 1 MB when nothing else is said", async () => {
    const most = await startAnswering(announced(1_048_576));
    expect(await read(most.egress, most.request)).toBe(1_048_576);
    const more = await startAnswering(announced(1_048_577));
    await expect(read(more.egress, more.request)).rejects.toMatchObject(TOO_LARGE);
  });

  it("has headers of at most 16 KB", async () => {
    const most = await startAnswering(headed(16_000));
    expect(await read(most.egress, most.request)).toBe(0);
    const more = await startAnswering(headed(16_400));
    await expect(read(more.egress, more.request)).rejects.toMatchObject({
      code: "too_large",
      rule: "header size",
    });
  });

  it("is no redirect and has no encoding", async () => {
    const moved = await startAnswering((socket) =>
      socket.write("HTTP/1.1 302 Found\r\nlocation: https://10.0.0.7/\r\ncontent-length: 0\r\n\r\n"),
    );
    await expect(read(moved.egress, moved.request)).rejects.toMatchObject({ code: "blocked_redirect" });
    const packed = await startAnswering((socket) =>
      socket.write("HTTP/1.1 200 OK\r\ncontent-encoding: br\r\ncontent-length: 1\r\n\r\nx"),
    );
    await expect(read(packed.egress, packed.request)).rejects.toMatchObject({ rule: "content encoding" });
  });

  it("comes whole within the call's time, however steadily it drips", async () => {
    const { egress, request } = await startAnswering(
      (socket) => {
        socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n");
        const timer = setInterval(() => socket.write("x"), 20);
        socket.once("close", () => clearInterval(timer));
      },
      { timeoutMs: 300 },
    );
    await expect(read(egress, request)).rejects.toMatchObject({ code: "timeout" });
  });

  it("that broke off after its request had been sent is not asked for again", async () => {
    const { egress, endpoint, request } = await startAnswering((socket) => void socket.destroy());
    await expect(read(egress, request)).rejects.toMatchObject({ code: "network_error" });
    expect(endpoint.requests).toHaveLength(1);
  });

  it("has its host resolved anew when the call before it failed", async () => {
    const answers = [announced(1), (socket: TLSSocket) => void socket.destroy(), announced(1), announced(1)];
    const { egress, lookup, request } = await startAnswering((socket) => answers.shift()?.(socket));
    const times: number[] = [];
    for (let call = 0; call < 4; call += 1) {
      await read(egress, request).catch(() => {});
      times.push(lookup.mock.calls.length);
    }
    expect(times).toEqual([1, 1, 2, 2]);
  });
});
