import { randomBytes } from "node:crypto";
import type { Role } from "@errand/shared/roles";
import type { InvitedMember, MemberView } from "@errand/shared/team";
import type { Selectable } from "kysely";
import { ErrandError } from "../../errors.ts";
import { timestamp, type Database } from "../../storage/database.ts";
import { createId } from "../../storage/ids.ts";
import type { Tables } from "../../storage/schema.ts";
import type { AccountOptions } from "./admin-store.ts";
import { createPasswordHasher } from "./password-hash.ts";

/** How long a one-time password waits to be used, in milliseconds: a week. */
const INVITATION_MS = 7 * 24 * 60 * 60_000;
const ONE_TIME_BYTES = 15;

/** The accounts of this server. Whatever changes one ends its sessions; the last owner stays an owner. */
export interface TeamStore {
  /** By name. */
  list(): Promise<MemberView[]>;
  get(id: string): Promise<MemberView | undefined>;
  /** Makes an account with a password that works once. @throws ErrandError `conflict` for a name that is taken */
  invite(name: string, role: Role): Promise<InvitedMember>;
  /** @throws ErrandError `conflict` for the last owner, `not_found` */
  setRole(id: string, role: Role): Promise<MemberView>;
  /** Takes the account's password away and answers one that works once. @throws ErrandError as `setRole` */
  resetPassword(id: string): Promise<InvitedMember>;
  /** @throws ErrandError as `setRole` */
  remove(id: string): Promise<void>;
}

export function createTeamStore(
  database: Database,
  { now = () => new Date(), passwords = createPasswordHasher() }: AccountOptions = {},
): TeamStore {
  const find = (db: Database, id: string) =>
    db.selectFrom("admins").selectAll().where("id", "=", id).executeTakeFirst();

  async function makeOneTime() {
    const password = randomBytes(ONE_TIME_BYTES).toString("base64url");
    const one_time_until = timestamp(new Date(now().getTime() + INVITATION_MS));
    return { password, columns: { password_hash: await passwords.hash(password), one_time_until } };
  }

  /** One change of one account; `endsOwner` says whether an owner is lost by it. */
  async function change(
    id: string,
    endsOwner: boolean,
    write: (db: Database) => Promise<unknown>,
  ): Promise<MemberView> {
    return database.transaction().execute(async (transaction) => {
      await lockOwners(transaction);
      const before = await find(transaction, id);
      if (!before) throw new ErrandError("not_found", `There is no account "${id.slice(0, 64)}".`);
      if (endsOwner && before.role === "owner") await requireAnotherOwner(transaction, before);
      await write(transaction);
      await transaction.deleteFrom("admin_sessions").where("admin_id", "=", id).execute();
      return toView((await find(transaction, id)) ?? before);
    });
  }

  return {
    async list() {
      const rows = await database.selectFrom("admins").selectAll().orderBy("name").execute();
      return rows.map(toView);
    },
    async get(id) {
      const row = await find(database, id);
      return row && toView(row);
    },
    async invite(name, role) {
      const { password, columns } = await makeOneTime();
      const row = { id: createId("adm"), name, role, created_at: timestamp(now()), signed_in_at: null };
      const made = await database
        .insertInto("admins")
        .values({ ...row, ...columns })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .returningAll()
        .executeTakeFirst();
      if (made) return { ...toView(made), password };
      const message = `The name "${name}" is taken.`;
      throw new ErrandError("conflict", message, { errors: [{ pointer: "/name", message }] });
    },
    setRole: (id, role) =>
      change(id, role !== "owner", (db) =>
        db.updateTable("admins").set({ role }).where("id", "=", id).execute(),
      ),
    async resetPassword(id) {
      const { password, columns } = await makeOneTime();
      const view = await change(id, true, (db) =>
        db.updateTable("admins").set(columns).where("id", "=", id).execute(),
      );
      return { ...view, password };
    },
    async remove(id) {
      await change(id, true, (db) => db.deleteFrom("admins").where("id", "=", id).execute());
    },
  };
}

/** Two changes at once see each other: PostgreSQL locks the rows that are written, SQLite the file. */
async function lockOwners(transaction: Database): Promise<void> {
  await transaction.updateTable("admins").set({ role: "owner" }).where("role", "=", "owner").execute();
}

/** Somebody who was only invited may never come, and does not count. */
async function requireAnotherOwner(transaction: Database, { id, name }: AdminRow): Promise<void> {
  const another = await transaction
    .selectFrom("admins")
    .select("id")
    .where("role", "=", "owner")
    .where("one_time_until", "is", null)
    .where("id", "<>", id)
    .executeTakeFirst();
  if (another) return;
  const message = `"${name}" is the last owner who can sign in. Make somebody else an owner first.`;
  throw new ErrandError("conflict", message);
}

type AdminRow = Selectable<Tables["admins"]>;

function toView(row: AdminRow): MemberView {
  return {
    id: row.id,
    name: row.name,
    role: row.role as Role,
    createdAt: row.created_at,
    signedInAt: row.signed_in_at,
    invitedUntil: row.one_time_until,
  };
}
