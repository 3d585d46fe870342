import type { ActionInput } from "@errand/shared/action";
import type { EvalCase, EvalView } from "@errand/shared/eval";
import {
  CONFIG_FORMAT,
  type ConfigDiff,
  type ConfigResult,
  type SiteConfig,
  type siteConfigSchema,
} from "@errand/shared/site-config";
import type { FieldError } from "@errand/shared/wire";
import type * as z from "zod";
import { changedFields } from "../../changed-fields.ts";
import type { Sealer } from "../../credentials/seal.ts";
import type { Egress } from "../../egress/guarded-request.ts";
import { ErrandError } from "../../errors.ts";
import { createEvalStore, type EvalStore } from "../../evals/eval-store.ts";
import { createSiteModelStore } from "../../sites/site-model-store.ts";
import { createSiteStore } from "../../sites/site-store.ts";
import type { Database } from "../../storage/database.ts";
import { createActionStore, type ActionStore } from "../../actions/action-store.ts";
import { withoutCredential } from "../../actions/check-definition.ts";
import { isBoundAlike } from "../../actions/credential-change.ts";
import type { StoredAction } from "../../actions/stored-action.ts";
import { applyModel, toConfigModel } from "./apply-model.ts";

interface ConfigStoreOptions {
  database: Database;
  sealer: Pick<Sealer, "seal" | "open">;
  egress: Pick<Egress, "checkUrl">;
}

/** Whole sites as documents. */
export interface SiteConfigStore {
  /** Undefined when there is no such site. */
  read(siteId: string): Promise<SiteConfig | undefined>;
  /**
   * Makes a site what the document says, all of it or nothing; with `dryRun` only tells what would change.
   * @throws ErrandError `invalid_request` with every fault by its JSON Pointer, `not_found`
   */
  apply(
    siteId: string,
    config: z.output<typeof siteConfigSchema>,
    options: { dryRun: boolean },
  ): Promise<ConfigResult>;
}

export function createSiteConfigStore({ database, sealer, egress }: ConfigStoreOptions): SiteConfigStore {
  return {
    async read(siteId) {
      const site = await createSiteStore(database).get(siteId);
      const actions = createActionStore({ database, sealer, egress });
      return (
        site && {
          format: CONFIG_FORMAT,
          settings: site.settings,
          model: toConfigModel(await createSiteModelStore(database, sealer).get(siteId)),
          actions: (await actions.list(siteId)).map(({ definition }) => definition),
          evals: (await createEvalStore(database).list(siteId)).map(toCase),
        }
      );
    },
    async apply(siteId, config, { dryRun }) {
      let diff: ConfigDiff | undefined;
      const change = database.transaction().execute(async (transaction) => {
        const sites = createSiteStore(transaction);
        const site = await sites.get(siteId);
        if (!site) throw new ErrandError("not_found", `There is no site "${siteId}" here.`);
        const store = createActionStore({ database: transaction, sealer, egress });
        const actions = await applyActions(store, siteId, config.actions);
        const evals = await applyEvals(createEvalStore(transaction), siteId, config.evals);
        const { model: wanted, settings } = config;
        const models = createSiteModelStore(transaction, sealer);
        const model = await applyModel({ store: models, egress, siteId, spec: settings.model, wanted });
        const differing = [...diffSettings(site.settings, settings), ...model.settings];
        diff = { settings: differing, losesModelKey: model.losesModelKey, actions, evals };
        await sites.change(siteId, () => config.settings);
        // Whatever was written is taken back.
        if (dryRun) throw new DryRun();
      });
      await change.catch((error: unknown) => {
        if (!(error instanceof DryRun)) throw error;
      });
      if (!diff) throw new TypeError("the document was neither applied nor refused");
      return { applied: !dryRun, diff };
    },
  };
}

/** Ends a transaction that was only to be tried. */
class DryRun extends Error {}

async function applyActions(
  store: ActionStore,
  siteId: string,
  wanted: readonly ActionInput[],
): Promise<ConfigDiff["actions"]> {
  const before = new Map((await store.list(siteId)).map((action) => [action.definition.identifier, action]));
  const diff: ConfigDiff["actions"] = { added: [], removed: [], changed: [] };
  const names = new Set(wanted.map(({ identifier }) => identifier));
  for (const [identifier, { id }] of before) {
    if (names.has(identifier)) continue;
    await store.remove(siteId, id);
    diff.removed.push(identifier);
  }
  const faults: FieldError[] = [];
  for (const [index, input] of wanted.entries()) {
    const known = before.get(input.identifier);
    const work = known ? changeAction(store, known, input, diff) : addAction(store, siteId, input, diff);
    await work.catch((error: unknown) => {
      if (!(error instanceof ErrandError) || !error.errors) throw error;
      for (const { pointer, message } of error.errors)
        faults.push({ pointer: `/actions/${index}${pointer}`, message });
    });
  }
  if (faults[0]) {
    throw new ErrandError("invalid_request", `${faults[0].pointer}: ${faults[0].message}`, {
      errors: faults,
    });
  }
  return diff;
}

async function addAction(
  store: ActionStore,
  siteId: string,
  input: ActionInput,
  diff: ConfigDiff["actions"],
) {
  await store.create(siteId, input);
  diff.added.push(input.identifier);
}

async function changeAction(
  store: ActionStore,
  before: StoredAction,
  input: ActionInput,
  diff: ConfigDiff["actions"],
): Promise<void> {
  const definition = withoutCredential(input);
  const fields = changedFields(before.definition, definition);
  const written = input.auth.credential;
  const isKept = isBoundAlike(before, { ...before, definition });
  const losesCredential = before.credentialSealed !== undefined && typeof written !== "string" && !isKept;
  if (typeof written === "string" || written === null) fields.push("credential");
  if (fields.length === 0) return;
  const sent = losesCredential ? { ...input, auth: { ...input.auth, credential: null } } : input;
  await store.update(before.siteId, before.id, sent);
  diff.changed.push({ identifier: input.identifier, fields, losesCredential });
}

/** Cases have no names, so one that reads the same is the same; those that stay keep their ids. */
async function applyEvals(
  store: EvalStore,
  siteId: string,
  wanted: readonly EvalCase[] | undefined,
): Promise<ConfigDiff["evals"]> {
  if (wanted === undefined) return { added: 0, removed: 0 };
  const left = new Map<string, EvalView[]>();
  for (const known of await store.list(siteId)) {
    const text = JSON.stringify(toCase(known));
    left.set(text, [...(left.get(text) ?? []), known]);
  }
  const fresh = wanted.filter((each) => left.get(JSON.stringify(each))?.shift() === undefined);
  const gone = [...left.values()].flat();
  for (const { id } of gone) await store.remove(siteId, id);
  if (fresh.length > 0) await store.add(siteId, fresh);
  return { added: fresh.length, removed: gone.length };
}

function toCase({ id: _id, createdAt: _made, updatedAt: _changed, ...definition }: EvalView): EvalCase {
  return definition;
}

function diffSettings(before: SiteConfig["settings"], after: SiteConfig["settings"]): ConfigDiff["settings"] {
  const [old, fresh] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  return changedFields(before, after).map((field) => ({
    field,
    before: old[field] ?? null,
    after: fresh[field] ?? null,
  }));
}
