import { createServer } from "node:https";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@errand/server/start";
import { createOrderApi } from "../shop/api.ts";
import { readCertificates } from "../shop/certificates.ts";
import { listen } from "../shop/listen.ts";
import { openBooks } from "../shop/orders.ts";
import { findFreePort } from "../shop/ports.ts";
import type { RequestLog } from "../shop/request-log.ts";
import { createRequestLog } from "../shop/request-log.ts";
import { openShopFolder } from "../shop/shop-folder.ts";

/** A server over an empty data folder, and an order API that it may call. */
export interface EmptyServer {
  errand: string;
  /** The password that the first start printed. */
  password: string;
  api: string;
  /** What the order API received. */
  received: RequestLog;
  /** Everything that the server keeps and has logged, as text. */
  readEverything: () => string;
  close: () => Promise<void>;
}

/** Starts both on loopback, from the wished port on. `apiKey` is what the order API asks of its callers. */
export async function startEmptyServer(firstPort: number, apiKey: string): Promise<EmptyServer> {
  const folder = mkdtempSync(join(tmpdir(), "errand-first-"));
  const dataDir = join(folder, "data");
  const apiPort = await findFreePort(firstPort);
  const errandPort = await findFreePort(firstPort + 1, [apiPort]);
  const api = `https://localhost:${apiPort}`;
  const { authorityFile, certificate, key } = await readCertificates(openShopFolder(join(folder, "shop")));
  const lines: string[] = [];
  const server = await startServer(
    {
      ERRAND_HOST: "127.0.0.1",
      ERRAND_PORT: String(errandPort),
      ERRAND_DATA_DIR: dataDir,
      ERRAND_PRIVATE_ORIGINS: api,
      ERRAND_CA_FILE: authorityFile,
      ERRAND_LOG_LEVEL: "trace",
    },
    { logTo: { write: (line) => void lines.push(line) } },
  );
  const received = createRequestLog();
  const pause = async () => {};
  const orderApi = createOrderApi({ books: openBooks(), apiKey, userHashSecret: "", log: received, pause });
  const closeApi = await listen(createServer({ cert: certificate, key }, orderApi), apiPort, "127.0.0.1");
  const { firstPassword: password } = server;
  if (password === undefined) throw new TypeError("a first start makes a password");
  return {
    errand: server.url,
    password,
    api,
    received,
    readEverything: () => {
      const files = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), "latin1"));
      return [...files, ...lines].join("\n");
    },
    close: async () => {
      await closeApi();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
