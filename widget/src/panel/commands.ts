import type { TurnNotice } from "../chat/turn-events.ts";
import type { Identity } from "../errand.ts";
import { reportFailure, type App } from "./app.ts";

/** Commands of the global function `Errand`, by name. */
export type Commands = Record<string, (argument: never) => unknown>;

/** Forgets what was said, and what is half written. */
export function forgetWords({ conversation, draft }: App): void {
  conversation.forget();
  draft.value = "";
}

/** The commands that a chat needs; `rare-commands` has the others. */
export function createCommands(app: App): Commands {
  const { shell, session, conversation, isOpen, unread, tabs } = app;
  tabs.onmessage = ({ data: turn }: MessageEvent<TurnNotice | "reset">) => {
    if (turn === "reset") {
      session.leave();
      forgetWords(app);
    } else if (conversation.hear(turn) && isOpen.peek()) app.restore();
  };

  const open = () => {
    shell.host.hidden = false;
    if (isOpen.peek()) return;
    isOpen.value = true;
    if (unread.peek()) shell.emit("unread", { count: 0 });
    unread.value = 0;
    app.restore();
    shell.emit("opened");
  };
  const close = () => {
    if (!isOpen.peek() || shell.script.dataset.mode === "inline") return;
    isOpen.value = false;
    shell.emit("closed");
  };
  return {
    open,
    close,
    /** The launcher sends its click along. */
    toggle(click?: Event) {
      if (click) app.storage.touch();
      if (isOpen.peek()) close();
      else open();
    },
    show() {
      shell.host.hidden = false;
    },
    hide() {
      shell.host.hidden = true;
      close();
    },
    async identify(identity: Identity) {
      try {
        await session.identify(identity);
      } catch (error) {
        reportFailure(shell.emit, error);
        throw error;
      }
      if (isOpen.peek()) app.restore();
    },
    async sendMessage(text: unknown) {
      if (typeof text !== "string")
        throw new TypeError(`Errand: sendMessage takes a text, not ${typeof text}.`);
      if (shell.script.dataset.mode !== "none") open();
      if (text.trim()) await conversation.send(text.trim());
    },
  };
}
