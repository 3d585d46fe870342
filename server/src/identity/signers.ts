import { ErrandError } from "../errors.ts";
import { isLiveAt } from "../sites/identity-rows.ts";
import type { Database } from "../storage/database.ts";
import type { SignedBy } from "./find-keys.ts";

/** Whether what a proof was made with still counts: neither removed nor ended. */
export async function isSignerLive(database: Database, signedBy: SignedBy, at: Date): Promise<boolean> {
  const [table, id] =
    "secretId" in signedBy
      ? (["identity_secrets", signedBy.secretId] as const)
      : (["identity_keys", signedBy.keyId] as const);
  const rows = await database.selectFrom(table).select("ends_at").where("id", "=", id).execute();
  return rows.some(isLiveAt(at));
}

/** Why no session can begin: its site, or what its proof was made with, was removed while that was verified. */
export async function removedMeanwhile(
  database: Database,
  { siteId, signedBy }: { siteId: string; signedBy?: SignedBy },
  at: Date,
): Promise<ErrandError | undefined> {
  const sites = await database.selectFrom("sites").select("id").where("id", "=", siteId).execute();
  if (sites.length === 0) return new ErrandError("not_found", `There is no site ${siteId}.`);
  if (!signedBy || (await isSignerLive(database, signedBy, at))) return undefined;
  return new ErrandError("identity_bad_signature", "What the proof was made with has just been removed.");
}
