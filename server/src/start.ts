import { existsSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type pino from "pino";
import type { ModelRegistry } from "./agent/model-registry.ts";
import { createApp } from "./app.ts";
import { compose } from "./compose.ts";
import { ConfigError, readConfig } from "./config.ts";
import { lockData } from "./data-lock.ts";
import type { PasswordHasher } from "./http/admin/password-hash.ts";
import { closeDoors, listen } from "./listen.ts";
import { createLog } from "./log.ts";
import { openData } from "./open-data.ts";
import { openSharedRedis } from "./open-redis.ts";

/** A server that listens. */
export interface RunningServer {
  /** Where it listens, such as `http://localhost:3000`. */
  url: string;
  /** Made at the first start and never again; the operator should note it. */
  firstPassword: string | undefined;
  /** Ends every turn, closes the doors, then the database. */
  close(): Promise<void>;
}

/** What tests replace. */
interface StandIns {
  models?: ModelRegistry;
  passwords?: PasswordHasher;
  logTo?: pino.DestinationStream;
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
  standIns: StandIns = {},
): Promise<RunningServer> {
  const config = readConfig(environment);
  requireBuilt("widget", join(WIDGET_DIR, "manifest.json"));
  requireBuilt("dashboard", join(DASHBOARD_DIR, "index.html"));
  const log = createLog(config.logLevel, standIns.logTo);
  const http = createServer(SERVER_LIMITS);
  const undo: (() => Promise<void> | void)[] = [];
  const rewind = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    // First, so that a start which fails leaves no data behind, and no first password that nobody was shown.
    const app = holdRequests(http);
    const port = await listen(http, config);
    undo.push(lockData(config));
    const database = await openData(config);
    undo.push(() => database.destroy());
    const redis = await openSharedRedis(config, database, log);
    if (redis) undo.push(() => redis.close());
    const url = config.publicUrl ?? `http://localhost:${port}`;
    const { models, passwords } = standIns;
    const composed = await compose({ config, publicUrl: url, database, redis, log, models, passwords });
    undo.push(() => closeDoors(http, composed.stop));
    app.resolve(createApp({ ...composed.parts, widgetDir: WIDGET_DIR, dashboardDir: DASHBOARD_DIR }));
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => (closing ??= rewind());
    return { url, firstPassword: composed.firstPassword, close };
  } catch (error) {
    http.close();
    http.closeAllConnections();
    await rewind();
    throw error;
  }
}

/** Requests that come before the app is there wait for it. */
function holdRequests(http: Server): PromiseWithResolvers<RequestListener> {
  const app = Promise.withResolvers<RequestListener>();
  http.on("request", (request, response) => {
    void app.promise.then((answer) => answer(request, response));
  });
  return app;
}

/** Times in milliseconds: slow senders are cut off, streams of ours are not. */
const SERVER_LIMITS = { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 };

function requireBuilt(name: string, file: string): void {
  if (!existsSync(file)) throw new ConfigError(`The ${name} is not built: run "npm run build" first`);
}
