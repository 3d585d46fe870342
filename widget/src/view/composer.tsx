import { useApp } from "../panel/use-app.ts";
import { Icon, SEND, STOP } from "./icon.tsx";

/** The longest message the visitor can write, in UTF-16 units. */
const MAX_LENGTH = 4000;

/** Where the visitor writes. Enter sends, Shift+Enter starts a new line. */
export function Composer() {
  const { conversation, words, draft, isOffline } = useApp();
  const { placeholder, send, stop } = words.value;
  // Without a line there is nothing to stop, and what is written waits its turn.
  const isBusy = conversation.isBusy.value && !isOffline.value;
  const text = draft.value;
  const isBlank = !text.trim();
  const submit = (event: Event) => {
    event.preventDefault();
    focusField(event);
    if (isBlank || isBusy) return;
    conversation.send(text.trim()).catch(() => {});
    draft.value = "";
  };
  const halt = (event: Event) => {
    focusField(event);
    conversation.stop().catch(() => {});
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // 229: Safari ends an input method's composition before it tells of the key.
    const isPlain = !event.shiftKey && !event.isComposing && event.keyCode !== 229;
    if (event.key === "Enter" && isPlain) submit(event);
  };
  return (
    <form class="composer" onSubmit={submit}>
      <div class="field" data-draft={`${text} `}>
        <textarea
          rows={1}
          dir={text ? "auto" : undefined}
          maxLength={MAX_LENGTH}
          value={text}
          placeholder={placeholder}
          aria-label={placeholder}
          onInput={(event) => (draft.value = event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <button
        type={isBusy ? "button" : "submit"}
        class="send"
        aria-label={isBusy ? stop : send}
        aria-disabled={isBlank && !isBusy}
        onClick={isBusy ? halt : undefined}
      >
        <Icon path={isBusy ? STOP : SEND} />
      </button>
    </form>
  );
}

/** A button that was pressed leaves the focus, and a phone its keyboard, with the field. */
function focusField({ currentTarget }: Event): void {
  (currentTarget as HTMLElement).closest("form")?.querySelector("textarea")?.focus();
}
