import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigError, type Config } from "./config.ts";

/** How long requests under way may take once the server ends, in milliseconds. */
const GRACE_MS = 5_000;

const IDLE_CHECK_MS = 50;

/** Listens and answers the port. @throws ConfigError naming the setting that stands in the way */
export async function listen(http: Server, { port, host }: Pick<Config, "port" | "host">): Promise<number> {
  const ready = Promise.withResolvers<void>();
  http.once("error", ready.reject);
  http.listen({ port, ...(host === undefined ? {} : { host }) }, ready.resolve);
  try {
    await ready.promise;
  } catch (error) {
    throw new ConfigError(explainListenError(error, port, host), { cause: error });
  }
  http.off("error", ready.reject);
  return (http.address() as AddressInfo).port;
}

function explainListenError(error: unknown, port: number, host: string | undefined): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EADDRINUSE":
      return `ERRAND_PORT: ${port} is taken by another program; stop it or choose another port`;
    case "EACCES":
      return `ERRAND_PORT: ${port} may not be used by this account; choose one above 1023`;
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT":
    case "EINVAL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `ERRAND_HOST: "${host ?? ""}" must be an address of this machine, such as 127.0.0.1`;
    default:
      return `ERRAND_PORT: ${port} cannot be listened on: ${String(error)}`;
  }
}

/** Takes no new connection, ends the turns, lets other requests under way end, then cuts off the rest. */
export async function closeDoors(http: Server, endTurns: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    http.close(() => resolve());
  });
  await endTurns();
  const idle = setInterval(() => http.closeIdleConnections(), IDLE_CHECK_MS);
  const grace = setTimeout(() => http.closeAllConnections(), GRACE_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(grace);
}
