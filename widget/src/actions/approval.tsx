import { signal } from "@preact/signals-core";
import type { ToolPart } from "@errand/shared/wire";
import { fill } from "../locales/fill.ts";
import type { Words } from "../locales/words.ts";
import { useApp } from "../panel/use-app.ts";
import { formatTime } from "../messages/format-time.ts";
import { Icon } from "../view/icon.tsx";
import { useWords } from "./use-words.ts";

const SHIELD =
  "M12 2 4 5v6c0 5 3.4 9.7 8 11 4.6-1.3 8-6 8-11V5Zm-1.2 13.7-3.5-3.5 1.4-1.4 2.1 2.1 4.9-4.9 1.4 1.4Z";

/** The time when a question last ended, in milliseconds since 1970; drawing follows it. */
const now = signal(Date.now());

/** Asks for the visitor's word on one run, with the very values that will be sent. */
export function Approval({ tool }: { tool: ToolPart }) {
  const { locale, conversation } = useApp();
  const words = useWords();
  const { pleaseConfirm, changes, confirm, cancel, confirmUntil, confirmOver } = words;
  const { name = tool.toolName, labels = {}, changes: isChange, approvalExpiresAt } = tool.toolMetadata ?? {};
  const isOver = Date.parse(approvalExpiresAt ?? "") <= now.value;
  const answer = (approved: boolean) => () => {
    conversation.answer(tool.approval?.id ?? "", approved).catch(() => {});
  };
  return (
    <section class="approval" aria-label={name}>
      <p class="eyebrow">
        <Icon path={SHIELD} />
        {pleaseConfirm}
      </p>
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
        <time class="detail" dateTime={approvalExpiresAt} ref={waitUntil}>
          {isOver ? confirmOver : fill(confirmUntil, formatTime(locale.value, approvalExpiresAt))}
        </time>
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

/** Moves the time on at the moment that an element tells. */
function waitUntil(element: HTMLTimeElement | null) {
  if (!element) return undefined;
  const move = () => (now.value = Date.now());
  const timer = setTimeout(move, Date.parse(element.dateTime) - Date.now());
  return () => clearTimeout(timer);
}
