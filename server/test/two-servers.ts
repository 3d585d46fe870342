import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe } from "vitest";
import { openDatabase, type Database } from "../src/storage/database.ts";
import { findDeploymentId } from "../src/storage/deployment-id.ts";
import { createPostgresDatabase, hasPostgres } from "./databases.ts";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import { startErrand, type Errand } from "./errand.ts";
import { hasRedis, openRedisGate, removeKeys, type RedisGate } from "./redis.ts";
import { createScriptedModel, type ScriptedModel } from "./scripted-model.ts";

/** Describes what needs PostgreSQL and Redis. */
export const describeShared = describe.runIf(hasPostgres && hasRedis);

/** Two servers over one database and one Redis, and the owner's API beside them. */
export interface TwoServers {
  one: Errand;
  two: Errand;
  model: ScriptedModel;
  endpoint: Endpoint;
  gate: RedisGate;
  database: Database;
  /** What every key in Redis begins with. */
  prefix: string;
  /** What a further server over the same data is started with. */
  environment: Record<string, string>;
}

/** Starts them for the file; `log` hears what both log. */
export function useTwoServers(log: (line: string) => void = () => {}): TwoServers {
  const servers = { model: createScriptedModel() } as TwoServers;
  const { model } = servers;
  let place: Awaited<ReturnType<typeof createPostgresDatabase>>;
  beforeAll(async () => {
    place = await createPostgresDatabase();
    const endpoint = await startEndpoint();
    const gate = await openRedisGate();
    const environment = {
      ERRAND_DATABASE_URL: place.databaseUrl,
      ERRAND_REDIS_URL: gate.url,
      ERRAND_SECRET_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    };
    const logged = { ...environment, ERRAND_LOG_LEVEL: "info" };
    const start = () => startErrand({ models: model, endpoint, environment: logged, logTo: { write: log } });
    const [one, two] = await Promise.all([start(), start()]);
    const database = await openDatabase(place.options);
    const prefix = `errand:${await findDeploymentId(database)}:`;
    Object.assign(servers, { one, two, endpoint, gate, database, prefix, environment });
  });
  afterAll(async () => {
    await servers.one.close();
    await servers.two.close();
    await servers.endpoint.close();
    await servers.gate.cut();
    await servers.database.destroy();
    await removeKeys(servers.prefix);
    await place.remove();
  });
  return servers;
}
