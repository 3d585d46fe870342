import { randomBytes } from "node:crypto";
import type { Role } from "@errand/shared/roles";
import type { Selectable } from "kysely";
import { createToken, hashToken } from "../../credentials/session-token.ts";
import { timestamp, type Database } from "../../storage/database.ts";
import { createId } from "../../storage/ids.ts";
import type { Tables } from "../../storage/schema.ts";
import { createPasswordHasher, isPassword, type PasswordHasher } from "./password-hash.ts";

export const FIRST_ADMIN = "owner";
const MADE_PASSWORD_BYTES = 18;
const IDLE_MS = 12 * 60 * 60_000;
const PROLONG_EVERY_MS = 60_000;

/** An owner's visit to the dashboard. */
export interface AdminSession {
  /** SHA-256 of the token, hex. */
  id: string;
  adminId: string;
  name: string;
  role: Role;
  /** What unsafe requests of this session repeat in a header. */
  csrfToken: string;
  /** Signed in with a password that somebody else made. */
  mustChangePassword: boolean;
}

/** A session just begun; the token is what the browser keeps. */
interface BegunSession {
  token: string;
  session: AdminSession;
}

/** Who may use the dashboard, and their sessions: 12 hours idle. */
export interface AdminStore {
  /**
   * Makes the account `owner` when there is no account and answers its password if that was made up here.
   * A password that is given becomes the owner's, and one that differs from the last ends all sessions.
   */
  ensureFirstAdmin(password?: string): Promise<string | undefined>;
  /**
   * Begins a session, or undefined when name and password do not belong together. A one-time password is used up by it.
   */
  signIn(name: string, password: string): Promise<BegunSession | undefined>;
  /** The live session of a token, its life prolonged. */
  findSession(token: string): Promise<AdminSession | undefined>;
  endSession(id: string): Promise<void>;
  /**
   * Gives an account a password of its own choice, ends its sessions and begins another; undefined when `current` is
   * not its password. Whoever signed in with a one-time password has proved it by that and is not asked again.
   */
  changePassword(
    session: AdminSession,
    passwords: { current: string; password: string },
  ): Promise<BegunSession | undefined>;
}

/** What both stores of accounts can be given instead of the clock and the full price of a password. */
export interface AccountOptions {
  now?: (() => Date) | undefined;
  passwords?: PasswordHasher | undefined;
}

export function createAdminStore(
  database: Database,
  { now = () => new Date(), passwords = createPasswordHasher() }: AccountOptions = {},
): AdminStore {
  const expiry = (): string => timestamp(new Date(now().getTime() + IDLE_MS));
  const findAdmin = (name: string) =>
    database.selectFrom("admins").selectAll().where("name", "=", name).executeTakeFirst();

  async function createFirstAdmin(password: string): Promise<boolean> {
    const password_hash = await passwords.hash(password);
    const row = { id: createId("adm"), name: FIRST_ADMIN, password_hash, created_at: timestamp(now()) };
    const made = await database
      .insertInto("admins")
      .values({ ...row, role: "owner", one_time_until: null, signed_in_at: null })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .returning("id")
      .execute();
    return made.length > 0;
  }

  async function setPassword(id: string, password: string): Promise<void> {
    const password_hash = await passwords.hash(password);
    await database
      .updateTable("admins")
      .set({ password_hash, one_time_until: null })
      .where("id", "=", id)
      .execute();
    await database.deleteFrom("admin_sessions").where("admin_id", "=", id).execute();
  }

  async function beginSession(admin: AdminRow): Promise<BegunSession> {
    const token = createToken();
    const session = toSession({ ...admin, token_hash: hashToken(token), csrf_token: createToken() });
    const row = { token_hash: session.id, admin_id: admin.id, csrf_token: session.csrfToken };
    await database.deleteFrom("admin_sessions").where("expires_at", "<=", timestamp(now())).execute();
    await database
      .insertInto("admin_sessions")
      .values({ ...row, created_at: timestamp(now()), expires_at: expiry() })
      .execute();
    await database
      .updateTable("admins")
      .set({ signed_in_at: timestamp(now()) })
      .where("id", "=", admin.id)
      .execute();
    return { token, session };
  }

  /** True for the first of two that come with the same one-time password. */
  async function useUp({ id, password_hash }: AdminRow): Promise<boolean> {
    const used = await database
      .updateTable("admins")
      .set({ password_hash: passwords.nobodysHash })
      .where("id", "=", id)
      .where("password_hash", "=", password_hash)
      .where("one_time_until", ">", timestamp(now()))
      .returning("id")
      .execute();
    return used.length > 0;
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
      if (owner) {
        const isNew = password !== undefined && !(await isPassword(password, owner.password_hash));
        if (isNew) await setPassword(owner.id, password);
        return undefined;
      }
      const another = await database.selectFrom("admins").select("id").executeTakeFirst();
      if (another && password === undefined) return undefined;
      const made = password ?? randomBytes(MADE_PASSWORD_BYTES).toString("base64url");
      const isFirst = await createFirstAdmin(made);
      return isFirst && password === undefined ? made : undefined;
    },
    async signIn(name, password) {
      const admin = await findAdmin(name);
      // A name that nobody has costs as much time as one that somebody has.
      const isRight = await isPassword(password, admin?.password_hash ?? passwords.nobodysHash);
      if (!admin || !isRight) return undefined;
      if (admin.one_time_until !== null && !(await useUp(admin))) return undefined;
      return beginSession(admin);
    },
    async findSession(token) {
      const row = await database
        .selectFrom("admin_sessions")
        .innerJoin("admins", "admins.id", "admin_sessions.admin_id")
        .select(["token_hash", "admins.id", "name", "role", "one_time_until", "csrf_token", "expires_at"])
        .where("token_hash", "=", hashToken(token))
        .where("expires_at", ">", timestamp(now()))
        .executeTakeFirst();
      if (!row) return undefined;
      await prolong(row.token_hash, row.expires_at);
      return toSession(row);
    },
    async endSession(id) {
      await database.deleteFrom("admin_sessions").where("token_hash", "=", id).execute();
    },
    async changePassword(session, { current, password }) {
      const admin = await findAdmin(session.name);
      if (!admin) return undefined;
      const isProved = session.mustChangePassword || (await isPassword(current, admin.password_hash));
      if (!isProved) return undefined;
      await setPassword(admin.id, password);
      return beginSession({ ...admin, one_time_until: null });
    },
  };
}

type AdminRow = Selectable<Tables["admins"]>;

function toSession(
  row: Pick<AdminRow, "id" | "name" | "role" | "one_time_until"> & { token_hash: string; csrf_token: string },
): AdminSession {
  return {
    id: row.token_hash,
    adminId: row.id,
    name: row.name,
    role: row.role as Role,
    csrfToken: row.csrf_token,
    mustChangePassword: row.one_time_until !== null,
  };
}
