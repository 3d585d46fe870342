import { accentRule } from "../color.ts";
import { drawIcon } from "../draw-icon.ts";
import css from "./launcher.css?inline";

const SPEECH_BUBBLE =
  "M12 3C6.5 3 2 6.7 2 11.2c0 2.6 1.5 4.9 3.8 6.4-.1 1-.5 2.1-1.3 3 1.9-.1 3.6-.8 4.9-1.8.8.2 1.7.3 2.6.3 5.5 0 10-3.6 10-7.9S17.5 3 12 3Z";

/** Draws the round button in plain DOM. Its name is the site's until the panel knows the language. */
export function drawLauncher(name: string): HTMLButtonElement {
  const launcher = document.createElement("button");
  launcher.className = "launcher";
  launcher.ariaHasPopup = "dialog";
  launcher.ariaExpanded = "false";
  launcher.ariaLabel = `${name} – chat`;
  launcher.append(drawIcon(SPEECH_BUBBLE));
  return launcher;
}

/** Adopts the sheet that the launcher needs, and answers with what repaints it. The panel brings the rest. */
export function adoptLauncherSheet(root: ShadowRoot): (color: string) => void {
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets = [sheet];
  return (color) => sheet.replaceSync(css + accentRule(color));
}
