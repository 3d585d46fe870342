import type { RunCommand, Shell } from "../shell.ts";
import { createApp } from "./app.ts";
import { createCommands } from "./commands.ts";
import { mount } from "./mount.tsx";

/** Makes the panel behind the launcher and answers with what carries out the page's commands. */
export function createPanel(shell: Shell): RunCommand {
  const app = createApp(shell);
  const ready = app.setLocale(shell.attributes.locale ?? window.errandSettings?.locale);
  const commands = createCommands(app, () => unmount());
  const unmount = mount(app, () => commands.close?.(undefined as never));
  return async (name, argument) => {
    await ready;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new TypeError(`Errand: "${name}" is none of ${Object.keys(commands).join()},on.`);
    await command(argument as never);
  };
}
