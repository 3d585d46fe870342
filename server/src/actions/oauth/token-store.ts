import type { SealContext } from "../../credentials/seal-context.ts";
import { SealError, type Sealer } from "../../credentials/seal.ts";
import type { Database } from "../../storage/database.ts";
import { grantDigest, type ClientGrant } from "./client-grant.ts";

/** An access token and when another should be asked for. `renewAt` is ISO 8601 UTC. */
export interface KeptToken {
  token: string;
  renewAt: string;
}

/** Access tokens at rest: sealed, one for each action, gone when the action is saved again. */
export interface TokenStore {
  /** Undefined when there is none, or one of another grant. */
  read(grant: ClientGrant): Promise<KeptToken | undefined>;
  write(grant: ClientGrant, kept: KeptToken): Promise<void>;
  /** Forgets this token; one that took its place stays. */
  remove(grant: ClientGrant, token: string): Promise<void>;
}

export function createTokenStore(database: Database, sealer: Pick<Sealer, "seal" | "open">): TokenStore {
  const update = ({ siteId, actionId }: ClientGrant, sealed: string | null) =>
    database
      .updateTable("actions")
      .set({ access_token_sealed: sealed })
      .where("site_id", "=", siteId)
      .where("id", "=", actionId);

  async function readSealed({ siteId, actionId }: ClientGrant): Promise<string | null | undefined> {
    const row = await database
      .selectFrom("actions")
      .select("access_token_sealed")
      .where("site_id", "=", siteId)
      .where("id", "=", actionId)
      .executeTakeFirst();
    return row?.access_token_sealed;
  }

  return {
    async read(grant) {
      return open(sealer, await readSealed(grant), grant);
    },
    async write(grant, kept) {
      await update(grant, sealer.seal(JSON.stringify(kept), contextOf(grant))).execute();
    },
    async remove(grant, token) {
      const sealed = await readSealed(grant);
      if (!sealed || open(sealer, sealed, grant)?.token !== token) return;
      await update(grant, null).where("access_token_sealed", "=", sealed).execute();
    },
  };
}

/** What does not open belongs to another grant or another key: a new token takes its place. */
function open(
  sealer: Pick<Sealer, "open">,
  sealed: string | null | undefined,
  grant: ClientGrant,
): KeptToken | undefined {
  if (!sealed) return undefined;
  try {
    return JSON.parse(sealer.open(sealed, contextOf(grant))) as KeptToken;
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

function contextOf(grant: ClientGrant): SealContext {
  const { siteId: site, actionId: action, endpointOrigin: origin } = grant;
  const { tokenUrl } = grant.auth;
  return { purpose: "access_token", site, action, tokenUrl, origin, grant: grantDigest(grant) };
}
