import type { EvalResult, EvalView } from "@errand/shared/eval";
import { may } from "../../api/role.ts";
import { words } from "../../words/words.ts";
import { EvalOutcome } from "./eval-outcome.tsx";

interface EvalItemProps {
  sample: EvalView;
  /** How it went when it was last run on this page. */
  result: EvalResult | undefined;
  isBusy: boolean;
  /** Takes the focus at its Edit button, where its editor was opened from. */
  isReturnedTo: boolean;
  onRun: () => void;
  onEdit: () => void;
  onRemove: () => void;
}

/** What a sample conversation is called: its name, or what is said last. */
export function titleOf({ name, turns }: EvalView): string {
  return name || (turns.at(-1) ?? "");
}

/** One sample conversation, what it must lead to, and how it went. */
export function EvalItem({ sample, result, isBusy, isReturnedTo, onRun, onEdit, onRemove }: EvalItemProps) {
  const { action, asks } = sample.expected;
  const title = titleOf(sample);
  const spoken = <span class="visually-hidden"> {title}</span>;
  return (
    <>
      <div class="eval-head">
        <div>
          <strong dir="auto">{title}</strong>
          <p class="muted">
            {action !== null ? (
              <>
                {words.evals.toCall} <code>{action}</code>
              </>
            ) : asks !== null ? (
              <>
                {words.evals.toAsk} <code>{asks}</code>
              </>
            ) : (
              words.evals.toAnswer
            )}
          </p>
        </div>
        {may("editor") ? (
          <div class="actions">
            <button type="button" class="button small" disabled={isBusy} onClick={onRun}>
              {words.evals.run}
              {spoken}
            </button>
            <button type="button" class="button small" ref={isReturnedTo ? focus : null} onClick={onEdit}>
              {words.evals.edit}
              {spoken}
            </button>
            <button type="button" class="button small danger-quiet" onClick={onRemove}>
              {words.remove}
              {spoken}
            </button>
          </div>
        ) : null}
      </div>
      {result ? <EvalOutcome result={result} /> : null}
    </>
  );
}

/** Takes the focus when it appears. */
export function focus(button: HTMLButtonElement | null): void {
  button?.focus();
}
