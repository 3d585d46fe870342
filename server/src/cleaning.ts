import { removeOutlived } from "./conversations/retention.ts";
import type { SiteStore } from "./sites/site-store.ts";
import type { Database } from "./storage/database.ts";

const HOUR_MS = 3_600_000;
/** After a start, in milliseconds: a server that is restarted often must clean too. */
const FIRST_MS = 60_000;

interface CleaningDependencies {
  database: Database;
  /** What ends by itself. */
  expiring: readonly { removeExpired(): Promise<void> }[];
  /** Ends runs that a dead server left behind, where several share the data. */
  settleLeftRuns?: () => Promise<unknown>;
  sites: Pick<SiteStore, "list">;
  log: { error(details: object, message: string): void; info(details: object, message: string): void };
}

/** Removes what has expired or outlived its time, soon after the start and then every hour; answers how to stop. */
export function startCleaning(dependencies: CleaningDependencies): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const begin = (): void => {
    if (isBusy) return;
    isBusy = true;
    running = clean(dependencies).finally(() => (isBusy = false));
  };
  const first = setTimeout(begin, FIRST_MS).unref();
  const hourly = setInterval(begin, HOUR_MS).unref();
  return async () => {
    clearTimeout(first);
    clearInterval(hourly);
    await running;
  };
}

async function clean({
  database,
  expiring,
  settleLeftRuns,
  sites,
  log,
}: CleaningDependencies): Promise<void> {
  const attempt = (work: Promise<unknown>) =>
    work.catch((error: unknown) => log.error({ err: error }, "what has expired was not cleaned up"));
  for (const store of expiring) await attempt(store.removeExpired());
  if (settleLeftRuns) await attempt(settleLeftRuns());
  const removeOld = async () => {
    const removed = await removeOutlived(database, await sites.list());
    if (Object.values(removed).some((count) => count > 0))
      log.info(removed, "removed what had outlived its time");
  };
  await attempt(removeOld());
}
