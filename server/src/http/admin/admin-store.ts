import { randomBytes } from "node:crypto";
import { createToken, hashToken } from "../../credentials/session-token.ts";
import { timestamp, type Database } from "../../storage/database.ts";
import { createId } from "../../storage/ids.ts";
import { hashPassword, isPassword, NOBODYS_HASH } from "./password-hash.ts";

const FIRST_ADMIN = "owner";
const MADE_PASSWORD_BYTES = 18;
const IDLE_MS = 12 * 60 * 60_000;
const PROLONG_EVERY_MS = 60_000;

/** An owner's visit to the dashboard. */
export interface AdminSession {
  /** SHA-256 of the token, hex. */
  id: string;
  name: string;
  /** What unsafe requests of this session repeat in a header. */
  csrfToken: string;
}

/** Who may use the dashboard, and their sessions: 12 hours idle. */
export interface AdminStore {
  /**
   * Makes the account `owner` when there is none and answers its password if that was made up here.
   * A password that is given becomes the owner's, and one that differs from the last ends all sessions.
   */
  ensureFirstAdmin(password?: string): Promise<string | undefined>;
  /** Begins a session, or undefined when name and password do not belong together. */
  signIn(name: string, password: string): Promise<{ token: string; session: AdminSession } | undefined>;
  /** The live session of a token, its life prolonged. */
  findSession(token: string): Promise<AdminSession | undefined>;
  endSession(id: string): Promise<void>;
}

export function createAdminStore(database: Database, now: () => Date = () => new Date()): AdminStore {
  const expiry = (): string => timestamp(new Date(now().getTime() + IDLE_MS));
  const findAdmin = (name: string) =>
    database.selectFrom("admins").selectAll().where("name", "=", name).executeTakeFirst();

  async function createFirstAdmin(password: string): Promise<boolean> {
    const password_hash = await hashPassword(password);
    const made = await database
      .insertInto("admins")
      .values({ id: createId("adm"), name: FIRST_ADMIN, password_hash, created_at: timestamp(now()) })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .returning("id")
      .execute();
    return made.length > 0;
  }

  async function changePassword(id: string, password: string): Promise<void> {
    const password_hash = await hashPassword(password);
    await database.updateTable("admins").set({ password_hash }).where("id", "=", id).execute();
    await database.deleteFrom("admin_sessions").where("admin_id", "=", id).execute();
  }

  async function beginSession(admin: { id: string; name: string }) {
    const token = createToken();
    const session = {
      id: hashToken(token),
      name: admin.name,
      csrfToken: createToken(),
    };
    const row = { token_hash: session.id, admin_id: admin.id, csrf_token: session.csrfToken };
    await database.deleteFrom("admin_sessions").where("expires_at", "<=", timestamp(now())).execute();
    await database
      .insertInto("admin_sessions")
      .values({ ...row, created_at: timestamp(now()), expires_at: expiry() })
      .execute();
    return { token, session };
  }

  async function prolong(id: string, expiresAt: string): Promise<void> {
    if (Date.parse(expiry()) - Date.parse(expiresAt) < PROLONG_EVERY_MS) return;
    await database
      .updateTable("admin_sessions")
      .set({ expires_at: expiry() })
      .where("token_hash", "=", id)
      .execute();
  }

  return {
    async ensureFirstAdmin(password) {
      const owner = await findAdmin(FIRST_ADMIN);
      if (!owner) {
        const made = password ?? randomBytes(MADE_PASSWORD_BYTES).toString("base64url");
        const isFirst = await createFirstAdmin(made);
        return isFirst && password === undefined ? made : undefined;
      }
      if (password !== undefined && !(await isPassword(password, owner.password_hash))) {
        await changePassword(owner.id, password);
      }
      return undefined;
    },
    async signIn(name, password) {
      const admin = await findAdmin(name);
      // A name that nobody has costs as much time as one that somebody has.
      const isRight = await isPassword(password, admin?.password_hash ?? NOBODYS_HASH);
      return admin && isRight ? beginSession(admin) : undefined;
    },
    async findSession(token) {
      const row = await database
        .selectFrom("admin_sessions")
        .innerJoin("admins", "admins.id", "admin_sessions.admin_id")
        .select(["token_hash", "name", "csrf_token", "expires_at"])
        .where("token_hash", "=", hashToken(token))
        .where("expires_at", ">", timestamp(now()))
        .executeTakeFirst();
      if (!row) return undefined;
      await prolong(row.token_hash, row.expires_at);
      return { id: row.token_hash, name: row.name, csrfToken: row.csrf_token };
    },
    async endSession(id) {
      await database.deleteFrom("admin_sessions").where("token_hash", "=", id).execute();
    },
  };
}
