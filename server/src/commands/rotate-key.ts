import { setTimeout as wait } from "node:timers/promises";
import { ConfigError } from "../config.ts";
import { keyIdOf } from "../credentials/envelope.ts";
import { readChecks, removeChecks, storeChecks } from "../credentials/key-checks.ts";
import { prependKey, removeKeys } from "../credentials/key-file.ts";
import type { Keyring } from "../credentials/keyring.ts";
import { keyFileIn, openSealerBesideServer } from "../credentials/open-sealer.ts";
import { createSealer, SealError, type Sealer } from "../credentials/seal.ts";
import type { Database } from "../storage/database.ts";
import type { ServerData } from "./open-server-data.ts";
import { sealedTables, type SealedRow, type SealedTable } from "./sealed-tables.ts";

/** A server that read the key file just before the new key came has stored what it sealed after this time. */
const SETTLE_MS = 1_000;

/** What became of one table's sealed values. */
interface TableCount {
  name: string;
  resealed: number;
  /** Under the first key already. */
  kept: number;
  /** Could not be opened, and was left as it is. */
  damaged: number;
}

export interface KeyRotation {
  firstKeyId: string;
  tables: TableCount[];
  /** Ids of older keys that values are still sealed under. */
  stillUsed: string[];
  /** Ids of keys that are needed no more. */
  retired: string[];
}

/**
 * Re-seals everything under the first key. With a key file, a fresh first key is put into it before, and keys that
 * nothing is sealed under are taken out of it after. Interrupted and repeated, it goes on where it was.
 * @throws ConfigError before anything is changed, when the settings are not those of the server whose data this is
 */
export async function rotateKey(data: ServerData): Promise<KeyRotation> {
  const { database, config } = data;
  const opened = await openSealerBesideServer({ database, ...config });
  const tables = sealedTables(database);
  await refuseUnknownKeys(tables, opened.keyring);
  const hasKeyFile = config.secretKeys === undefined;
  const { keyring, sealer } = hasKeyFile ? await ensureFreshKey(data, opened) : opened;
  const counts = await resealAll(tables, sealer);
  if (hasKeyFile) {
    await wait(SETTLE_MS);
    await resealAll(tables, sealer);
  }
  await forgetAccessTokens(database);
  const used = await keysInUse(tables);
  const isOlder = (id: string): boolean => id !== keyring.firstKeyId;
  const retired = new Set(await retire(database, (id) => isOlder(id) && !used.has(id)));
  if (hasKeyFile) removeKeys(keyFileIn(config.dataDir), retired);
  const stillUsed = [...used].filter(isOlder);
  return { firstKeyId: keyring.firstKeyId, tables: counts, stillUsed, retired: [...retired] };
}

async function refuseUnknownKeys(tables: readonly SealedTable[], { keys }: Keyring): Promise<void> {
  const missing = [...(await keysInUse(tables))].filter((id) => !keys.has(id));
  if (missing.length === 0) return;
  throw new ConfigError(
    `Secrets are sealed under the key ${missing.join(", ")}, which is not among the keys given: ${[...keys.keys()].join(", ")}; run this with the settings of the server`,
  );
}

/** Of a file with several keys the first is fresh: an earlier rotation was interrupted after it had put it there. */
async function ensureFreshKey(
  { database, config }: ServerData,
  opened: { keyring: Keyring; sealer: Sealer },
): Promise<{ keyring: Keyring; sealer: Sealer }> {
  if (opened.keyring.keys.size > 1) return opened;
  const keyring = prependKey(keyFileIn(config.dataDir));
  const sealer = createSealer(keyring);
  await storeChecks(database, keyring, sealer);
  return { keyring, sealer };
}

async function resealAll(tables: readonly SealedTable[], sealer: Sealer): Promise<TableCount[]> {
  const counts: TableCount[] = [];
  for (const table of tables) counts.push(await resealTable(table, sealer));
  return counts;
}

/** Row by row, so that an interruption leaves every value openable. One that changed meanwhile was sealed anew. */
async function resealTable(table: SealedTable, sealer: Sealer): Promise<TableCount> {
  const count: TableCount = { name: table.name, resealed: 0, kept: 0, damaged: 0 };
  for (const row of await table.rows()) {
    const renewed = tryRekey(row, sealer);
    if (renewed === undefined) count.damaged += 1;
    else if (renewed !== row.sealed && (await table.replace(row, renewed))) count.resealed += 1;
    else count.kept += 1;
  }
  return count;
}

function tryRekey({ sealed, context }: SealedRow, sealer: Sealer): string | undefined {
  if (context === undefined) return undefined;
  try {
    return sealer.rekey(sealed, context);
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

/** They are asked for again when they are needed. */
async function forgetAccessTokens(database: Database): Promise<void> {
  await database
    .updateTable("actions")
    .set({ access_token_sealed: null })
    .where("access_token_sealed", "is not", null)
    .execute();
}

async function keysInUse(tables: readonly SealedTable[]): Promise<Set<string>> {
  const rows = (await Promise.all(tables.map((table) => table.rows()))).flat();
  return new Set(rows.flatMap(({ sealed }) => keyIdOf(sealed) ?? []));
}

/** Forgets the keys of which `isRetired`, and answers their ids. */
async function retire(database: Database, isRetired: (id: string) => boolean): Promise<string[]> {
  const ids = [...(await readChecks(database)).keys()].filter(isRetired);
  await removeChecks(database, new Set(ids));
  return ids;
}
