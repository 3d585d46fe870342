import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { median } from "../../server/bench/median.ts";
import type { Row } from "../../server/bench/row.ts";
import { buildPages } from "../shop/build.ts";
import { listen } from "../shop/listen.ts";
import { findFreePort } from "../shop/ports.ts";
import { startShop } from "../shop/start-shop.ts";
import { findChromium } from "../tests/chromium.ts";
import { servePage } from "../tests/fixture-page.ts";
import { BUTTON_SCRIPT, benchPages } from "./pages.ts";
import { visit, type Visit } from "./visit.ts";

const ROUNDS = 7;
const PORTS = { shop: 22_200, api: 22_210, errand: 22_220 };

/**
 * What a visitor's browser pays for the widget, beside a button written by hand, on the same page in the same
 * run. The rounds alternate, so that a busy machine slows both; medians.
 */
export async function benchWidget(): Promise<Row[]> {
  await buildPages();
  const dataDir = await mkdtemp(join(tmpdir(), "errand-bench-"));
  const shop = await startShop({ ports: PORTS, dataDir });
  const button = await serveButton();
  const fixture = await servePage(shop, { body: "", pages: benchPages(shop, button.origin) });
  const browser = await chromium.launch(await findChromium());
  const origins = [shop.errand, button.origin];
  const visits: Record<"widget" | "button" | "neither", Visit[]> = { widget: [], button: [], neither: [] };
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, seen] of Object.entries(visits)) {
        const one = await visit(browser, `${fixture.origin}/${name}`, origins);
        // The first round warms the server's caches.
        if (round > 0) seen.push(one);
      }
    }
  } finally {
    await browser.close();
    await Promise.all([fixture.close(), button.close(), shop.close()]);
    await rm(dataDir, { recursive: true });
  }
  return toRows(visits.widget, visits.button, visits.neither);
}

/** Serves the button's script from an origin of its own, compressed, as the server does with the loader. */
async function serveButton() {
  const port = await findFreePort(PORTS.errand + 5);
  const headers = {
    "content-type": "text/javascript",
    "content-encoding": "br",
    "cache-control": "max-age=60",
  };
  const body = brotliCompressSync(BUTTON_SCRIPT);
  const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
  return { origin: `http://localhost:${port}`, close: await listen(server, port, "127.0.0.1") };
}

type Figure = { [Name in keyof Visit]: Visit[Name] extends number ? Name : never }[keyof Visit];

function toRows(widget: Visit[], button: Visit[], neither: Visit[]): Row[] {
  const of = (visits: Visit[], name: Figure) => median(visits.map((one) => one[name]));
  const ms = (name: Figure) =>
    [widget, button].map((visits) => `${of(visits, name).toFixed(0)} ms`).join(", by hand ");
  const heapMiB = (of(widget, "heapBytes") - of(neither, "heapBytes")) / 2 ** 20;
  const [first, bare] = [widget[0], neither[0]];
  const added = first?.globals.filter((name) => !bare?.globals.includes(name)) ?? [];
  const digest = (one: Visit | undefined) =>
    createHash("sha256")
      .update(one?.styles ?? "")
      .digest("hex");
  return [
    { what: "files before the first click", measured: `${of(widget, "requests")}`, goal: "2" },
    {
      what: "their bytes on the line, headers too",
      measured: `${of(widget, "transferredBytes")}`,
      goal: "≤ 15,500",
    },
    {
      what: "launcher visible",
      measured: `${ms("launcherMs")} (× ${(of(widget, "launcherMs") / of(button, "launcherMs")).toFixed(2)})`,
      goal: "≤ × 1.15",
    },
    {
      what: "click to focused field",
      measured: `${ms("clickMs")} (+ ${(of(widget, "clickMs") - of(button, "clickMs")).toFixed(0)} ms)`,
      goal: "≤ + 40 ms",
    },
    {
      what: "files fetched between click and field",
      measured: `${of(widget, "requestsAtClick")}`,
      goal: "0",
    },
    {
      what: "blocking time, over the page's own",
      measured: `${Math.max(0, of(widget, "blockingMs") - of(neither, "blockingMs")).toFixed(0)} ms`,
      goal: "0 ms",
    },
    { what: "layout shift", measured: of(widget, "layoutShift").toFixed(3), goal: "0" },
    { what: "heap, over the page's own", measured: `${heapMiB.toFixed(2)} MiB`, goal: "≤ 0.5 MiB" },
    { what: "global names", measured: added.join(), goal: "Errand" },
    {
      what: "styles of the host page",
      measured: digest(first) === digest(bare) ? "unchanged" : "changed",
      goal: "unchanged",
    },
  ];
}
