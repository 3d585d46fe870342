import type { AuditEntry } from "@errand/shared/team";
import type { Selectable } from "kysely";
import { timestamp, type Database } from "../../storage/database.ts";
import { createId } from "../../storage/ids.ts";
import type { Tables } from "../../storage/schema.ts";

/** How long an entry is kept, in milliseconds: two years. */
const KEPT_MS = 730 * 24 * 60 * 60_000;

/** Which entries to list. `from` (inclusive) and `to` (exclusive) are ISO 8601 UTC. */
export interface AuditFilter {
  site?: string | undefined;
  actor?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Id of the last entry of the page before. */
  cursor?: string | undefined;
  limit: number;
}

/** Who changed what, and when. */
export interface AuditStore {
  add(entry: Omit<AuditEntry, "id" | "at">): Promise<void>;
  /** Newest first. */
  list(filter: AuditFilter): Promise<AuditEntry[]>;
  /** Removes what is older than two years. */
  removeExpired(): Promise<void>;
}

export function createAuditStore(database: Database, now: () => Date = () => new Date()): AuditStore {
  return {
    async add({ actor, method, route, site, thing, label, fields }) {
      const row = { actor, method, route, site_id: site, thing, label, fields: JSON.stringify(fields) };
      await database
        .insertInto("audit_log")
        .values({ id: createId("aud"), at: timestamp(now()), ...row })
        .execute();
    },
    async list({ site, actor, from, to, cursor, limit }) {
      let query = database.selectFrom("audit_log").selectAll();
      if (site !== undefined) query = query.where("site_id", "=", site);
      if (actor !== undefined) query = query.where("actor", "=", actor);
      if (from !== undefined) query = query.where("at", ">=", from);
      if (to !== undefined) query = query.where("at", "<", to);
      if (cursor !== undefined) query = query.where("id", "<", cursor);
      const rows = await query.orderBy("id", "desc").limit(limit).execute();
      return rows.map(toEntry);
    },
    async removeExpired() {
      const before = timestamp(new Date(now().getTime() - KEPT_MS));
      await database.deleteFrom("audit_log").where("at", "<", before).execute();
    },
  };
}

function toEntry(row: Selectable<Tables["audit_log"]>): AuditEntry {
  const { id, at, actor, method, route, thing, label } = row;
  return {
    id,
    at,
    actor,
    method,
    route,
    site: row.site_id,
    thing,
    label,
    fields: JSON.parse(row.fields) as string[],
  };
}
