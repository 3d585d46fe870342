import { useApp } from "../panel/use-app.ts";
import { Composer } from "./composer.tsx";
import { CLOSE, Icon } from "./icon.tsx";
import { Thread } from "./thread.tsx";

/** The chat panel. */
export function Panel({ close }: { close: () => unknown }) {
  const { settings, words, isOpen, isOffline, said, shell } = useApp();
  const isInline = shell.script.dataset.mode === "inline";
  const { name } = settings.value;
  const { assistant, closeChat, offline } = words.value;
  return (
    <>
      <section
        class="panel"
        hidden={!isOpen.value}
        role={isInline ? "region" : "dialog"}
        aria-label={name}
        tabIndex={-1}
        onClick={({ currentTarget }) => queueMicrotask(() => keepFocus(currentTarget))}
      >
        <div class="header">
          <span class="avatar" aria-hidden="true">
            {/./u.exec(name)?.[0].toLocaleUpperCase()}
          </span>
          <h2>
            {name}
            <small>{assistant}</small>
          </h2>
          {!isInline && (
            <button type="button" aria-label={closeChat} onClick={close}>
              <Icon path={CLOSE} />
            </button>
          )}
        </div>
        <Thread />
        {isOffline.value && (
          <p class="offline" role="status">
            {offline}
          </p>
        )}
        <Composer />
      </section>
      <div class="unseen" role="status" aria-live="polite">
        {said.value}
      </div>
    </>
  );
}

/**
 * Puts the focus into the panel unless it is there: when the panel opens, and when a button is gone after its
 * click. On a touch screen the field would bring up the keyboard, so the panel itself takes the focus.
 */
export function keepFocus(panel: HTMLElement): void {
  if (panel.hidden || panel.matches(":focus-within")) return;
  const field = matchMedia("(pointer: fine)").matches ? panel.querySelector("textarea") : null;
  (field ?? panel).focus();
}
