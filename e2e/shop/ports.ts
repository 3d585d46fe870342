import { createServer } from "node:net";

const LOOPBACK = ["127.0.0.1", "::1"];
const ATTEMPTS = 100;

/**
 * The first port from `wanted` on that nobody listens on, neither on IPv4 nor on IPv6 loopback:
 * a browser that opens `localhost` may choose either. Ports in `reserved` are passed over.
 */
export async function findFreePort(wanted: number, reserved: readonly number[] = []): Promise<number> {
  for (let port = wanted; port < wanted + ATTEMPTS && port <= 65_535; port++) {
    if (!reserved.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port from ${wanted} on. Set another one, such as SHOP_PORT=5000.`);
}

async function isFree(port: number): Promise<boolean> {
  for (const host of LOOPBACK) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

/** A machine without IPv6 answers EADDRNOTAVAIL or EAFNOSUPPORT; nobody can sit on that port there. */
function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
