import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pino from "pino";
import type { ModelRegistry } from "./agent/model-registry.ts";
import { createApp } from "./app.ts";
import { compose } from "./compose.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { openDatabase, type Database } from "./storage/database.ts";

/** A server that listens. */
export interface RunningServer {
  /** Where it listens, such as `http://localhost:3000`. */
  url: string;
  /** Made at the first start and never again; the operator should note it. */
  firstPassword: string | undefined;
  /** Ends every turn, closes the doors, then the database. */
  close(): Promise<void>;
}

/** Where the built pages lie, seen from this file. */
const WIDGET_DIR = fileURLToPath(new URL("../../widget/dist", import.meta.url));
const DASHBOARD_DIR = fileURLToPath(new URL("../dashboard/dist", import.meta.url));

/**
 * Reads the settings, opens the data and listens. `standIns` replace parts, for tests.
 * @throws ConfigError naming the setting that is not usable, or what stands in the way
 */
export async function startServer(
  environment: Record<string, string | undefined>,
  standIns: { models?: ModelRegistry } = {},
): Promise<RunningServer> {
  const config = readConfig(environment);
  requireBuilt("widget", join(WIDGET_DIR, "manifest.json"));
  requireBuilt("dashboard", join(DASHBOARD_DIR, "index.html"));
  const log = pino({ level: config.logLevel, redact: REDACTED });
  const database = await openData(config);
  const http = createServer(SERVER_LIMITS);
  try {
    const publicUrl = config.publicUrl ?? `http://localhost:${config.port || (await listen(http, config))}`;
    const { parts, firstPassword, stop } = await compose({ config, publicUrl, database, log, ...standIns });
    http.on("request", createApp({ ...parts, widgetDir: WIDGET_DIR, dashboardDir: DASHBOARD_DIR }));
    const port = http.listening ? portOf(http) : await listen(http, config);
    const close = (): Promise<void> => shutDown(http, stop, () => database.destroy());
    return { url: config.publicUrl ?? `http://localhost:${port}`, firstPassword, close };
  } catch (error) {
    http.close();
    await database.destroy();
    throw error;
  }
}

/** Times in milliseconds: slow senders are cut off, streams of ours are not. */
const SERVER_LIMITS = { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 };

/** What the log never shows. */
const REDACTED = [
  "req.headers.authorization",
  "req.headers.cookie",
  "*.token",
  "*.password",
  "*.credential",
  "*.user_hash",
];

function requireBuilt(name: string, file: string): void {
  if (!existsSync(file)) throw new ConfigError(`The ${name} is not built: run "npm run build" first`);
}

async function openData(config: Config): Promise<Database> {
  try {
    return await openDatabase(config);
  } catch (error) {
    const setting =
      config.databaseUrl === undefined ? `ERRAND_DATA_DIR: "${config.dataDir}"` : "ERRAND_DATABASE_URL";
    throw new ConfigError(`${setting} cannot be opened: ${String(error)}`, { cause: error });
  }
}

async function listen(http: Server, { port, host }: Config): Promise<number> {
  const ready = Promise.withResolvers<void>();
  http.once("error", ready.reject);
  http.listen({ port, ...(host === undefined ? {} : { host }) }, ready.resolve);
  try {
    await ready.promise;
  } catch (error) {
    throw new ConfigError(explainListenError(error, port, host), { cause: error });
  }
  return portOf(http);
}

const portOf = (http: Server): number => (http.address() as AddressInfo).port;

function explainListenError(error: unknown, port: number, host: string | undefined): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return `ERRAND_PORT: ${port} is taken by another program; stop it or choose another port`;
  if (code === "EACCES") return `ERRAND_PORT: ${port} may not be used by this account; choose one above 1023`;
  if (code === "EADDRNOTAVAIL") return `ERRAND_HOST: "${host}" is not an address of this machine`;
  return `ERRAND_PORT: ${port} cannot be listened on: ${String(error)}`;
}

/** Turns end first, so that every reader is told; the database goes last. */
async function shutDown(
  http: Server,
  endTurns: () => Promise<void>,
  closeData: () => Promise<void>,
): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    http.close(() => resolve());
  });
  await endTurns();
  http.closeAllConnections();
  await closed;
  await closeData();
}
