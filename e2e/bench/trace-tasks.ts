import type { Browser } from "@playwright/test";

/** The part of a trace event that is read (Trace Event Format); `tdur` is processor time in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
  args?: { name?: string };
}

/** A task longer than this keeps the visitor waiting. */
const LONG_TASK_MS = 50;

/**
 * Follows the tasks of pages' main threads, in processor time, so that a busy machine lengthens none. Answers with
 * what ends it and gives the blocking time: of each task what goes over 50 ms.
 */
export async function traceTasks(browser: Browser): Promise<() => Promise<number>> {
  const cdp = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  cdp.on("Tracing.dataCollected", ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  const isComplete = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve));
  await cdp.send("Tracing.start", { traceConfig: { includedCategories: ["toplevel", "__metadata"] } });
  return async () => {
    await cdp.send("Tracing.end");
    await isComplete;
    await cdp.detach();
    return blockingTime(events);
  };
}

function blockingTime(events: TraceEvent[]): number {
  const threads = events.filter(
    ({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain",
  );
  const isMain = ({ pid, tid }: TraceEvent) =>
    threads.some((thread) => thread.pid === pid && thread.tid === tid);
  const tasks = events.filter((event) => event.name === "ThreadControllerImpl::RunTask" && isMain(event));
  if (tasks.length === 0) throw new Error("The trace holds no task of a page.");
  return tasks.reduce((sum, { tdur = 0 }) => sum + Math.max(0, tdur / 1000 - LONG_TASK_MS), 0);
}
