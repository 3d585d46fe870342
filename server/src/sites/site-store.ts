import { siteSettingsSchema, type SiteSettings } from "@errand/shared/site";
import type { Selectable } from "kysely";
import { deepFreeze, rememberByText } from "../remember.ts";
import { timestamp, timestampAfter, type Database } from "../storage/database.ts";
import { rememberQuery } from "../storage/remember-query.ts";
import { createId } from "../storage/ids.ts";
import type { Tables } from "../storage/schema.ts";
import type { Site } from "./site.ts";

/** Settings kept as they were parsed, so that a request does not parse them again. */
const MAX_REMEMBERED = 500;

/** Ids come from requests; PostgreSQL refuses some texts, such as one with a NUL, with an error. */
const SITE_ID = /^\w{1,64}$/;

/** A site before and after it was changed. */
interface Change {
  before: Site;
  after: Site;
}

/** The sites of this server. */
export interface SiteStore {
  create(settings: SiteSettings): Promise<Site>;
  get(id: string): Promise<Site | undefined>;
  /** All sites, the oldest first. */
  list(): Promise<readonly Site[]>;
  /**
   * Gives a site the settings that `decide` makes of those that stand, and answers with both; undefined when there is
   * no such site. `decide` is asked again when somebody else changed the site meanwhile. Requiring tokens ends the
   * sessions that user hashes began.
   */
  change(
    id: string,
    decide: (site: Site) => SiteSettings | Promise<SiteSettings>,
  ): Promise<Change | undefined>;
  /** Removes a site with everything of it; false when there is none. */
  remove(id: string): Promise<boolean>;
}

export function createSiteStore(database: Database): SiteStore {
  const byId = rememberQuery(
    database,
    (of: { id: string }) => database.selectFrom("sites").selectAll().where("id", "=", of.id),
    ([row]) => row && toSite(row),
  );
  const all = rememberQuery(
    database,
    () => database.selectFrom("sites").selectAll().orderBy("created_at").orderBy("id"),
    (rows) => rows.map(toSite),
  );
  const get = async (id: string) => (SITE_ID.test(id) ? byId({ id }) : undefined);
  return {
    async create(settings) {
      const now = timestamp();
      const id: string = createId("site");
      const row = { id, settings: JSON.stringify(settings), created_at: now, updated_at: now };
      await database.insertInto("sites").values(row).execute();
      return toSite(row);
    },
    get,
    list: () => all({}),
    async change(id, decide) {
      for (let before = await get(id); before; before = await get(id)) {
        const settings = await decide(before);
        const row = await database
          .updateTable("sites")
          .set({ settings: JSON.stringify(settings), updated_at: timestampAfter(before.updatedAt) })
          .where("id", "=", id)
          .where("updated_at", "=", before.updatedAt)
          .returningAll()
          .executeTakeFirst();
        if (!row) continue;
        if (settings.requireJwt) await endHashSessions(database, id);
        return { before, after: toSite(row) };
      }
      return undefined;
    },
    async remove(id) {
      const removed = await database.deleteFrom("sites").where("id", "=", id).returning("id").execute();
      return removed.length > 0;
    },
  };
}

async function endHashSessions(database: Database, siteId: string): Promise<void> {
  const hashSecrets = database
    .selectFrom("identity_secrets")
    .select("id")
    .where("site_id", "=", siteId)
    .where("kind", "=", "user_hash");
  await database.deleteFrom("sessions").where("identity_secret_id", "in", hashSecrets).execute();
}

const parseSettings = rememberByText(
  (text) => deepFreeze(siteSettingsSchema.parse(JSON.parse(text))),
  MAX_REMEMBERED,
);

/** Stored settings are parsed, so that one which a later version added has its default. */
function toSite(row: Selectable<Tables["sites"]>): Site {
  return {
    id: row.id,
    settings: parseSettings(row.settings),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
