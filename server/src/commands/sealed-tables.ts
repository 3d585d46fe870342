import type { Action } from "@errand/shared/action";
import { credentialContext } from "../actions/stored-action.ts";
import { originOfVendor } from "../agent/vendors.ts";
import type { SealContext } from "../credentials/seal-context.ts";
import { signingKeyContext } from "../credentials/signing-key-store.ts";
import { identitySecretContext } from "../sites/identity-secret-store.ts";
import { modelKeyContext } from "../sites/site-model-store.ts";
import { webhookSecretContext } from "../sites/webhook-secret-store.ts";
import type { Database } from "../storage/database.ts";

/** A sealed value and the place it is sealed for. */
export interface SealedRow {
  id: string;
  sealed: string;
  /** Undefined for a credential of an action that no longer has a place for one. */
  context: SealContext | undefined;
}

/** The sealed values of one table. */
export interface SealedTable {
  name: string;
  rows(): Promise<SealedRow[]>;
  /** Puts another value in the row's place; false when somebody else has changed it meanwhile. */
  replace(row: SealedRow, sealed: string): Promise<boolean>;
}

/** Everything that is sealed in this data. */
export function sealedTables(database: Database): SealedTable[] {
  return [
    {
      name: "credentials",
      async rows() {
        const rows = await database
          .selectFrom("actions")
          .selectAll()
          .where("credential_sealed", "is not", null)
          .execute();
        return rows.map(({ id, site_id: siteId, definition, credential_sealed: sealed }) => {
          const context = credentialContext({ id, siteId, definition: JSON.parse(definition) as Action });
          return { id, sealed: sealed ?? "", context };
        });
      },
      async replace(row, sealed) {
        const { numUpdatedRows } = await database
          .updateTable("actions")
          .set({ credential_sealed: sealed })
          .where("id", "=", row.id)
          .where("credential_sealed", "=", row.sealed)
          .executeTakeFirst();
        return numUpdatedRows === 1n;
      },
    },
    {
      name: "identity secrets",
      async rows() {
        const rows = await database.selectFrom("identity_secrets").selectAll().execute();
        return rows.map(({ id, site_id, sealed }) => ({
          id,
          sealed,
          context: identitySecretContext(site_id, id),
        }));
      },
      replace: replaceIn(database, "identity_secrets"),
    },
    {
      name: "webhook secrets",
      async rows() {
        const rows = await database.selectFrom("webhook_secrets").selectAll().execute();
        return rows.map(({ id, site_id, sealed }) => ({
          id,
          sealed,
          context: webhookSecretContext(site_id, id),
        }));
      },
      replace: replaceIn(database, "webhook_secrets"),
    },
    {
      name: "model keys",
      async rows() {
        const rows = await database
          .selectFrom("site_models")
          .selectAll()
          .where("api_key_sealed", "is not", null)
          .execute();
        return rows.map(({ site_id: id, vendor, base_url: baseUrl, api_key_sealed: sealed }) => {
          const origin = originOfVendor(vendor ?? "", baseUrl);
          const context = vendor === null || !origin ? undefined : modelKeyContext(id, vendor, origin);
          return { id, sealed: sealed ?? "", context };
        });
      },
      async replace(row, sealed) {
        const { numUpdatedRows } = await database
          .updateTable("site_models")
          .set({ api_key_sealed: sealed })
          .where("site_id", "=", row.id)
          .where("api_key_sealed", "=", row.sealed)
          .executeTakeFirst();
        return numUpdatedRows === 1n;
      },
    },
    {
      name: "signing keys",
      async rows() {
        const rows = await database
          .selectFrom("signing_keys")
          .selectAll()
          .where("sealed", "is not", null)
          .execute();
        return rows.map(({ id, sealed }) => ({ id, sealed: sealed ?? "", context: signingKeyContext(id) }));
      },
      replace: replaceIn(database, "signing_keys"),
    },
  ];
}

function replaceIn(
  database: Database,
  table: "identity_secrets" | "webhook_secrets" | "signing_keys",
): SealedTable["replace"] {
  return async (row, sealed) => {
    const { numUpdatedRows } = await database
      .updateTable(table)
      .set({ sealed })
      .where("id", "=", row.id)
      .where("sealed", "=", row.sealed)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };
}
