import type { EvalFault, EvalResult } from "@errand/shared/eval";
import { formatDuration } from "../../words/format.ts";
import { words } from "../../words/words.ts";

/** How a sample conversation went: what was chosen, filled and asked, and what is not as expected. */
export function EvalOutcome({ result }: { result: EvalResult }) {
  const { passed, chosen, asked, reply, also, faults, durationMs } = result;
  const calls = chosen === null ? [] : [{ action: chosen, arguments: result.arguments }, ...also];
  return (
    <details class="eval-outcome" open={!passed}>
      <summary>
        <span class={`badge ${passed ? "good" : "bad"}`}>
          {passed ? words.evals.passed : words.evals.failed}
        </span>{" "}
        <span class="muted">{formatDuration(durationMs)}</span>
      </summary>
      <div class="stack tight">
        {faults.length > 0 ? (
          <ul class="notes">
            {faults.map((fault) => (
              <li key={fault.message}>{inWords(fault)}</li>
            ))}
          </ul>
        ) : null}
        {calls.map((call, index) => (
          <div key={index} class="stack tight">
            <p>
              {words.evals.chose} <code>{call.action}</code>
            </p>
            <p class="muted">{words.evals.filled}</p>
            <pre class="eval-arguments">
              <code>{JSON.stringify(call.arguments, null, 2)}</code>
            </pre>
          </div>
        ))}
        {chosen === null ? <p>{words.evals.choseNothing}</p> : null}
        {asked === null ? null : (
          <p>
            {words.evals.asked} <code>{asked}</code>
          </p>
        )}
        {reply === "" ? null : (
          <p dir="auto">
            <span class="muted">{words.evals.replied}</span> {reply}
          </p>
        )}
      </div>
    </details>
  );
}

/** A fault in the owner's language; as the server words it where the kind is one that this page does not know. */
function inWords({ kind, action = "", was, wanted, message }: EvalFault): string {
  const { faults, nothing } = words.evals;
  const sentence: ((was: string, wanted: string, action: string) => string) | undefined = faults[kind];
  return sentence?.(was ?? nothing, wanted ?? nothing, action) ?? message;
}
