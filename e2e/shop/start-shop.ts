import { randomBytes } from "node:crypto";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { startServer } from "@errand/server/start";
import { createOrderApi } from "./api.ts";
import { readCertificates } from "./certificates.ts";
import { listen } from "./listen.ts";
import { openBooks } from "./orders.ts";
import { createOwnerApi } from "./owner-api.ts";
import { findFreePort } from "./ports.ts";
import type { RequestLog } from "./request-log.ts";
import { createRequestLog } from "./request-log.ts";
import { takeRunLock } from "./run-lock.ts";
import { setUpSite } from "./setup-site.ts";
import { openShopFolder } from "./shop-folder.ts";
import { readShopKeys, writeShopKeys } from "./shop-keys.ts";
import { createWebsite } from "./website.ts";

/** About what an order system needs. */
const ANSWER_AFTER_MS = 350;

/** Ports that are wished for; of each the next free one is taken. */
interface ShopPorts {
  shop: number;
  api: number;
  errand: number;
}

export interface ShopOptions {
  ports: ShopPorts;
  /** The Errand server's data folder; the shop keeps its own things in `shop/` inside. */
  dataDir: string;
  /** Settings of the Errand server beyond those the shop gives it. */
  environment?: Record<string, string | undefined>;
  /** Waited for before each answer of the order API, so that a visitor sees what runs. */
  pause?: () => Promise<unknown>;
  /** Hears a sentence about everything that turned out otherwise than wished. */
  say?: (sentence: string) => void;
}

/** A running sample shop: its website, its order API and the Errand server that serves them. */
export interface Shop {
  /** Origin of the website. */
  url: string;
  /** Origin of the Errand server. */
  errand: string;
  /** Origin of the order API. */
  api: string;
  site: string;
  adminPassword: string;
  adminToken: string;
  apiKey: string;
  userHashSecret: string;
  /** What the order API received. */
  log: RequestLog;
  close: () => Promise<void>;
}

/**
 * Starts the whole shop on loopback; the widget and the dashboard must be built.
 * @throws AlreadyRunning when another process holds the data folder
 */
export async function startShop(options: ShopOptions): Promise<Shop> {
  const folder = openShopFolder(join(options.dataDir, "shop"));
  const lock = takeRunLock(folder);
  await using stack = new AsyncDisposableStack();
  stack.defer(() => lock.release());

  const ports = await choosePorts(options.ports, options.say);
  const { ERRAND_HOST: host = "127.0.0.1", ...environment } = options.environment ?? {};
  const keys = readShopKeys(folder);
  const certificates = await readCertificates(folder);
  const api = `https://localhost:${ports.api}`;
  const url = `http://localhost:${ports.shop}`;
  const errand = environment["ERRAND_PUBLIC_URL"] ?? `http://localhost:${ports.errand}`;
  const adminPassword = environment["ERRAND_ADMIN_PASSWORD"] ?? keys.adminPassword;
  const adminToken = environment["ERRAND_ADMIN_TOKEN"] ?? randomBytes(32).toString("base64url");

  const server = await startServer({
    ERRAND_LOG_LEVEL: "warn",
    ...environment,
    ERRAND_HOST: host,
    ERRAND_PORT: String(ports.errand),
    ERRAND_PUBLIC_URL: errand,
    ERRAND_DATA_DIR: options.dataDir,
    ERRAND_PRIVATE_ORIGINS: [environment["ERRAND_PRIVATE_ORIGINS"], api].filter(Boolean).join(","),
    ERRAND_CA_FILE: certificates.authorityFile,
    ERRAND_ADMIN_TOKEN: adminToken,
    ERRAND_ADMIN_PASSWORD: adminPassword,
  });
  stack.defer(() => server.close());

  const owner = createOwnerApi(`http://localhost:${ports.errand}`, adminToken);
  const setup = await setUpSite(owner, keys, { shop: url, api });
  writeShopKeys(folder, { ...keys, jwt: setup.jwt, user_hash: setup.user_hash });

  const log = createRequestLog();
  const userHashSecret = setup.user_hash.secret;
  const { pause = () => setTimeout(ANSWER_AFTER_MS) } = options;
  const orderApi = createOrderApi({ books: openBooks(), apiKey: keys.apiKey, userHashSecret, log, pause });
  const { certificate, key } = certificates;
  stack.defer(await listen(createHttpsServer({ cert: certificate, key }, orderApi), ports.api, host));
  stack.defer(await listen(createHttpServer(createWebsite({ setup, errand, log })), ports.shop, host));

  lock.note(`open ${url}`);
  const running = stack.move();
  return {
    url,
    errand,
    api,
    site: setup.site,
    adminPassword,
    adminToken,
    apiKey: keys.apiKey,
    userHashSecret,
    log,
    close: () => running.disposeAsync(),
  };
}

async function choosePorts(wanted: ShopPorts, say: (sentence: string) => void = () => {}) {
  const chosen: number[] = [];
  const choose = async (name: string, port: number) => {
    const free = await findFreePort(port, chosen);
    if (free !== port) say(`Port ${port} is taken, so ${name} listens on ${free}.`);
    chosen.push(free);
    return free;
  };
  return {
    shop: await choose("the shop", wanted.shop),
    api: await choose("its order API", wanted.api),
    errand: await choose("the Errand server", wanted.errand),
  };
}
