import type { Method } from "@errand/shared/action";
import type { OutcomeCode, RunStatus } from "@errand/shared/outcome";
import { words } from "../words/words.ts";

/** An HTTP method in its own colour. */
export function MethodBadge({ method }: { method: Method }) {
  return <span class={`badge method ${method.toLowerCase()}`}>{method}</span>;
}

/** How a run ended, or that it has not. */
export function OutcomeBadge({ outcome, status }: { outcome: OutcomeCode | null; status?: RunStatus }) {
  if (outcome === null) {
    const tone = status === "unknown" ? "bad" : "quiet";
    return <span class={`badge ${tone}`}>{words.runs.statuses[status ?? "started"]}</span>;
  }
  return <span class={`badge ${outcome === "ok" ? "good" : "bad"}`}>{words.outcomes[outcome].title}</span>;
}
