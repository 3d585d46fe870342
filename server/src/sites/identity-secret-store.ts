import { randomBytes } from "node:crypto";
import type { IdentitySecretView, SecretKind } from "@errand/shared/identity-keys";
import { openForAWhile } from "../credentials/open-for-a-while.ts";
import type { SealContext } from "../credentials/seal-context.ts";
import type { Sealer } from "../credentials/seal.ts";
import { timestamp, type Database } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";
import { rememberQuery } from "../storage/remember-query.ts";
import { createIdentityRows, isLiveAt, type IdentityRows } from "./identity-rows.ts";

const SECRET_BYTES = 32;
const PREFIX: Record<SecretKind, string> = { jwt: "ids_jwt_", user_hash: "ids_hash_" };

/** An identity secret that proofs may be made with; the text itself is the HMAC key. */
export interface LiveSecret {
  id: string;
  secret: string;
}

/** The identity secrets of each site. */
export interface IdentitySecretStore extends IdentityRows {
  /** Makes a secret of 256 random bits; this answer is the only one that shows it. */
  create(
    siteId: string,
    kind: SecretKind,
    label: string,
    endsAt?: string | null,
  ): Promise<LiveSecret & { kind: SecretKind }>;
  /** The site's secrets, the newest first. */
  list(siteId: string): Promise<IdentitySecretView[]>;
  /** The site's secrets of one kind that have not ended, opened, the newest first. */
  live(siteId: string, kind: SecretKind): Promise<LiveSecret[]>;
}

export function createIdentitySecretStore(
  database: Database,
  sealer: Pick<Sealer, "seal" | "open">,
  now: () => Date = () => new Date(),
): IdentitySecretStore {
  const open = openForAWhile(sealer, now);
  const rowsOf = rememberQuery(
    database,
    (of: { siteId: string }) =>
      database
        .selectFrom("identity_secrets")
        .selectAll()
        .where("site_id", "=", of.siteId)
        .orderBy("created_at", "desc")
        .orderBy("id", "desc"),
    (rows) => rows,
  );

  return {
    ...createIdentityRows(database, "identity_secrets", now),
    async create(siteId, kind, label, endsAt = null) {
      const id: string = createId("ids");
      const secret = PREFIX[kind] + randomBytes(SECRET_BYTES).toString("base64url");
      const sealed = sealer.seal(secret, identitySecretContext(siteId, id));
      const row = {
        id,
        site_id: siteId,
        kind,
        label,
        sealed,
        created_at: timestamp(now()),
        last_used_at: null,
        ends_at: endsAt,
      };
      await database.insertInto("identity_secrets").values(row).execute();
      return { id, kind, secret };
    },
    async list(siteId) {
      const rows = await rowsOf({ siteId });
      return rows.map((row) => ({
        id: row.id,
        kind: row.kind as SecretKind,
        label: row.label,
        createdAt: row.created_at,
        lastUsedAt: row.last_used_at,
        endsAt: row.ends_at,
      }));
    },
    async live(siteId, kind) {
      const rows = (await rowsOf({ siteId })).filter((row) => row.kind === kind);
      return openEach(rows.filter(isLiveAt(now())), (row) => ({
        id: row.id,
        secret: open(row.sealed, identitySecretContext(siteId, row.id)),
      }));
    },
  };
}

/**
 * Opens what can be opened: a row that is damaged, or sealed under a key that is gone, stops no other.
 * @throws what the first one threw when none opens
 */
function openEach<Row, Opened>(rows: Row[], open: (row: Row) => Opened): Opened[] {
  const faults: unknown[] = [];
  const opened = rows.flatMap((row) => {
    try {
      return [open(row)];
    } catch (error) {
      faults.push(error);
      return [];
    }
  });
  if (opened.length === 0 && faults.length > 0) throw faults[0];
  return opened;
}

/** The place that an identity secret is sealed for. */
export function identitySecretContext(site: string, secret: string): SealContext {
  return { purpose: "identity_secret", site, secret };
}
