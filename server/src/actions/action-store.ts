import type { Action, ActionInput } from "@errand/shared/action";
import type { Selectable } from "kysely";
import type { Sealer } from "../credentials/seal.ts";
import type { Egress } from "../egress/guarded-request.ts";
import { ErrandError } from "../errors.ts";
import { deepFreeze, rememberByText } from "../remember.ts";
import { timestamp, timestampAfter, type Database } from "../storage/database.ts";
import { rememberQuery } from "../storage/remember-query.ts";
import { createId } from "../storage/ids.ts";
import type { Tables } from "../storage/schema.ts";
import { findDefinitionFaults, withoutCredential } from "./check-definition.ts";
import { changeCredential } from "./credential-change.ts";
import type { StoredAction } from "./stored-action.ts";

interface ActionStoreOptions {
  database: Database;
  sealer: Pick<Sealer, "seal">;
  egress: Pick<Egress, "checkUrl">;
}

/**
 * The actions of a site. Writes throw ErrandError `invalid_request` for a URL that may not be called, a default of the
 * wrong type or a credential that must be entered again, and `conflict` for an identifier that is taken.
 */
export interface ActionStore {
  /** By identifier. */
  list(siteId: string): Promise<readonly StoredAction[]>;
  get(siteId: string, id: string): Promise<StoredAction | undefined>;
  getByIdentifier(siteId: string, identifier: string): Promise<StoredAction | undefined>;
  create(siteId: string, input: ActionInput): Promise<StoredAction>;
  /** What an action would be, judged and sealed but not kept. `before` lends its stored credential. */
  draft(siteId: string, input: ActionInput, before?: StoredAction): StoredAction;
  /**
   * `judge` may refuse the change for what stands before it, and is asked again when somebody else changed the action
   * meanwhile. @throws ErrandError also `not_found`, and what `judge` throws
   */
  update(
    siteId: string,
    id: string,
    input: ActionInput,
    judge?: (before: StoredAction) => void,
  ): Promise<StoredAction>;
  /** @throws ErrandError `not_found` */
  remove(siteId: string, id: string): Promise<void>;
}

export function createActionStore({ database, sealer, egress }: ActionStoreOptions): ActionStore {
  const select = (siteId: string) => database.selectFrom("actions").selectAll().where("site_id", "=", siteId);

  const allOf = rememberQuery(
    database,
    (of: { siteId: string }) => select(of.siteId).orderBy("identifier"),
    (rows) => rows.map(toStoredAction),
  );

  async function get(siteId: string, id: string): Promise<StoredAction | undefined> {
    const row = await select(siteId).where("id", "=", id).executeTakeFirst();
    return row && toStoredAction(row);
  }

  async function getByIdentifier(siteId: string, identifier: string): Promise<StoredAction | undefined> {
    const row = await select(siteId).where("identifier", "=", identifier).executeTakeFirst();
    return row && toStoredAction(row);
  }

  /** The identifier's uniqueness is the table's; which error a dialect has for it does not matter. */
  async function write<Result>(action: StoredAction, statement: () => Promise<Result>): Promise<Result> {
    try {
      return await statement();
    } catch (error) {
      const { identifier } = action.definition;
      const holder = await getByIdentifier(action.siteId, identifier);
      throw holder && holder.id !== action.id ? identifierTaken(identifier) : error;
    }
  }

  function prepare(
    owned: Omit<StoredAction, "definition">,
    input: ActionInput,
    before?: StoredAction,
  ): StoredAction {
    const definition = withoutCredential(input);
    const errors = findDefinitionFaults(definition, egress);
    if (errors[0]) throw new ErrandError("invalid_request", errors[0].message, { errors });
    const action = { ...owned, definition };
    return {
      ...action,
      ...changeCredential(action, { sealer, written: input.auth.credential, before }),
    };
  }

  return {
    list: (siteId) => allOf({ siteId }),
    get,
    getByIdentifier,
    async create(siteId, input) {
      const now = timestamp();
      const action = prepare({ id: createId("act"), siteId, createdAt: now, updatedAt: now }, input);
      await write(action, () => database.insertInto("actions").values(toRow(action)).execute());
      return action;
    },
    draft(siteId, input, before) {
      const now = timestamp();
      // A draft under the id of a saved action uses its credential; with a key of its own it is another action.
      const keeps = typeof input.auth.credential !== "string" && before?.credentialSealed !== undefined;
      const id = keeps ? before.id : createId("act");
      return prepare({ id, siteId, createdAt: now, updatedAt: now }, input, before);
    },
    async update(siteId, id, input, judge) {
      for (let before = await get(siteId, id); before; before = await get(siteId, id)) {
        judge?.(before);
        const updatedAt = timestampAfter(before.updatedAt);
        const action = prepare({ id, siteId, createdAt: before.createdAt, updatedAt }, input, before);
        const statement = database
          .updateTable("actions")
          .set(toRow(action))
          .where("id", "=", id)
          .where("updated_at", "=", before.updatedAt);
        const { numUpdatedRows } = await write(action, () => statement.executeTakeFirstOrThrow());
        if (numUpdatedRows > 0n) return action;
      }
      throw notFound(id);
    },
    async remove(siteId, id) {
      const statement = database.deleteFrom("actions").where("site_id", "=", siteId).where("id", "=", id);
      if ((await statement.executeTakeFirst()).numDeletedRows === 0n) throw notFound(id);
    },
  };
}

type ActionRow = Selectable<Tables["actions"]>;

function toRow(action: StoredAction): ActionRow {
  return {
    id: action.id,
    site_id: action.siteId,
    identifier: action.definition.identifier,
    definition: JSON.stringify(action.definition),
    credential_sealed: action.credentialSealed ?? null,
    credential_hint: action.credentialHint ?? null,
    // A token had under the definition before says nothing of this one.
    access_token_sealed: null,
    created_at: action.createdAt,
    updated_at: action.updatedAt,
  };
}

const MAX_REMEMBERED = 1_000;

/** A definition in use is parsed once. */
const parseDefinition = rememberByText((text) => deepFreeze(JSON.parse(text) as Action), MAX_REMEMBERED);

function toStoredAction(row: ActionRow): StoredAction {
  return {
    id: row.id,
    siteId: row.site_id,
    definition: parseDefinition(row.definition),
    ...(row.credential_sealed === null ? {} : { credentialSealed: row.credential_sealed }),
    ...(row.credential_hint === null ? {} : { credentialHint: row.credential_hint }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function notFound(id: string): ErrandError {
  return new ErrandError("not_found", `There is no action ${id.slice(0, 64)} on this site.`);
}

function identifierTaken(identifier: string): ErrandError {
  const message = `The identifier "${identifier}" is taken by another action of this site.`;
  return new ErrandError("conflict", message, { errors: [{ pointer: "/identifier", message }] });
}
