import type { Selectable } from "kysely";
import { createToken, hashToken } from "../credentials/session-token.ts";
import { timestamp, type Database } from "../storage/database.ts";
import { prepareQuery } from "../storage/prepare.ts";
import type { Tables } from "../storage/schema.ts";
import { claimsAt, claimsOf } from "./claims.ts";
import type { SignedBy } from "./find-keys.ts";
import { isSignerLive, removedMeanwhile } from "./signers.ts";
import { visitorKey, type Visitor } from "./visitor.ts";

const MINUTE_MS = 60_000;
const IDLE_MS = { anonymous: 24 * 60 * MINUTE_MS, verified: 30 * MINUTE_MS };
const TOUCH_EVERY_MS = MINUTE_MS;
/** Later than any time that is stored. */
const NEVER = "9999-12-31T23:59:59.999Z";

/** One visit of one browser at one site. Times are ISO 8601 UTC. */
export interface Session {
  /** SHA-256 of the token, hex. */
  id: string;
  siteId: string;
  /** The page's origin; the session serves no other. */
  origin: string;
  visitor: Visitor;
  visitorKey: string;
  /** What the visitor's proof was made with. */
  signedBy?: SignedBy;
  /** A BCP 47 tag. */
  locale: string;
  /** The owner's preview that this session shows. */
  previewId: string | null;
  expiresAt: string;
  mergedAt: string | null;
}

/** What a session begins with. */
interface NewSession {
  siteId: string;
  origin: string;
  visitor: Visitor;
  locale: string;
  /** The owner's preview; its conversations stand under a key of their own, whoever the visitor is. */
  preview?: { id: string; visitorKey: string };
  /** What the proof was made with; its removal or end ends the session. */
  signedBy?: SignedBy;
}

/** The visitors' sessions: 30 minutes idle for a verified visitor, 24 hours for an anonymous one. */
export interface SessionStore {
  /**
   * Begins a session. The token is 256 random bits, of which only a hash is kept.
   * @throws ErrandError `not_found` or `identity_bad_signature` when the site or what the proof was made with is gone
   */
  create(begin: NewSession): Promise<{ token: string; expiresAt: string; session: Session }>;
  /** The live session of a token at this origin, its life prolonged; claims are gone once the token's `exp` has passed. */
  find(token: string, origin: string): Promise<Session | undefined>;
  /** Whether what the visitor's proof was made with still counts; true for who gave none. */
  isProved(session: Session): Promise<boolean>;
  /** Ends the session of this id. */
  end(id: string): Promise<void>;
  setLocale(session: Session, locale: string): Promise<void>;
  /** Marks an anonymous session as merged into a verified one; true for the first call alone. */
  markMerged(session: Session): Promise<boolean>;
  /** Deletes the sessions that have expired. */
  removeExpired(): Promise<void>;
}

export function createSessionStore(database: Database, now: () => Date = () => new Date()): SessionStore {
  const prolong = async (row: SessionRow): Promise<SessionRow> => {
    if (now().getTime() - Date.parse(row.last_seen_at) < TOUCH_EVERY_MS) return row;
    const seen = { last_seen_at: timestamp(now()), expires_at: expiryOf(row.visitor_key, now()) };
    await database.updateTable("sessions").set(seen).where("token_hash", "=", row.token_hash).execute();
    return { ...row, ...seen };
  };

  const findLive = prepareQuery(database, (of: { tokenHash: string; origin: string; now: string }) =>
    database
      .selectFrom("sessions")
      .leftJoin("identity_secrets as secret", "secret.id", "sessions.identity_secret_id")
      .leftJoin("identity_keys as key", "key.id", "sessions.identity_key_id")
      .leftJoin("previews as preview", "preview.id", "sessions.preview_id")
      .selectAll("sessions")
      .where("sessions.token_hash", "=", of.tokenHash)
      .where("origin", "=", of.origin)
      .where("sessions.expires_at", ">", of.now)
      .where(({ fn, eb }) => eb(fn.coalesce("preview.expires_at", eb.val(NEVER)), ">", of.now))
      .where(({ fn, eb }) => eb(fn.coalesce("secret.ends_at", "key.ends_at", eb.val(NEVER)), ">", of.now)),
  );

  return {
    async create(begin) {
      const token = createToken();
      const row = toRow(begin, token, now());
      const inserted = database.insertInto("sessions").values(row).execute();
      await inserted.catch(async (error: unknown) => {
        throw (await removedMeanwhile(database, begin, now())) ?? error;
      });
      return { token, expiresAt: row.expires_at, session: toSession(row, now()) };
    },
    async find(token, origin) {
      const [row] = await findLive({ tokenHash: hashToken(token), origin, now: timestamp(now()) });
      return row && toSession(await prolong(row), now());
    },
    async isProved({ signedBy }) {
      return signedBy === undefined || isSignerLive(database, signedBy, now());
    },
    async end(id) {
      await database.deleteFrom("sessions").where("token_hash", "=", id).execute();
    },
    async setLocale(session, locale) {
      await database.updateTable("sessions").set({ locale }).where("token_hash", "=", session.id).execute();
    },
    async markMerged(session) {
      if (session.visitor.verification !== "anonymous") return false;
      const marked = await database
        .updateTable("sessions")
        .set({ merged_at: timestamp(now()) })
        .where("token_hash", "=", session.id)
        .where("merged_at", "is", null)
        .returning("token_hash")
        .execute();
      return marked.length > 0;
    },
    async removeExpired() {
      await database.deleteFrom("sessions").where("expires_at", "<=", timestamp(now())).execute();
    },
  };
}

type SessionRow = Selectable<Tables["sessions"]>;

function toRow(begin: NewSession, token: string, now: Date): SessionRow {
  const key = begin.preview?.visitorKey ?? visitorKey(begin.visitor);
  return {
    token_hash: hashToken(token),
    site_id: begin.siteId,
    origin: begin.origin,
    visitor_key: key,
    visitor: JSON.stringify(begin.visitor),
    locale: begin.locale,
    preview_id: begin.preview?.id ?? null,
    identity_secret_id: null,
    identity_key_id: null,
    ...toColumn(begin.signedBy),
    created_at: timestamp(now),
    last_seen_at: timestamp(now),
    expires_at: expiryOf(key, now),
    merged_at: null,
  };
}

function toColumn(signedBy: SignedBy | undefined): Partial<SessionRow> {
  if (signedBy === undefined) return {};
  return "secretId" in signedBy
    ? { identity_secret_id: signedBy.secretId }
    : { identity_key_id: signedBy.keyId };
}

function signerOf(row: SessionRow): Pick<Session, "signedBy"> {
  if (row.identity_secret_id !== null) return { signedBy: { secretId: row.identity_secret_id } };
  return row.identity_key_id === null ? {} : { signedBy: { keyId: row.identity_key_id } };
}

function toSession(row: SessionRow, now: Date): Session {
  return {
    id: row.token_hash,
    siteId: row.site_id,
    origin: row.origin,
    visitor: readVisitor(row.visitor, now),
    visitorKey: row.visitor_key,
    ...signerOf(row),
    locale: row.locale,
    previewId: row.preview_id,
    expiresAt: row.expires_at,
    mergedAt: row.merged_at,
  };
}

function readVisitor(json: string, now: Date): Visitor {
  const visitor = JSON.parse(json) as Visitor;
  if (visitor.verification !== "jwt") return visitor;
  return { ...visitor, claims: claimsOf(Object.entries(claimsAt(visitor, now))) };
}

function expiryOf(key: string, now: Date): string {
  const idle = key.startsWith("anonymous:") ? IDLE_MS.anonymous : IDLE_MS.verified;
  return timestamp(new Date(now.getTime() + idle));
}
