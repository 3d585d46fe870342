import type { EmbedSettings } from "@errand/shared/wire";
import type { Shell } from "../shell.ts";
import { emit } from "./events.ts";
import { adoptLauncherSheet, drawLauncher } from "./launcher.ts";

/** Puts the host element into the document, with the launcher unless `data-mode` wants it otherwise. */
export function createShell(settings: EmbedSettings, script: HTMLScriptElement): Shell {
  const { position, mode } = script.dataset;
  const host = document.createElement("errand-chat");
  const root = host.attachShadow({ mode: "open" });
  const launcher = drawLauncher(settings.name);
  if (position) settings.side = position as "left" | "right";
  host.dataset.side = settings.side;
  adoptLauncherSheet(root);
  host.style.setProperty("--accent", settings.color);
  if (mode !== "inline" && mode !== "none") root.append(launcher);
  // Beside the body, because some navigations swap the body.
  document.documentElement.append(host);
  return {
    address: script.src,
    attributes: script.dataset,
    host,
    root,
    launcher,
    emit,
    settings,
    touched: false,
  };
}
