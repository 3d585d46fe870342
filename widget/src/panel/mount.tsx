import { effect } from "@preact/signals-core";
import { isRightToLeft } from "@errand/shared/locale";
import { render } from "preact";
import { count } from "../locales/fill.ts";
import messagesCss from "../messages/messages.css?inline";
import { keepFocus, Panel } from "../view/panel.tsx";
import type { App } from "./app.ts";
import baseCss from "./base.css?inline";
import { listen } from "./listen.ts";
import panelCss from "./panel.css?inline";
import { provideApp } from "./use-app.ts";

/** Draws the panel into the shadow root and keeps it in step with the app. Answers with its end. */
export function mount(app: App, close: () => unknown): () => void {
  const { root, host, attributes, launcher } = app.shell;
  const container = document.createElement("div");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(baseCss + panelCss + messagesCss);
  root.adoptedStyleSheets.push(sheet);
  root.append(container);

  root.addEventListener("pointerdown", () => use(app));
  root.addEventListener("keydown", (event) => {
    use(app);
    const { key, isComposing } = event as KeyboardEvent;
    if (key === "Escape" && !isComposing) close();
  });

  provideApp(app);
  const stops = [
    // All is drawn anew whenever a signal changes that any of it was drawn from; the DOM keeps what stays.
    effect(() => render(<Panel close={close} />, container)),
    effect(() => takeFocus(app)),
    listen(window, ["online", "offline"], () => {
      app.isOffline.value = !navigator.onLine;
    }),
    listen(window.visualViewport, ["resize", "scroll"], () => fitToKeyboard(host)),
    coverPhone(app),
    effect(() => labelLauncher(app)),
    returnFocus(app),
    effect(() => {
      const { color, side } = app.settings.value;
      if (CSS.supports("color", color)) host.style.setProperty("--accent", color);
      host.dataset.side = attributes.position ?? side;
      host.lang = app.locale.value;
      host.dir = isRightToLeft(host.lang) ? "rtl" : "ltr";
    }),
  ];
  host.dataset.mode = attributes.mode ?? "";
  if (attributes.mode === "inline") whenParsed(() => placeInline(app));

  return () => {
    for (const stop of stops) stop();
    render(null, container);
    host.remove();
    launcher.remove();
  };
}

/** What opens has the focus; what is part of the page waits for it. */
function takeFocus({ isOpen, shell }: App): void {
  if (!isOpen.value || shell.attributes.mode === "inline") return;
  const panel = shell.root.querySelector<HTMLElement>(".panel");
  if (panel) queueMicrotask(() => keepFocus(panel));
}

function labelLauncher({ shell, words, locale, isOpen, unread, settings }: App): void {
  const { launcher } = shell;
  const { openChat, closeChat, unread: forms } = words.value;
  const number = unread.value;
  const label = isOpen.value ? closeChat : openChat;
  launcher.ariaExpanded = `${isOpen.value}`;
  launcher.ariaLabel = [label, settings.value.name, number && count(locale.value, forms, number)]
    .filter(Boolean)
    .join(", ");
  if (number) launcher.dataset.unread = number > 9 ? "9+" : `${number}`;
  else delete launcher.dataset.unread;
}

/** Keeps `--viewport-height` and `--viewport-top` at what the on-screen keyboard leaves free. */
function fitToKeyboard({ style }: HTMLElement): void {
  const { visualViewport: viewport } = window;
  if (!viewport) return;
  style.setProperty("--viewport-height", `${viewport.height}px`);
  style.setProperty("--viewport-top", `${viewport.offsetTop}px`);
}

/** On a phone the open panel covers the page, which is then out of reach; the widget stands beside the body. */
function coverPhone({ isOpen, shell }: App): () => void {
  const phone = matchMedia("(max-width: 480px), (max-height: 480px)");
  const update = () => {
    const isCovered = isOpen.value && phone.matches && shell.host.dataset.mode !== "inline";
    document.body.inert = isCovered;
  };
  phone.onchange = update;
  return effect(update);
}

/** When the panel closes, the focus that was in it goes to the launcher. */
function returnFocus({ shell, isOpen }: App): () => void {
  let wasOpen = false;
  return effect(() => {
    const { activeElement } = document;
    // Where a click does not focus a button, the body has the focus.
    const isHere = activeElement === shell.host || activeElement === document.body;
    if (wasOpen && !isOpen.value && isHere) shell.launcher.focus();
    wasOpen = isOpen.value;
  });
}

/** From the visitor's first use on, the browser may keep what the widget needs. */
function use({ shell, storage }: App): void {
  shell.touched = true;
  storage.flush();
}

/** Moves the widget into the element that the page names; without one it stands behind the launcher. */
function placeInline({ shell, isOpen, storage, restore }: App): void {
  const { target } = shell.attributes;
  const place = target && document.querySelector(target);
  if (!place) {
    delete shell.attributes.mode;
    delete shell.host.dataset.mode;
    shell.root.prepend(shell.launcher);
    // oxlint-disable-next-line no-console -- for whoever wrote the script tag
    console.error(`Errand: data-target="${target}" is not on this page.`);
    return;
  }
  place.append(shell.host);
  isOpen.value = true;
  shell.emit("opened");
  // The server is not asked before the visitor turns to the panel, unless they did so earlier.
  if (storage.read()) restore();
  else shell.root.addEventListener("focusin", restore, { once: true });
}

function whenParsed(then: () => void): void {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", then, { once: true });
  else then();
}
