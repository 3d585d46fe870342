import type { Browser, CDPSession, Page } from "@playwright/test";
import { traceTasks } from "./trace-tasks.ts";

/** What one visit of a page showed. Times are in milliseconds. */
export interface Visit {
  launcherMs: number;
  /** From the click to the focused field. */
  clickMs: number;
  /** Of tasks on the main thread, what goes over 50 ms each. */
  blockingMs: number;
  layoutShift: number;
  heapBytes: number;
  requests: number;
  transferredBytes: number;
  /** Requests between the click and the focused field. */
  requestsAtClick: number;
  globals: string[];
  /** The computed styles of every element of the host page. */
  styles: string;
}

/** What `OBSERVE` keeps. */
type Seen = Record<"launcherMs" | "clickedAt" | "focusedAt" | "layoutShift", number>;

/** The processor is slowed four times, the line is a slow mobile one. */
const CPU_SLOWDOWN = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
/** After the page has loaded, what is fetched while it is idle has arrived by then. */
const SETTLE_MS = 2500;

const LAUNCHER = `document.querySelector("errand-chat, plain-chat")?.shadowRoot?.querySelector(".launcher")`;

/** Runs before any script of the page; keeps its figures where they are no global name. */
const OBSERVE = `(() => {
  const seen = { launcherMs: 0, clickedAt: 0, focusedAt: 0, layoutShift: 0 };
  Object.defineProperty(document, "seen", { value: seen });
  const look = () => {
    const launcher = ${LAUNCHER};
    if (!launcher?.getBoundingClientRect().width) return requestAnimationFrame(look);
    seen.launcherMs = performance.now();
    // A focus that moves within the shadow tree is not heard outside of it.
    launcher.getRootNode().addEventListener("focusin", ({ target }) => {
      if (target.localName === "textarea") seen.focusedAt ||= performance.now();
    });
  };
  look();
  addEventListener("click", (event) => { seen.clickedAt = event.timeStamp }, { capture: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) seen.layoutShift += value;
  }).observe({ type: "layout-shift", buffered: true });
})();`;

/** Visits a page as somebody does who then clicks the launcher. */
export async function visit(browser: Browser, address: string, origins: string[]): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const traffic = watchTraffic(cdp, origins);
  const endTrace = await traceTasks(browser);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", LINE);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  await page.addInitScript(OBSERVE);
  await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(SETTLE_MS);
  const blockingMs = await endTrace();
  const heapBytes = await measureHeap(cdp);
  const { globals, styles } = await readHost(page);
  const before = traffic();
  const hasLauncher = await page.evaluate(`Boolean(${LAUNCHER})`);
  if (hasLauncher) await click(page);
  const seen = await page.evaluate<Seen>("document.seen");
  const requestsAtClick = await countFetched(page, seen);
  await context.close();
  return {
    launcherMs: seen.launcherMs,
    clickMs: seen.focusedAt - seen.clickedAt,
    blockingMs,
    layoutShift: seen.layoutShift,
    heapBytes,
    requests: before.files,
    transferredBytes: before.bytes,
    requestsAtClick,
    globals,
    styles,
  };
}

async function click(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(width / 2, height / 2);
  await page.mouse.click(width - 48, height - 48);
  await page.waitForFunction("document.seen.focusedAt");
}

/** Files whose fetch began between the click and the focused field. */
function countFetched(page: Page, { clickedAt, focusedAt }: Seen): Promise<number> {
  return page.evaluate(
    ([from = 0, to = 0]) =>
      performance
        .getEntriesByType("resource")
        .filter(({ name, startTime }) => startTime >= from && startTime <= to && !name.includes("/v1/"))
        .length,
    [clickedAt, focusedAt],
  );
}

async function measureHeap(cdp: CDPSession): Promise<number> {
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  return usedSize;
}

/** Files from `origins`, and their bytes on the line. What is asked of the visitor API is no file. */
function watchTraffic(cdp: CDPSession, origins: string[]) {
  const asked = new Set<string>();
  let bytes = 0;
  cdp.on("Network.requestWillBeSent", ({ requestId, request }) => {
    const { origin, pathname } = new URL(request.url);
    if (origins.includes(origin) && !pathname.startsWith("/v1/")) asked.add(requestId);
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (asked.has(requestId)) bytes += encodedDataLength;
  });
  return () => ({ files: asked.size, bytes });
}

function readHost(page: Page): Promise<{ globals: string[]; styles: string }> {
  return page.evaluate(() => ({
    globals: Object.keys(window),
    styles: [...document.body.querySelectorAll("*")]
      .filter(({ localName }) => localName !== "script")
      .map((element) => {
        const style = getComputedStyle(element);
        return Array.from(style, (name) => `${name}:${style.getPropertyValue(name)}`).join(";");
      })
      .join("\n"),
  }));
}
