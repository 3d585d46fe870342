import { inkOn } from "@errand/shared/ink";
import { canonicalLocale } from "@errand/shared/locale";
import type { ErrandUpdate, PageToolDefinition } from "../errand.ts";
import type { App } from "./app.ts";
import { checkUpdate } from "./check-update.ts";
import { forgetWords, type Commands } from "./commands.ts";

/** The commands that few pages call; they are fetched with the first of them. */
export function createRareCommands(app: App): Commands {
  const { shell, session, settings, tabs } = app;

  const resetUser = async () => {
    forgetWords(app);
    app.isListing.value = false;
    if (app.unread.peek()) shell.emit("unread", { count: (app.unread.value = 0) });
    tabs.postMessage("reset");
    await session.end();
  };
  const setLocale = async (tag: string) => {
    const locale = canonicalLocale(tag);
    if (!locale) throw new TypeError(`Errand: ${tag} is no language tag such as "az".`);
    await app.setLocale(locale);
  };
  const update = async (asked: ErrandUpdate) => {
    checkUpdate(asked);
    const { locale, color, ...changes } = asked;
    if (locale) await setLocale(locale);
    if (color) paint(shell.host, color);
    settings.value = { ...settings.peek(), ...changes, ...(color && { color }) };
  };
  /** Resolves with what takes the tools back. */
  const registerTools = async (definitions: Record<string, PageToolDefinition>) => {
    const { createPageTools } = await import("../tools/page-tools.ts");
    const tools = (app.tools ??= createPageTools(shell.life.signal, app.storage));
    return tools.register(definitions);
  };
  const destroy = () => {
    app.isOpen.value = false;
    // What the browser keeps of the visitor outlives the widget.
    Object.assign(app.storage, { write() {}, writeTab() {} });
    session.forget();
    shell.life.abort();
    delete window.Errand;
  };
  return { registerTools, destroy, resetUser, logout: resetUser, shutdown: resetUser, setLocale, update };
}

function paint({ style }: HTMLElement, color: string): void {
  style.setProperty("--accent", color);
  style.setProperty("--on-accent", inkOn(color));
}
