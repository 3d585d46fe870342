import { ConfigError, type Config } from "./config.ts";
import type { Database } from "./storage/database.ts";
import { findDeploymentId } from "./storage/deployment-id.ts";
import { openRedis, RedisRefusal, type RedisLink } from "./storage/redis.ts";

interface RedisLog {
  warn(details: object, message: string): void;
  info(details: object, message: string): void;
}

/**
 * Connects to the Redis that the settings name. A server whose Redis is away serves all the same, and says so.
 * @throws ConfigError when Redis refuses what the setting asks for
 */
export async function openSharedRedis(
  { redisUrl }: Pick<Config, "redisUrl">,
  database: Database,
  log: RedisLog,
): Promise<RedisLink | undefined> {
  if (redisUrl === undefined) return undefined;
  const prefix = `errand:${await findDeploymentId(database)}:`;
  const onChange = (isUp: boolean, reason: string): void => {
    if (isUp) log.info({ host: hostOf(redisUrl) }, "Redis answers");
    else log.warn({ host: hostOf(redisUrl), reason }, AWAY);
  };
  try {
    return await openRedis({ url: redisUrl, prefix, onChange });
  } catch (error) {
    if (!(error instanceof RedisRefusal)) throw error;
    throw new ConfigError(
      `ERRAND_REDIS_URL: Redis at ${hostOf(redisUrl)} refuses it: ${error.message}; its password and the number of its database must be those of that server`,
      { cause: error },
    );
  }
}

const AWAY =
  "ERRAND_REDIS_URL: Redis does not answer. This server serves all the same and goes on trying: meanwhile it counts rates by itself, and a reply that another server writes is seen here once it is finished.";

/** The setting without its password. */
const hostOf = (url: string): string => new URL(url).host;
