import { randomBytes } from "node:crypto";
import type { WebhookSecretView } from "@errand/shared/site";
import { credentialHint } from "../credentials/hint.ts";
import { openForAWhile } from "../credentials/open-for-a-while.ts";
import type { SealContext } from "../credentials/seal-context.ts";
import type { Sealer } from "../credentials/seal.ts";
import { timestamp, type Database } from "../storage/database.ts";
import { rememberQuery } from "../storage/remember-query.ts";
import { createId } from "../storage/ids.ts";

const SECRET_BYTES = 32;
const PREFIX = "whsec_";

/** The secrets that a site's calls are signed with (Standard Webhooks). */
export interface WebhookSecretStore {
  /** Makes a secret of 256 random bits; this answer is the only one that shows it. */
  create(siteId: string): Promise<WebhookSecretView & { secret: string }>;
  /** The site's secrets, the newest first. */
  list(siteId: string): Promise<WebhookSecretView[]>;
  /** The texts of the site's secrets, the newest first; the first one is made when there is none. */
  live(siteId: string): Promise<string[]>;
  /** Removes a secret: no later call is signed with it. False when the site has no such secret. */
  remove(siteId: string, id: string): Promise<boolean>;
}

export function createWebhookSecretStore(
  database: Database,
  sealer: Pick<Sealer, "seal" | "open">,
  now: () => Date = () => new Date(),
): WebhookSecretStore {
  const open = openForAWhile(sealer, now);
  const rowsOf = rememberQuery(
    database,
    (of: { siteId: string }) =>
      database
        .selectFrom("webhook_secrets")
        .selectAll()
        .where("site_id", "=", of.siteId)
        .orderBy("created_at", "desc")
        .orderBy("id", "desc"),
    (rows) => rows,
  );

  const create: WebhookSecretStore["create"] = async (siteId) => {
    const id = createId("whs");
    const secret = PREFIX + randomBytes(SECRET_BYTES).toString("base64");
    const view = { id, createdAt: timestamp(now()), hint: credentialHint(secret) ?? "" };
    const sealed = sealer.seal(secret, webhookSecretContext(siteId, id));
    const row = { id, site_id: siteId, sealed, hint: view.hint, created_at: view.createdAt };
    await database.insertInto("webhook_secrets").values(row).execute();
    return { ...view, secret };
  };

  const findTexts = async (siteId: string): Promise<string[]> =>
    (await rowsOf({ siteId })).map((row) => open(row.sealed, webhookSecretContext(siteId, row.id)));

  /** The first calls of a site come side by side, and each would make a secret of its own. */
  const making = new Map<string, Promise<string[]>>();
  const makeFirst = async (siteId: string): Promise<string[]> => {
    const texts = await findTexts(siteId);
    return texts.length > 0 ? texts : [(await create(siteId)).secret];
  };
  const waitForFirst = (siteId: string): Promise<string[]> => {
    const first = making.get(siteId) ?? makeFirst(siteId).finally(() => making.delete(siteId));
    making.set(siteId, first);
    return first;
  };

  return {
    create,
    async list(siteId) {
      const rows = await rowsOf({ siteId });
      return rows.map((row) => ({ id: row.id, createdAt: row.created_at, hint: row.hint }));
    },
    async live(siteId) {
      const texts = await findTexts(siteId);
      return texts.length > 0 ? texts : waitForFirst(siteId);
    },
    async remove(siteId, id) {
      const removed = await database
        .deleteFrom("webhook_secrets")
        .where("site_id", "=", siteId)
        .where("id", "=", id)
        .returning("id")
        .execute();
      return removed.length > 0;
    },
  };
}

/** The place that a webhook secret is sealed for. */
export function webhookSecretContext(site: string, secret: string): SealContext {
  return { purpose: "webhook_secret", site, secret };
}
