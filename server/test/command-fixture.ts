import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { sealedTables } from "../src/commands/sealed-tables.ts";
import { keyIdOf } from "../src/credentials/envelope.ts";
import { openDatabase, type Database } from "../src/storage/database.ts";
import type { Endpoint } from "./endpoint.ts";
import { createAction, createSecret, createSite, startErrand, type Errand } from "./errand.ts";
import { PROCESS_ENVIRONMENT } from "./process-environment.ts";

/** The commands' entry. */
export const COMMAND = fileURLToPath(new URL("../src/command.ts", import.meta.url));
export const CREDENTIAL = "sk-live-0123456789f3a9";
/** A key of `ERRAND_SECRET_KEYS`. */
export const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;

/** The data folders and servers of tests of commands. */
interface Shop {
  errand: Errand;
  site: string;
  /** Of the action in the owner API. */
  path: string;
}

interface Ended {
  code: number;
  out: string;
  error: string;
}

/** Runs a command as the operator does. */
export function runCommand(args: string[], environment: Record<string, string>): Promise<Ended> {
  const env = { ...PROCESS_ENVIRONMENT, ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...args], { env }, (error, out, errors) => {
      resolve({ code: error ? Number(error.code) : 0, out, error: errors });
    });
  });
}

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "errand-command-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A server with a secret of every kind, until the test is over. */
export async function startShop(endpoint: Endpoint, environment: Record<string, string> = {}): Promise<Shop> {
  const errand = await startErrand({ endpoint, environment });
  onTestFinished(() => errand.close());
  const site = await createSite(errand);
  const auth = { type: "bearer", credential: CREDENTIAL };
  const action = { identifier: "lookup", url: `${endpoint.origin}/a`, auth };
  const path = `/sites/${site}/actions/${await createAction(errand, site, action)}`;
  await createSecret(errand, site, "jwt");
  await errand.admin("POST", `/sites/${site}/webhook-secrets`);
  await errand.admin("PUT", `/sites/${site}/model`, { spec: "openai:gpt-5", apiKey: CREDENTIAL });
  return { errand, site, path };
}

/** Tries the shop's action with the credential it has; answers the headers that the endpoint saw. */
export async function callSaved(
  endpoint: Endpoint,
  { errand, path }: Pick<Shop, "errand" | "path">,
): Promise<Record<string, string>> {
  const action = await errand.admin<{ id: string }>("GET", path);
  const test = { action: withoutReadOnly(action), savedFrom: action.id };
  await errand.admin("POST", path.replace(/[^/]*$/, "test"), test);
  return endpoint.seen.at(-1)?.headers ?? {};
}

export function withoutReadOnly(action: object): object {
  return Object.fromEntries(
    Object.entries(action).filter(([name]) => !["id", "createdAt", "updatedAt"].includes(name)),
  );
}

/** What is sealed under which key, and the keys that have a check value. */
export async function readKeys(dataDir: string) {
  const database: Database = await openDatabase({ dataDir });
  try {
    const rows = await Promise.all(sealedTables(database).map((table) => table.rows()));
    const settings = await database.selectFrom("settings").select("name").orderBy("name").execute();
    const checks = settings.flatMap(({ name }) => /^key_check:(.+)/.exec(name)?.[1] ?? []);
    return { used: rows.map((table) => table.map(({ sealed }) => keyIdOf(sealed))), checks };
  } finally {
    await database.destroy();
  }
}

export const keyFile = (dataDir: string) => readFileSync(join(dataDir, "secret.key"), "utf8");
export const idsIn = (text: string) => text.split(",").map((entry) => entry.split(":", 1)[0] ?? "");
