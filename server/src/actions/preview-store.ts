import type { SiteSettings } from "@errand/shared/site";
import type { Selectable } from "kysely";
import type { StoredAction } from "./stored-action.ts";
import { createToken, hashToken } from "../credentials/session-token.ts";
import { claimsOf } from "../identity/claims.ts";
import type { Visitor } from "../identity/visitor.ts";
import { timestamp, type Database } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";
import type { Tables } from "../storage/schema.ts";

const LIFETIME_MS = 3_600_000;

/** Sets the proof of a preview apart from an identity token, which has dots. */
const TOKEN_PREFIX = "errand_preview_";

/** An action that stands in for a saved one, in one preview alone. */
export interface DraftAction {
  action: StoredAction;
  /** Id of the saved action that it stands in for. */
  replaces?: string;
}

/** The assistant as the owner tries it: as whom, and with what in place of what is saved. */
export interface Preview {
  id: string;
  siteId: string;
  visitor: Visitor;
  settings: SiteSettings | null;
  draft: DraftAction | null;
  /** ISO 8601 UTC. */
  expiresAt: string;
}

/** The owner's previews. Each lives for an hour, and its sessions with it. */
export interface PreviewStore {
  create(begin: Pick<Preview, "siteId" | "visitor" | "settings" | "draft">): Promise<Preview>;
  get(id: string): Promise<Preview | undefined>;
  /** A new proof with which the preview's page begins a session; the one before is void. */
  issueToken(id: string): Promise<string>;
  /** The live preview that a proof belongs to; undefined for every other kind of proof. */
  redeem(proof: unknown): Promise<Preview | undefined>;
  removeExpired(): Promise<void>;
}

export function createPreviewStore(database: Database, now: () => Date = () => new Date()): PreviewStore {
  const live = () => database.selectFrom("previews").selectAll().where("expires_at", ">", timestamp(now()));

  return {
    async create({ siteId, visitor, settings, draft }) {
      const row: Selectable<Tables["previews"]> = {
        id: createId("prv"),
        site_id: siteId,
        visitor: JSON.stringify(visitor),
        settings: settings && JSON.stringify(settings),
        draft: draft && JSON.stringify(draft),
        token_hash: null,
        created_at: timestamp(now()),
        expires_at: timestamp(new Date(now().getTime() + LIFETIME_MS)),
      };
      await database.insertInto("previews").values(row).execute();
      return toPreview(row);
    },
    async get(id) {
      const row = await live().where("id", "=", id).executeTakeFirst();
      return row && toPreview(row);
    },
    async issueToken(id) {
      const token = TOKEN_PREFIX + createToken();
      await database
        .updateTable("previews")
        .set({ token_hash: hashToken(token) })
        .where("id", "=", id)
        .execute();
      return token;
    },
    async redeem(proof) {
      const token = tokenOf(proof);
      if (token === undefined) return undefined;
      const row = await live().where("token_hash", "=", hashToken(token)).executeTakeFirst();
      return row && toPreview(row);
    },
    async removeExpired() {
      await database.deleteFrom("previews").where("expires_at", "<=", timestamp(now())).execute();
    },
  };
}

/** Whose conversations a preview has: nobody's but its own. */
export function previewKey(id: string): string {
  return `preview:${id}`;
}

function tokenOf(proof: unknown): string | undefined {
  if (typeof proof !== "object" || proof === null || !("token" in proof)) return undefined;
  const { token } = proof;
  return typeof token === "string" && token.startsWith(TOKEN_PREFIX) ? token : undefined;
}

function toPreview(row: Selectable<Tables["previews"]>): Preview {
  const visitor = JSON.parse(row.visitor) as Visitor;
  const proved = visitor.verification === "jwt" ? { claims: claimsOf(Object.entries(visitor.claims)) } : {};
  return {
    id: row.id,
    siteId: row.site_id,
    visitor: { ...visitor, ...proved },
    settings: row.settings === null ? null : (JSON.parse(row.settings) as SiteSettings),
    draft: row.draft === null ? null : (JSON.parse(row.draft) as DraftAction),
    expiresAt: row.expires_at,
  };
}
