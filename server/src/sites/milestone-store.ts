import type { ChecklistStep } from "@errand/shared/checklist";
import { timestamp, type Database } from "../storage/database.ts";

/** How often the same step is written again, in milliseconds. */
const NOTE_EVERY_MS = 3_600_000;

/** A step that a site has reached. Times are ISO 8601 UTC. */
export interface Milestone {
  step: ChecklistStep;
  firstAt: string;
  lastAt: string;
  detail: string | null;
}

/** What each site has reached, from what really happened. */
export interface MilestoneStore {
  /** Notes that a step happened; costs nothing when it was noted within the hour. It never throws. */
  note(siteId: string, step: ChecklistStep, detail?: string): void;
  list(siteId: string): Promise<Milestone[]>;
  /** Waits for what is being written. */
  settled(): Promise<void>;
}

interface MilestoneOptions {
  database: Database;
  now?: () => Date;
  log: { error(details: object, message: string): void };
}

export function createMilestoneStore(options: MilestoneOptions): MilestoneStore {
  const { database, log, now = () => new Date() } = options;
  const noted = new Map<string, number>();
  const writing = new Set<Promise<void>>();

  async function write(siteId: string, step: ChecklistStep, detail: string | null): Promise<void> {
    const at = timestamp(now());
    await database
      .insertInto("milestones")
      .values({ site_id: siteId, step, first_at: at, last_at: at, detail })
      .onConflict((conflict) => conflict.columns(["site_id", "step"]).doUpdateSet({ last_at: at, detail }))
      .execute();
  }

  return {
    note(siteId, step, detail) {
      // Not by the detail as well: a page chooses it, and a site may allow any number of pages.
      const key = `${siteId} ${step}`;
      const atMs = now().getTime();
      if (atMs - (noted.get(key) ?? -Infinity) < NOTE_EVERY_MS) return;
      noted.set(key, atMs);
      const written = write(siteId, step, detail ?? null)
        .catch((error: unknown) => {
          noted.delete(key);
          log.error({ err: error, site: siteId, step }, "a milestone was not noted");
        })
        .finally(() => writing.delete(written));
      writing.add(written);
    },
    async list(siteId) {
      const rows = await database
        .selectFrom("milestones")
        .selectAll()
        .where("site_id", "=", siteId)
        .execute();
      return rows.map((row) => ({
        step: row.step as ChecklistStep,
        firstAt: row.first_at,
        lastAt: row.last_at,
        detail: row.detail,
      }));
    },
    async settled() {
      await Promise.all(writing);
    },
  };
}
