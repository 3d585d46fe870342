import { ErrandError } from "../errors.ts";
import type { Database } from "../storage/database.ts";
import type { SignedBy } from "./find-keys.ts";

/** Why no session can begin: its site, or what its proof was made with, was removed while that was verified. */
export async function removedMeanwhile(
  database: Database,
  { siteId, signedBy }: { siteId: string; signedBy?: SignedBy },
): Promise<ErrandError | undefined> {
  const isGone = async (table: "sites" | "identity_secrets" | "identity_keys", id: string) =>
    (await database.selectFrom(table).select("id").where("id", "=", id).execute()).length === 0;
  if (await isGone("sites", siteId)) return new ErrandError("not_found", `There is no site ${siteId}.`);
  if (!signedBy) return undefined;
  const isKeyGone =
    "secretId" in signedBy
      ? await isGone("identity_secrets", signedBy.secretId)
      : await isGone("identity_keys", signedBy.keyId);
  if (!isKeyGone) return undefined;
  return new ErrandError("identity_bad_signature", "What the proof was made with has just been removed.");
}
