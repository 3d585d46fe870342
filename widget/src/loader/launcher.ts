import type { EmbedSettings } from "@errand/shared/wire";
import css from "./launcher.css?inline";

/**
 * Draws the round button into the host, in plain DOM, unless `data-mode` wants none. Its name is the site's
 * until the panel knows the language.
 */
export function drawLauncher(
  host: HTMLElement,
  { name, side, color, ink, launcher: label = "" }: EmbedSettings,
  { mode, position = side }: DOMStringMap,
): HTMLButtonElement {
  const root = host.attachShadow({ mode: "open" });
  const launcher = document.createElement("button");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{--accent:${color};--on-accent:${ink}}${css}`);
  root.adoptedStyleSheets = [sheet];
  launcher.className = "launcher";
  launcher.ariaHasPopup = "dialog";
  launcher.ariaLabel = `${label || name} – chat`;
  launcher.textContent = label;
  launcher.dir = position === "left" ? "rtl" : "ltr";
  if (!mode || mode === "launcher") root.append(launcher);
  return launcher;
}
