import { canonicalLocale } from "@errand/shared/locale";
import type { TurnNotice } from "../chat/turn-events.ts";
import type { ErrandUpdate, Identity } from "../errand.ts";
import { reportFailure, type App } from "./app.ts";

type Command = (argument: never) => unknown;

/** The commands of the global function `Errand`, by name. `destroy` is the mounted panel's own. */
export function createCommands(app: App, destroy: () => void): Record<string, Command> {
  const { shell, session, conversation, isOpen, unread, settings, tabs } = app;
  tabs.onmessage = ({ data: turn }: MessageEvent<TurnNotice | "reset">) => {
    if (turn === "reset") {
      session.forget();
      conversation.forget();
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
    if (!isOpen.peek() || shell.attributes.mode === "inline") return;
    isOpen.value = false;
    shell.emit("closed");
  };
  const resetUser = async () => {
    conversation.forget();
    app.draft.value = "";
    app.storage.writeDraft("");
    tabs.postMessage("reset");
    await session.end();
  };
  const setLocale = async (tag: string) => {
    const locale = canonicalLocale(tag);
    if (!locale) throw new TypeError(`Errand: ${tag} is no language tag such as "az".`);
    await app.setLocale(locale);
  };

  return {
    open,
    close,
    toggle: () => (isOpen.peek() ? close() : open()),
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
    resetUser,
    logout: resetUser,
    shutdown: resetUser,
    setLocale,
    async update({ locale, ...changes }: ErrandUpdate) {
      settings.value = { ...settings.peek(), ...changes };
      if (locale) await setLocale(locale);
    },
    async sendMessage(text: string) {
      if (shell.attributes.mode !== "none") open();
      if (text.trim()) await conversation.send(text.trim());
    },
    destroy() {
      isOpen.value = false;
      tabs.close();
      session.forget();
      destroy();
      delete window.Errand;
    },
  };
}
