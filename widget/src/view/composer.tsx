import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "../panel/use-app.ts";
import { Icon, SEND, STOP } from "./icon.tsx";

/** The longest message the visitor can write, in UTF-16 units. */
const MAX_LENGTH = 4000;

/** Where the visitor writes. Enter sends, Shift+Enter starts a new line. */
export function Composer() {
  const { conversation, words, draft, storage, isOpen } = useApp();
  const field = useRef<HTMLTextAreaElement>(null);
  const isBusy = conversation.isBusy.value;
  const isBlank = !draft.value.trim();
  const write = (text: string) => {
    draft.value = text;
    storage.writeDraft(text);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (isBlank || isBusy) return;
    conversation.send(draft.value.trim()).catch(() => {});
    write("");
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // 229: Safari ends an input method's composition before it tells of the key.
    const isPlain = !event.shiftKey && !event.isComposing && event.keyCode !== 229;
    if (event.key === "Enter" && isPlain) submit(event);
  };
  const stop = () => {
    conversation.stop().catch(() => {});
    field.current?.focus();
  };

  useLayoutEffect(() => grow(field.current), [draft.value, isOpen.value]);

  return (
    <form class="composer" onSubmit={submit}>
      <textarea
        ref={field}
        rows={1}
        dir={draft.value ? "auto" : undefined}
        maxLength={MAX_LENGTH}
        value={draft.value}
        placeholder={words.value.placeholder}
        aria-label={words.value.placeholder}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {isBusy ? (
        <button type="button" class="send" aria-label={words.value.stop} onClick={stop}>
          <Icon path={STOP} />
        </button>
      ) : (
        <button type="submit" class="send" aria-label={words.value.send} aria-disabled={isBlank}>
          <Icon path={SEND} />
        </button>
      )}
    </form>
  );
}

function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
