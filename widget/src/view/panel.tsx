import { useApp } from "../panel/use-app.ts";
import { Composer } from "./composer.tsx";
import { Header } from "./header.tsx";
import { lazy } from "./lazy.ts";
import { Thread } from "./thread.tsx";

const chats = lazy(() => import("../chats/chats.tsx"));

/** The visitor's conversations, once what draws them is there. */
function ChatList() {
  const { Chats } = chats() ?? {};
  return <div class="middle">{Chats && <Chats />}</div>;
}

/** The chat panel. */
export function Panel({ close }: { close: () => unknown }) {
  const { settings, words, isOpen, isOffline, isListing, said, shell } = useApp();
  const isInline = shell.script.dataset.mode === "inline";
  return (
    <>
      <section
        class="panel"
        hidden={!isOpen.value}
        role={isInline ? "region" : "dialog"}
        aria-label={settings.value.name}
        tabIndex={-1}
        onClick={({ currentTarget }) => queueMicrotask(() => keepFocus(currentTarget))}
      >
        <Header close={close} />
        {isListing.value ? (
          <ChatList />
        ) : (
          <>
            <Thread />
            {isOffline.value && (
              <p class="offline" role="status">
                {words.value.offline}
              </p>
            )}
            <Composer />
          </>
        )}
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
  const field = matchMedia("(pointer: fine)").matches
    ? panel.querySelector<HTMLElement>(".composer textarea")
    : null;
  (field ?? panel).focus();
}
