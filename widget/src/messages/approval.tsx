import { useEffect, useState } from "preact/hooks";
import type { ToolPart } from "@errand/shared/wire";
import type { Words } from "../locales/words.ts";
import { useApp } from "../panel/use-app.ts";
import { formatTime } from "./format.ts";
import { useWords } from "./use-words.ts";

/** Asks for the visitor's word on one run, with the very values that will be sent. */
export function Approval({ tool }: { tool: ToolPart }) {
  const { locale, conversation } = useApp();
  const words = useWords();
  const { pleaseConfirm, changes, confirm, cancel, confirmUntil, confirmOver } = words;
  const { name = tool.toolName, labels = {}, changes: isChange, approvalExpiresAt } = tool.toolMetadata ?? {};
  const isOver = useIsOver(approvalExpiresAt);
  const answer = (approved: boolean) => () => {
    conversation.answer(tool.approval?.id ?? "", approved).catch(() => {});
  };
  return (
    <section class="approval" aria-label={name}>
      <p class="eyebrow">{pleaseConfirm}</p>
      <h3>{name}</h3>
      <dl>
        {Object.entries((tool.input ?? {}) as Record<string, unknown>).map(([key, value]) => (
          <div key={key}>
            <dt>{labels[key] ?? key}</dt>
            <dd>
              <bdi>{showValue(value, words)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {isChange && !isOver && <p class="warning">{changes}</p>}
      {!isOver && (
        <div class="buttons">
          <button type="button" class="primary" onClick={answer(true)}>
            {confirm}
          </button>
          <button type="button" onClick={answer(false)}>
            {cancel}
          </button>
        </div>
      )}
      {approvalExpiresAt && (
        <p class="detail">
          {isOver ? confirmOver : confirmUntil(formatTime(locale.value, approvalExpiresAt))}
        </p>
      )}
    </section>
  );
}

/** An argument as a person reads it. */
function showValue(value: unknown, words: Pick<Words, "yes" | "no">): string {
  if (value === undefined || value === null || value === "") return "–";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map((item) => showValue(item, words)).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}

function useIsOver(expiresAt: string | undefined): boolean {
  const left = expiresAt ? Date.parse(expiresAt) - Date.now() : Number.POSITIVE_INFINITY;
  const [isOver, setIsOver] = useState(left <= 0);
  useEffect(() => {
    if (left === Number.POSITIVE_INFINITY || isOver) return undefined;
    const timer = setTimeout(() => setIsOver(true), left);
    return () => clearTimeout(timer);
  }, [expiresAt]);
  return isOver;
}
