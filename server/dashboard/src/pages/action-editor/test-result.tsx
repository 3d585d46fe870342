import type { ActionTestResult } from "@errand/shared/action-test";
import { useEffect, useRef } from "preact/hooks";
import { OutcomeBadge } from "../../components/badges.tsx";
import { Exchange } from "../../components/exchange.tsx";
import { formatBytes, formatDuration } from "../../words/format.ts";
import { inOwnWords } from "../../words/in-own-words.ts";
import { words } from "../../words/words.ts";
import { parseAnswer } from "./answer-fields.ts";

interface TestResultProps {
  result: ActionTestResult;
  /** Makes fields and card of the answer's body. */
  onUse: (body: string) => void;
}

/** How a test ended: what to do about it first, then what was sent and what came back. */
export function TestResult({ result, onUse }: TestResultProps) {
  const { outcome, message, durationMs, request, response } = result;
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.scrollIntoView({ block: "nearest" }), [result]);
  return (
    <section class="stack" aria-label={words.test.result}>
      <p class="result-line" ref={line}>
        <OutcomeBadge outcome={outcome} />
        <span class="muted">{formatDuration(durationMs)}</span>
        {response ? <span class="muted">{formatBytes(byteLength(response.body))}</span> : null}
      </p>
      {outcome === "ok" ? (
        response ? null : (
          <p>{words.test.dryOk}</p>
        )
      ) : (
        <div class="note warning">
          {message ? <p>{inOwnWords(message)}</p> : null}
          <p>{words.outcomes[outcome].advice}</p>
        </div>
      )}
      {outcome === "ok" && response && parseAnswer(response.body) !== undefined ? (
        <button type="button" class="button small" onClick={() => onUse(response.body)}>
          {words.test.useAnswer}
        </button>
      ) : null}
      <Exchange request={request} response={response} />
    </section>
  );
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
