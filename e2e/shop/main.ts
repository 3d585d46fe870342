import { join } from "node:path";
import { buildPages } from "./build.ts";
import type { Shop } from "./start-shop.ts";
import { startShop } from "./start-shop.ts";

const DATA_DIR = process.env["ERRAND_DATA_DIR"] || join(import.meta.dirname, "../../data");

/** Port settings are wishes, so one that is no port stops the start with a sentence. */
function readPort(name: string, fallback: number): number {
  const text = process.env[name] || String(fallback);
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= 65_535) return port;
  throw new Error(`${name}: "${text}" must be a port, a whole number from 1 to 65535`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function describe({ url, errand, adminPassword }: Shop): string {
  return [
    "",
    `  The shop       ${url}`,
    `  The dashboard  ${errand}/   password ${adminPassword}`,
    "",
    "  Ctrl-C stops.",
    "",
  ].join("\n");
}

/** Ends the process on Ctrl-C, after `stop`; a second Ctrl-C does not wait for it. */
function onInterrupt(stop: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(130));
      void stop().finally(() => process.exit(0));
    });
  }
}

const interrupted = new AbortController();
let shop: Shop | undefined;
onInterrupt(async () => {
  interrupted.abort();
  await shop?.close();
});

try {
  const ports = {
    shop: readPort("SHOP_PORT", 4000),
    api: readPort("SHOP_API_PORT", 4443),
    errand: readPort("ERRAND_PORT", 3000),
  };
  await buildPages({ signal: interrupted.signal, say });
  shop = await startShop({ ports, dataDir: DATA_DIR, environment: process.env, say });
  say(describe(shop));
} catch (error) {
  if (!interrupted.signal.aborted) {
    process.stderr.write(
      `The shop cannot start. ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(1);
  }
}
