import { createServer as createTcpServer, type AddressInfo, type Server, Socket } from "node:net";
import { createServer as createTlsServer, type TLSSocket } from "node:tls";
import { onTestFinished, vi } from "vitest";
import type { TestAuthority } from "../../test/certificates.ts";

interface Listener {
  port: number;
  /** How many sockets were opened to it. */
  connections: () => number;
}

/** An endpoint on 127.0.0.1 that says whatever a hostile one would, until the test that started it is over. */
export interface LoopbackEndpoint extends Listener {
  /** Every request received, from its first line to its last header. */
  requests: string[];
}

interface EndpointOptions {
  authority: TestAuthority;
  names?: string[];
  /** Writes the answer to one request, raw. */
  answer: (socket: TLSSocket, head: string) => void;
}

export async function startEndpoint(options: EndpointOptions): Promise<LoopbackEndpoint> {
  const requests: string[] = [];
  const certificate = await options.authority.issue(options.names ?? ["localhost"]);
  const server = createTlsServer({ ...certificate, ALPNProtocols: ["h2", "http/1.1"] });
  server.on("secureConnection", (socket) => {
    let received = "";
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      for (let end = received.indexOf("\r\n\r\n"); end >= 0; end = received.indexOf("\r\n\r\n")) {
        const head = received.slice(0, end);
        received = received.slice(end + 4);
        requests.push(head);
        options.answer(socket, head);
      }
    });
  });
  return { requests, ...(await listen(server)) };
}

/** An endpoint that takes connections and leaves all else to `onConnection`. */
export async function startTcpEndpoint(onConnection: (socket: Socket) => void): Promise<Listener> {
  const server = createTcpServer((socket) => onConnection(socket.on("error", () => {})));
  return listen(server);
}

async function listen(server: Server): Promise<Listener> {
  const sockets = new Set<Socket>();
  let opened = 0;
  server.on("connection", (socket: Socket) => {
    opened += 1;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { port: (server.address() as AddressInfo).port, connections: () => opened };
}

/** Makes the network answer for every address, until mocks are restored. */
export function sendAllConnectionsTo(port: number): void {
  const connect = Socket.prototype.connect;
  vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket, ...args: unknown[]) {
    return Reflect.apply(connect, this, [{ port, host: "127.0.0.1" }, ...args.slice(1)]) as Socket;
  });
}
