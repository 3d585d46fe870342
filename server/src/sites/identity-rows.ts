import type { IdentityChange } from "@errand/shared/identity-keys";
import { timestamp, type Database } from "../storage/database.ts";

const TOUCH_EVERY_MS = 60_000;

/** What identity secrets and public keys have in common. */
export interface IdentityRows {
  /** Notes that a proof was made with this one, at most once a minute. */
  touch(id: string): Promise<void>;
  /** Changes the label or the end of one of the site's. */
  change(siteId: string, id: string, change: IdentityChange): Promise<void>;
  /** Removes one and the sessions that it signed; false when the site has no such one. */
  remove(siteId: string, id: string): Promise<boolean>;
}

/** Whether a row still counts at a moment. */
export function isLiveAt(at: Date): (row: { ends_at: string | null }) => boolean {
  return ({ ends_at: endsAt }) => endsAt === null || endsAt > timestamp(at);
}

export function createIdentityRows(
  database: Database,
  table: "identity_secrets" | "identity_keys",
  now: () => Date,
): IdentityRows {
  /** By id, in milliseconds: a session's opening need not write each time. */
  const touchedMs = new Map<string, number>();
  return {
    async touch(id) {
      const at = now();
      if (at.getTime() - (touchedMs.get(id) ?? 0) < TOUCH_EVERY_MS) return;
      touchedMs.set(id, at.getTime());
      const used = { last_used_at: timestamp(at) };
      await database.updateTable(table).set(used).where("id", "=", id).execute();
    },
    async change(siteId, id, { label, endsAt }) {
      const columns = {
        ...(label === undefined ? {} : { label }),
        ...(endsAt === undefined ? {} : { ends_at: endsAt }),
      };
      if (Object.keys(columns).length === 0) return;
      await database
        .updateTable(table)
        .set(columns)
        .where("site_id", "=", siteId)
        .where("id", "=", id)
        .execute();
    },
    async remove(siteId, id) {
      touchedMs.delete(id);
      const removed = await database
        .deleteFrom(table)
        .where("site_id", "=", siteId)
        .where("id", "=", id)
        .returning("id")
        .execute();
      return removed.length > 0;
    },
  };
}
