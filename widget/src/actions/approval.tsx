import { signal } from "@preact/signals-core";
import type { ToolPart } from "@errand/shared/wire";
import { asRequestError } from "../api/problem.ts";
import { fill } from "../locales/fill.ts";
import type { Words } from "../locales/words.ts";
import { formatTime } from "../messages/format-time.ts";
import { useApp } from "../panel/use-app.ts";
import { Icon } from "../view/icon.tsx";
import { ArgumentField, readArguments } from "./argument-fields.tsx";
import { useWords } from "./use-words.ts";

const SHIELD =
  "M12 2 4 5v6c0 5 3.4 9.7 8 11 4.6-1.3 8-6 8-11V5Zm-1.2 13.7-3.5-3.5 1.4-1.4 2.1 2.1 4.9-4.9 1.4 1.4Z";

type Arguments = Record<string, unknown>;

/** The time when a question last ended, in milliseconds since 1970; drawing follows it. */
const now = signal(Date.now());

/** What the visitor makes of the arguments of one question. */
interface Edit {
  approvalId: string;
  input: Arguments;
  /** Names of the arguments that the server did not take. */
  faults: string[];
}

const edit = signal<Edit>();

/**
 * Asks for the visitor's word on one run, with the very values that will be sent. Enter in a field is no word:
 * only the button is.
 */
export function Approval({ tool }: { tool: ToolPart }) {
  const { locale } = useApp();
  const words = useWords();
  const { pleaseConfirm, changes, confirm, cancel, confirmUntil, confirmOver } = words;
  const {
    name = tool.toolName,
    changes: isChange,
    approvalExpiresAt,
    editable = [],
  } = tool.toolMetadata ?? {};
  const approvalId = tool.approval?.id ?? "";
  const isOver = Date.parse(approvalExpiresAt ?? "") <= now.value;
  const input = (tool.input ?? {}) as Arguments;
  const isEdited = !isOver && edit.value?.approvalId === approvalId;
  const accept = ({ currentTarget: { form } }: { currentTarget: HTMLButtonElement }) => {
    const isChanged = isEdited && form;
    answer(
      approvalId,
      true,
      isChanged ? readArguments(form, edit.peek()?.input ?? input, editable) : undefined,
    );
  };
  const change = ({ currentTarget: { form } }: { currentTarget: HTMLButtonElement }) => {
    edit.value = { approvalId, input, faults: [] };
    form?.querySelector<HTMLElement>("label > :is(input, select, textarea)")?.focus();
  };
  return (
    <form class="approval" aria-label={name} onSubmit={(event) => event.preventDefault()}>
      <p class="eyebrow">
        <Icon path={SHIELD} />
        {pleaseConfirm}
      </p>
      <h3>
        {name}
        {editable.length > 0 && !isOver && !isEdited && (
          <button type="button" onClick={change}>
            {words.edit}
          </button>
        )}
      </h3>
      <Values tool={tool} edited={isEdited ? edit.value : undefined} />
      {isChange && !isOver && <p class="warning">{changes}</p>}
      {!isOver && (
        <div class="buttons">
          <button type="button" class="primary" onClick={accept}>
            {confirm}
          </button>
          <button type="button" onClick={() => answer(approvalId, false)}>
            {cancel}
          </button>
        </div>
      )}
      {approvalExpiresAt && (
        <time class="detail" dateTime={approvalExpiresAt} ref={waitUntil}>
          {isOver ? confirmOver : fill(confirmUntil, formatTime(locale.value, approvalExpiresAt))}
        </time>
      )}
    </form>
  );
}

/** Each argument under its label, as it is or to be changed. */
function Values({ tool, edited }: { tool: ToolPart; edited: Edit | undefined }) {
  const words = useWords();
  const { labels = {}, editable = [] } = tool.toolMetadata ?? {};
  const input = edited?.input ?? ((tool.input ?? {}) as Arguments);
  const fields = edited ? editable : [];
  const kept = Object.entries(input).filter(([key]) => !fields.some(({ name }) => name === key));
  return (
    <>
      {kept.length > 0 && (
        <dl>
          {kept.map(([key, value]) => (
            <div key={key}>
              <dt>{labels[key] ?? key}</dt>
              <dd>
                <bdi>{showValue(value, words)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {fields.map((argument) => (
        <ArgumentField
          key={argument.name}
          argument={argument}
          label={labels[argument.name] ?? argument.name}
          value={input[argument.name]}
          fault={edited?.faults.includes(argument.name) ? words.checkValue : undefined}
          words={words}
        />
      ))}
    </>
  );
}

/** Gives the visitor's word. What they changed stands there again when the server did not take it. */
function answer(approvalId: string, approved: boolean, input?: Arguments): void {
  useApp()
    .conversation.answer(approvalId, approved, input)
    .catch((error: unknown) => {
      const { errors = [] } = asRequestError(error);
      if (input)
        edit.value = { approvalId, input, faults: errors.map(({ pointer }) => pointer.split("/")[2] ?? "") };
    });
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
