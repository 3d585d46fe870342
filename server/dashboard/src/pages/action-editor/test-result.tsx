import type { ActionTestResult } from "@errand/shared/action-test";
import { useEffect, useRef } from "preact/hooks";
import { OutcomeBadge } from "../../components/badges.tsx";
import { Exchange } from "../../components/exchange.tsx";
import { formatDuration } from "../../words/format.ts";
import { words } from "../../words/words.ts";

/** How a test ended: what to do about it first, then what was sent and what came back. */
export function TestResult({ result }: { result: ActionTestResult }) {
  const { outcome, message, durationMs, request, response } = result;
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.scrollIntoView({ block: "nearest" }), [result]);
  return (
    <section class="stack" aria-label={words.test.result}>
      <p class="result-line" ref={line}>
        <OutcomeBadge outcome={outcome} />
        <span class="muted">{formatDuration(durationMs)}</span>
      </p>
      {outcome === "ok" ? (
        response ? null : (
          <p>{words.test.dryOk}</p>
        )
      ) : (
        <div class="note warning">
          {message ? <p>{message}</p> : null}
          <p>{words.outcomes[outcome].advice}</p>
        </div>
      )}
      <Exchange request={request} response={response} />
    </section>
  );
}
