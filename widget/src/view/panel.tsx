import { useEffect, useRef } from "preact/hooks";
import { useApp } from "../panel/use-app.ts";
import { Composer } from "./composer.tsx";
import { CLOSE, Icon } from "./icon.tsx";
import { Thread } from "./thread.tsx";

/** The chat panel. */
export function Panel({ close }: { close: () => unknown }) {
  const { settings, words, isOpen, isOffline, said, shell } = useApp();
  const panel = useRef<HTMLElement>(null);
  const isInline = shell.attributes.mode === "inline";
  const { name } = settings.value;

  useEffect(() => {
    if (isOpen.value && !isInline) keepFocus(panel.current);
  }, [isOpen.value]);

  return (
    <>
      <section
        class="panel"
        ref={panel}
        hidden={!isOpen.value}
        role={isInline ? "region" : "dialog"}
        aria-label={name}
        tabIndex={-1}
        onClick={() => queueMicrotask(() => keepFocus(panel.current))}
      >
        <div class="header">
          <span class="avatar" aria-hidden="true">
            {/./u.exec(name)?.[0].toLocaleUpperCase()}
          </span>
          <h2>
            {name}
            <small>{words.value.assistant}</small>
          </h2>
          {!isInline && (
            <button type="button" aria-label={words.value.closeChat} onClick={close}>
              <Icon path={CLOSE} />
            </button>
          )}
        </div>
        <Thread />
        {isOffline.value && (
          <p class="offline" role="status">
            {words.value.offline}
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
function keepFocus(panel: HTMLElement | null): void {
  if (!panel || panel.matches(":focus-within")) return;
  const field = matchMedia("(pointer: fine)").matches ? panel.querySelector("textarea") : null;
  (field ?? panel).focus();
}
