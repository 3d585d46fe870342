import type { PanelModule, RunCommand } from "../shell.ts";
import { createApp } from "./app.ts";
import { createCommands, type Commands } from "./commands.ts";
import { mount } from "./mount.tsx";

/** Makes the panel behind the launcher and answers with what carries out the page's commands. */
export const createPanel: PanelModule["createPanel"] = (host, launcher, settings, script, emit, life) => {
  // `attachShadow` was called with mode "open".
  const root = host.shadowRoot as ShadowRoot;
  const app = createApp({ host, root, launcher, settings, script, emit, life });
  let commands = createCommands(app);
  mount(app, () => commands["close"]?.(undefined as never));

  const find = async (name: string): Promise<Commands[string]> => {
    if (!Object.hasOwn(commands, name)) {
      commands = { ...commands, ...(await import("./rare-commands.ts")).createRareCommands(app) };
    }
    const command = Object.hasOwn(commands, name) && commands[name];
    if (!command) throw new TypeError(`Errand: "${name}" is none of ${Object.keys(commands).join()},on.`);
    return command;
  };
  /** Ends when the last command has begun: they begin in the order of the calls, although one has to be fetched. */
  let begun: Promise<unknown> = app.setLocale(script.dataset.locale ?? window.errandSettings?.locale);
  const run: RunCommand = async (name, argument) => {
    const found = begun.then(() => find(name));
    begun = found.catch(() => {});
    const command = await found;
    return command(argument as never);
  };
  // The visitor left it open on the page before this one, in this tab.
  if (app.storage.readTab("open")) void run("open");
  return run;
};
