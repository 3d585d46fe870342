import type { App } from "./app.ts";
import css from "./inline.css?inline";

/** Moves the widget into the element that the page names; without one it stands behind the launcher. */
export function placeInline(app: App): void {
  if (document.readyState === "loading") {
    addEventListener("DOMContentLoaded", () => place(app), { once: true, signal: app.shell.life.signal });
  } else place(app);
}

/** What is no selector names nothing. */
function find(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

function place({ shell, isOpen, storage, restore }: App): void {
  const { target } = shell.script.dataset;
  const element = target && find(target);
  if (!element) {
    delete shell.script.dataset.mode;
    delete shell.host.dataset.mode;
    shell.root.prepend(shell.launcher);
    // oxlint-disable-next-line no-console -- for whoever wrote the script tag
    console.error(`Errand: data-target="${target}" is not on this page.`);
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shell.root.adoptedStyleSheets.push(sheet);
  element.append(shell.host);
  isOpen.value = true;
  shell.emit("opened");
  // The server is not asked before the visitor turns to the panel, unless they did so earlier.
  if (storage.read()) restore();
  else shell.root.addEventListener("focusin", restore, { once: true });
}
