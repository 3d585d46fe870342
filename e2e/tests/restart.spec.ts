import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { createOwnerApi } from "../shop/owner-api.ts";
import { startShop } from "../shop/start-shop.ts";

const MAIN = join(import.meta.dirname, "../shop/main.ts");
const PORTS = { shop: 21_400, api: 21_410, errand: 21_420 };
const [SHOP_PORT, SHOP_API_PORT, ERRAND_PORT] = Object.values(PORTS).map(String);

// These share their ports, so one follows the other.
test.describe.configure({ mode: "default" });

let dataDir: string;
let children: ChildProcess[];

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "errand-restart-"));
  children = [];
});
test.afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await rm(dataDir, { recursive: true });
});

/** Starts the shop as `npm start` does, and reads what it says until it runs or ends. */
async function start(more: Record<string, string> = {}) {
  const settings = { SHOP_PORT, SHOP_API_PORT, ERRAND_PORT, ERRAND_DATA_DIR: dataDir, ...more };
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, ...settings } });
  children.push(child);
  let said = "";
  const isSettled = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Ctrl-C stops.")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("close", () => resolve());
  });
  await isSettled;
  return { child, said: said.trim(), code: child.exitCode };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals) {
  const ended = once(child, "close");
  child.kill(signal);
  return (await ended) as [code: number | null, signal: NodeJS.Signals | null];
}

async function readSite(): Promise<string | undefined> {
  const page = await fetch(`http://localhost:${PORTS.shop}/`);
  return /embed\/(site_\w+)\.js/.exec(await page.text())?.[1];
}

test("a killed shop starts again with the same site and password, a second one is told of the first", async () => {
  const first = await start();
  expect(first.said).toMatch(
    /^The shop {7}http:\/\/localhost:21400\n {2}The dashboard {2}http:\/\/localhost:21420\/ {3}password \S{16}\n\n {2}Ctrl-C stops\.$/,
  );
  const site = await readSite();
  expect(site).toMatch(/^site_/);

  const second = await start();
  const holder = `process ${first.child.pid}, open http://localhost:21400`;
  expect([second.code, second.said]).toEqual([1, `The shop cannot start. It already runs: ${holder}.`]);

  await stop(first.child, "SIGKILL");
  const third = await start();
  expect(third.said).toBe(first.said);
  expect(await readSite()).toBe(site);
  expect(await stop(third.child, "SIGTERM")).toEqual([0, null]);
});

test("a setting that is not usable stops the start with a sentence that names it", async () => {
  const { code, said } = await start({ SHOP_PORT: "4000a" });
  const sentence = 'SHOP_PORT: "4000a" must be a port, a whole number from 1 to 65535';
  expect([code, said]).toEqual([1, `The shop cannot start. ${sentence}`]);
});

test("what the owner changed stays; only addresses follow the start", async () => {
  const first = await startShop({ ports: PORTS, dataDir });
  const before = createOwnerApi(first.errand, first.adminToken);
  const listed = await before.listActions(first.site);
  const action = listed.find(({ identifier }) => identifier === "lookup_order");
  if (!action) throw new Error("There is no action lookup_order.");
  const { id, createdAt: _createdAt, updatedAt: _updatedAt, ...definition } = action;
  await before.replaceAction(first.site, id, { ...definition, name: "Find my parcel" });
  await first.close();

  const second = await startShop({ ports: { shop: 21_450, api: 21_460, errand: 21_470 }, dataDir });
  const after = createOwnerApi(second.errand, second.adminToken);
  const actions = await after.listActions(second.site);
  const [site] = await after.listSites();
  await second.close();
  expect(second.site).toBe(first.site);
  expect(second.userHashSecret).toBe(first.userHashSecret);
  expect(site?.allowedOrigins).toEqual([first.url, second.url]);
  expect(actions.map(({ identifier }) => identifier).sort()).toEqual([
    "cancel_order",
    "create_ticket",
    "list_orders",
    "lookup_order",
  ]);
  for (const { url, auth } of actions) {
    expect(url.startsWith(`${second.api}/`)).toBe(true);
    expect(auth.credential?.set).toBe(true);
  }
  expect(actions.find((each) => each.id === id)?.name).toBe("Find my parcel");
});
