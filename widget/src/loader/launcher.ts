import css from "./launcher.css?inline";

/** Makes the round button in plain DOM. Its name is the site's until the panel knows the language. */
export function drawLauncher(name: string): HTMLButtonElement {
  const launcher = document.createElement("button");
  launcher.className = "launcher";
  launcher.ariaHasPopup = "dialog";
  launcher.ariaExpanded = "false";
  launcher.ariaLabel = `${name} – chat`;
  return launcher;
}

/** Adopts the sheet that the launcher needs; the panel brings the rest. */
export function adoptLauncherSheet(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}
