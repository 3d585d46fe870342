import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { siteSettingsSchema } from "@errand/shared/site";
import { composeIdentity } from "../../src/compose-identity.ts";
import { parseKeyring } from "../../src/credentials/keyring.ts";
import { createSealer } from "../../src/credentials/seal.ts";
import { createSessionStore } from "../../src/identity/session-store.ts";
import { createSiteStore } from "../../src/sites/site-store.ts";
import { openDatabase } from "../../src/storage/database.ts";

const ADMIN_TOKEN = "bench-admin-token-0123456789";

/** A site with a secret for tokens. */
export interface SiteWithSecret {
  site: string;
  secret: string;
}

/** The parts that a proof goes through, all of them real, in this process. */
export async function openParts() {
  const dataDir = mkdtempSync(join(tmpdir(), "errand-bench-"));
  const database = await openDatabase({ dataDir });
  const sealer = createSealer(parseKeyring(`k1:${Buffer.alloc(32, 7).toString("base64")}`));
  const egress = { request: () => Promise.reject(new TypeError("Nothing is read here")) };
  const identity = composeIdentity({ database, sealer, egress });
  const site = await createSiteStore(database).create(siteSettingsSchema.parse({ name: "Shop" }));
  return {
    site,
    identity,
    sessions: createSessionStore(database),
    async close() {
      await database.destroy();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** A whole server on another thread, with as many sites as asked for. */
export async function openServer(sites: number) {
  const dataDir = mkdtempSync(join(tmpdir(), "errand-bench-"));
  const environment = {
    ERRAND_PORT: "0",
    ERRAND_HOST: "127.0.0.1",
    ERRAND_DATA_DIR: dataDir,
    ERRAND_ADMIN_TOKEN: ADMIN_TOKEN,
    ERRAND_LOG_LEVEL: "silent",
    ERRAND_TRUST_PROXY: "1",
  };
  const worker = new Worker(new URL("server-worker.ts", import.meta.url), { workerData: { environment } });
  const [{ url, bareUrl }] = (await once(worker, "message")) as [{ url: string; bareUrl: string }];
  const admin = async <Answer>(path: string, body: object): Promise<Answer> => {
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}`, "content-type": "application/json" };
    const answer = await fetch(`${url}/admin/v1${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as Answer;
  };
  const open = async (): Promise<SiteWithSecret> => {
    const { id: site } = await admin<{ id: string }>("/sites", { name: "Shop" });
    const { secret } = await admin<{ secret: string }>(`/sites/${site}/identity-secrets`, { kind: "jwt" });
    return { site, secret };
  };
  return {
    url,
    bareUrl,
    sites: await Promise.all(Array.from({ length: sites }, open)),
    async close() {
      worker.postMessage("close");
      await once(worker, "exit");
      rmSync(dataDir, { recursive: true });
    },
  };
}
