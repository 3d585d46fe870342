import type { RunStart, RunStore } from "../src/actions/run-store.ts";
import { createId } from "../src/storage/ids.ts";
import { timestamp } from "../src/storage/database.ts";

/** Does `work` between a run's two rows in the ledger, which are as long as those of a real one. */
export async function recordRun(
  runs: RunStore,
  of: Pick<RunStart, "siteId" | "conversationId" | "callId">,
  work: () => Promise<void>,
): Promise<void> {
  const id = createId("run");
  const headers = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`X-Header-${at}`, "x".repeat(30)]),
  );
  await runs.start({
    ...of,
    id,
    actionId: "act_1",
    identifier: "look_up_orders",
    arguments: { order_number: "ORD-123" },
    digest: "0".repeat(64),
    request: { method: "GET", url: "https://localhost/orders/ORD-123?lang=en", headers, body: null },
    startedAt: timestamp(),
  });
  await work();
  await runs.finish(id, {
    status: "succeeded",
    outcome: "ok",
    told: { outcome: "ok", status: 200, data: { number: "ORD-123", status: "shipped" } },
    response: { status: 200, headers: {}, body: "x".repeat(300), truncated: false },
    durationMs: 1,
    finishedAt: timestamp(),
  });
}
