import { gzipSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import type { TLSSocket } from "node:tls";
import { createAuthority, type TestAuthority } from "../../test/certificates.ts";
import { EgressError } from "./egress-error.ts";
import { createEgress, type Egress, type GuardedRequest } from "./guarded-request.ts";
import { startEndpoint, startTcpEndpoint } from "./loopback-endpoint.ts";

const TIMEOUT_MS = 400;
const CAP_BYTES = 65_536;

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createAuthority();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function egressFor(port: number, host = "localhost"): { egress: Egress; request: GuardedRequest } {
  const origin = `https://${host}:${port}`;
  const lookup = async () => ["127.0.0.1"];
  const egress = createEgress({ privateOrigins: [origin], extraCa: authority.caPem, lookup });
  onTestFinished(() => egress.close());
  const request = {
    poolKey: "site",
    method: "GET",
    url: `${origin}/`,
    headers: {},
    timeoutMs: TIMEOUT_MS,
    maxResponseBytes: CAP_BYTES,
  };
  return { egress, request };
}

async function startAnswering(answer: (socket: TLSSocket, head: string) => void) {
  const endpoint = await startEndpoint({ authority, answer });
  return { endpoint, ...egressFor(endpoint.port) };
}

async function failureOf(call: Promise<unknown>): Promise<Partial<EgressError>> {
  const error = await call.then(
    () => "an answer",
    (error: unknown) => error,
  );
  if (!(error instanceof EgressError)) throw new Error("not an EgressError", { cause: error });
  const { code, rule, status, ownerMessage, cause } = error;
  expect(cause).toBeUndefined();
  expect(ownerMessage).not.toContain("127.0.0.1");
  return { code, rule, status };
}

const every = (ms: number, socket: TLSSocket, text: string) => {
  const timer = setInterval(() => socket.write(text), ms);
  socket.once("close", () => clearInterval(timer));
};

const flood = (socket: TLSSocket, chunk: string) => {
  const pump = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on("drain", pump);
  pump();
};

const gzipped = gzipSync(Buffer.alloc(1_000_000));

interface Hostility {
  answer: (socket: TLSSocket) => void;
  failure: Partial<EgressError>;
}

const TIMEOUT = { code: "timeout", rule: undefined, status: undefined } as const;
const BROKEN = (rule: string) => ({ code: "network_error", rule, status: undefined }) as const;

const HOSTILE: Record<string, Hostility> = {
  "says nothing": { answer: () => {}, failure: TIMEOUT },
  "drips its headers": {
    answer: (socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      every(40, socket, "x: y\r\n");
    },
    failure: TIMEOUT,
  },
  "drips its body": {
    answer: (socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n");
      every(40, socket, "x");
    },
    failure: TIMEOUT,
  },
  "sends early hints without end": {
    answer: (socket) => every(20, socket, "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n"),
    failure: TIMEOUT,
  },
  "sends headers without end": {
    answer: (socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      flood(socket, `x: ${"y".repeat(1_000)}\r\n`);
    },
    failure: { code: "too_large", rule: "header size", status: undefined },
  },
  "announces more than the cap": {
    answer: (socket) => socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${CAP_BYTES + 1}\r\n\r\n`),
    failure: { code: "too_large", rule: "answer size", status: 200 },
  },
  "sends a chunked body without end": {
    answer: (socket) => {
      socket.write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
      flood(socket, `1000\r\n${"x".repeat(4_096)}\r\n`);
    },
    failure: { code: "too_large", rule: "answer size", status: 200 },
  },
  "sends a body without length and without end": {
    answer: (socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      flood(socket, "x".repeat(4_096));
    },
    failure: { code: "too_large", rule: "answer size", status: 200 },
  },
  "sends less than it announced": {
    answer: (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc"),
    failure: BROKEN("UND_ERR_SOCKET"),
  },
  "sends gzip unasked": {
    answer: (socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${gzipped.length}\r\n\r\n`);
      socket.write(gzipped);
    },
    failure: { code: "network_error", rule: "content encoding", status: 200 },
  },
  redirects: {
    answer: (socket) =>
      socket.write(
        "HTTP/1.1 307 Temporary Redirect\r\nlocation: https://127.0.0.1/\r\ncontent-length: 0\r\n\r\n",
      ),
    failure: { code: "blocked_redirect", rule: "redirect", status: 307 },
  },
  "resets in the middle": {
    answer: (socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc");
      setImmediate(() => socket.destroy());
    },
    failure: BROKEN("UND_ERR_SOCKET"),
  },
  "hangs up at once": {
    answer: (socket) => void socket.destroy(),
    failure: BROKEN("UND_ERR_SOCKET"),
  },
  "does not speak HTTP": {
    answer: (socket) => socket.write("SSH-2.0-OpenSSH_9.9\r\n"),
    failure: BROKEN("malformed HTTP"),
  },
  "gives two lengths": {
    answer: (socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab"),
    failure: BROKEN("UND_ERR_RES_CONTENT_LENGTH_MISMATCH"),
  },
  "switches protocols": {
    answer: (socket) =>
      socket.write("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
    failure: BROKEN("UND_ERR_SOCKET"),
  },
};

describe("an endpoint", () => {
  it.each(Object.entries(HOSTILE))("that %s ends the call with a class of failure", async (_, hostility) => {
    const { egress, request } = await startAnswering(hostility.answer);
    expect(await failureOf(egress.request(request))).toEqual(hostility.failure);
  });

  it("that sends more than it announced is cut off, and the rest is nobody's answer", async () => {
    const extra = "HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nforged";
    const { egress, request } = await startAnswering((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabc${extra}`),
    );
    for (let turn = 0; turn < 3; turn += 1) {
      const { body } = await egress.request(request);
      expect(Buffer.from(body).toString()).toBe("abc");
    }
  });

  it("whose certificate comes from an unknown authority is not spoken to", async () => {
    const stranger = await createAuthority();
    const endpoint = await startEndpoint({ authority: stranger, answer: () => {} });
    const { egress, request } = egressFor(endpoint.port);
    expect(await failureOf(egress.request(request))).toEqual({
      code: "tls_error",
      rule: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
      status: undefined,
    });
    expect(endpoint.requests).toEqual([]);
  });

  it("whose certificate is for another name is not spoken to", async () => {
    const { endpoint } = await startAnswering(() => {});
    const { egress, request } = egressFor(endpoint.port, "orders.internal");
    expect(await failureOf(egress.request(request))).toEqual({
      code: "tls_error",
      rule: "ERR_TLS_CERT_ALTNAME_INVALID",
      status: undefined,
    });
    expect(endpoint.requests).toEqual([]);
  });

  it("whose certificate is bad stays refused when the environment turns checks off", async () => {
    const stranger = await createAuthority();
    const endpoint = await startEndpoint({ authority: stranger, answer: () => {} });
    const { egress, request } = egressFor(endpoint.port);
    vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    expect(await failureOf(egress.request(request))).toMatchObject({ code: "tls_error" });
    expect(endpoint.requests).toEqual([]);
  });

  it("that accepts TCP and stays mute ends the call in time", async () => {
    const endpoint = await startTcpEndpoint(() => {});
    const { egress, request } = egressFor(endpoint.port);
    expect(await failureOf(egress.request(request))).toEqual(TIMEOUT);
    expect(endpoint.connections()).toBe(1);
  });

  it("that hangs up during the handshake is tried twice by GET and once by POST", async () => {
    const endpoint = await startTcpEndpoint((socket) => socket.destroy());
    const { egress, request } = egressFor(endpoint.port);
    const failure = { code: "network_error", rule: "connect", status: undefined };
    expect(await failureOf(egress.request(request))).toEqual(failure);
    expect(endpoint.connections()).toBe(2);
    expect(await failureOf(egress.request({ ...request, method: "POST" }))).toEqual(failure);
    expect(endpoint.connections()).toBe(3);
  });
});
