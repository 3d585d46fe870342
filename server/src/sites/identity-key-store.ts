import type { IdentityKeyView, KeyAlgorithm, KeySource } from "@errand/shared/identity-keys";
import type { Selectable } from "kysely";
import { ErrandError } from "../errors.ts";
import { timestamp, type Database } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";
import { rememberQuery } from "../storage/remember-query.ts";
import type { Tables } from "../storage/schema.ts";
import { createIdentityRows, isLiveAt, type IdentityRows } from "./identity-rows.ts";

/** A public key, or the address of a set of them, that tokens may be verified with. */
export interface IdentityKey {
  id: string;
  source: KeySource;
  algorithm: KeyAlgorithm;
  kid: string | null;
  /** PEM, JWK as JSON, or the address of a JWKS. */
  value: string;
}

/** The public keys of each site. */
export interface IdentityKeyStore extends IdentityRows {
  /** Keeps a key that was judged before. @throws ErrandError `conflict` when the site has a key of this `kid` */
  create(
    siteId: string,
    key: Omit<IdentityKey, "id"> & { label: string; endsAt: string | null },
  ): Promise<IdentityKeyView>;
  /** The site's keys, the newest first. */
  list(siteId: string): Promise<IdentityKeyView[]>;
  /** The site's keys that have not ended, the newest first. */
  live(siteId: string): Promise<IdentityKey[]>;
}

export function createIdentityKeyStore(
  database: Database,
  now: () => Date = () => new Date(),
): IdentityKeyStore {
  const rowsOf = rememberQuery(
    database,
    (of: { siteId: string }) =>
      database
        .selectFrom("identity_keys")
        .selectAll()
        .where("site_id", "=", of.siteId)
        .orderBy("created_at", "desc")
        .orderBy("id", "desc"),
    (rows) => rows,
  );

  return {
    ...createIdentityRows(database, "identity_keys", now),
    async create(siteId, { label, endsAt, ...key }) {
      const { kid } = key;
      const refuseTwins = async (id?: string) => {
        const rows = kid === null ? [] : await rowsOf({ siteId });
        if (!rows.some((other) => other.kid === kid && other.id !== id)) return;
        if (id) await database.deleteFrom("identity_keys").where("id", "=", id).execute();
        const message = `A key with the kid "${kid}" is here already: remove it first, or give another kid.`;
        throw new ErrandError("conflict", message);
      };
      await refuseTwins();
      const row = {
        id: createId("idk"),
        site_id: siteId,
        ...key,
        label,
        created_at: timestamp(now()),
        last_used_at: null,
        ends_at: endsAt,
      };
      await database.insertInto("identity_keys").values(row).execute();
      // One that was added in the same moment counts too.
      await refuseTwins(row.id);
      return toView(row);
    },
    list: async (siteId) => (await rowsOf({ siteId })).map(toView),
    async live(siteId) {
      const rows = (await rowsOf({ siteId })).filter(isLiveAt(now()));
      return rows.map(({ id, source, algorithm, kid, value }) => ({
        id,
        source: source as KeySource,
        algorithm: algorithm as KeyAlgorithm,
        kid,
        value,
      }));
    },
  };
}

function toView(row: Selectable<Tables["identity_keys"]>): IdentityKeyView {
  return {
    id: row.id,
    source: row.source as KeySource,
    algorithm: row.algorithm as KeyAlgorithm,
    kid: row.kid,
    value: row.source === "jwk" ? (JSON.parse(row.value) as Record<string, unknown>) : row.value,
    label: row.label,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    endsAt: row.ends_at,
  };
}
