import { effect } from "@preact/signals-core";
import { isRightToLeft } from "@errand/shared/locale";
import { render } from "preact";
import { count } from "../locales/fill.ts";
import { details } from "../messages/message.tsx";
import { keepFocus, Panel } from "../view/panel.tsx";
import type { App } from "./app.ts";
import baseCss from "./base.css?inline";
import { listen } from "./listen.ts";
import panelCss from "./panel.css?inline";
import { provideApp } from "./use-app.ts";

/** Draws the panel into the shadow root and keeps it in step with the app, until the widget's life ends. */
export function mount(app: App, close: () => unknown): void {
  const { root, host, script, launcher, life } = app.shell;
  const { mode, position } = script.dataset;
  const container = document.createElement("div");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(baseCss + panelCss);
  root.adoptedStyleSheets.push(sheet);
  root.append(container);

  root.addEventListener("pointerdown", app.storage.touch);
  root.addEventListener("keydown", (event) => {
    app.storage.touch();
    const { key, isComposing } = event as KeyboardEvent;
    if (key === "Escape" && !isComposing) close();
  });

  provideApp(app);
  const keep = (run: () => void) => life.signal.addEventListener("abort", effect(run));
  // All is drawn anew whenever a signal changes that any of it was drawn from; the DOM keeps what stays.
  keep(() => render(<Panel close={close} />, container));
  keep(() => takeFocus(app));
  keep(() => labelLauncher(app));
  keep(() => app.storage.writeTab("draft", app.draft.value));
  // What answers are drawn with comes while the visitor writes.
  keep(() => void (app.isOpen.value && (window.requestIdleCallback ?? setTimeout)(() => void details())));
  keep(() => {
    host.style.setProperty("--scheme", app.settings.value.theme ?? "light dark");
    host.dataset.side = position ?? app.settings.value.side ?? "";
    launcher.dir = host.dataset.side === "left" ? "rtl" : "ltr";
    host.lang = app.locale.value;
    host.dir = isRightToLeft(host.lang) ? "rtl" : "ltr";
  });
  keep(returnFocus(app));
  keep(coverPhone(app));
  listen(life, window, ["online", "offline"], () => {
    app.isOffline.value = !navigator.onLine;
    const failure = app.conversation.failure.peek();
    if (navigator.onLine && failure?.code === "unreachable") failure.retry().catch(() => {});
  });
  listen(life, window.visualViewport, ["resize", "scroll"], () => fitToKeyboard(host));
  host.dataset.mode = mode ?? "";
  if (mode === "inline") {
    import("./place-inline.ts").then(({ placeInline }) => placeInline(app)).catch(() => {});
  }

  life.signal.addEventListener("abort", () => {
    render(null, container);
    host.remove();
  });
}

/** What opens has the focus; what is part of the page, or was open on the page before it, waits for it. */
function takeFocus({ isOpen, shell, storage }: App): void {
  if (!isOpen.value || shell.script.dataset.mode === "inline" || storage.readTab("open")) return;
  const panel = shell.root.querySelector<HTMLElement>(".panel");
  if (panel) queueMicrotask(() => keepFocus(panel));
}

function labelLauncher({ shell, words, locale, isOpen, unread, settings }: App): void {
  const { launcher } = shell;
  const { openChat, closeChat, chatWithUs, unread: forms } = words.value;
  const { name, launcher: isLabelled } = settings.value;
  const number = unread.value;
  // What is written on a button is part of its name (WCAG 2.2 §2.5.3).
  const label = isOpen.value ? closeChat : isLabelled ? chatWithUs : openChat;
  launcher.textContent = isLabelled ? chatWithUs : "";
  launcher.ariaExpanded = `${isOpen.value}`;
  launcher.ariaLabel = [label, name, number && count(locale.value, forms, number)].filter(Boolean).join(", ");
  if (number) launcher.dataset.unread = number > 9 ? "9+" : `${number}`;
  else delete launcher.dataset.unread;
}

/** Takes back the zoom of the page, and keeps `--viewport-height` and `--viewport-top` at what the on-screen keyboard leaves free. */
function fitToKeyboard(host: HTMLElement): void {
  const { style } = host;
  const { visualViewport: viewport } = window;
  // The zoom of the page is taken back; what stood of it before counts with what it is now.
  const zoom = (host as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
  if (zoom !== 1) style.setProperty("--zoom", `${(Number(style.getPropertyValue("--zoom")) || 1) / zoom}`);
  if (!viewport) return;
  style.setProperty("--viewport-height", `${viewport.height}px`);
  style.setProperty("--viewport-top", `${viewport.offsetTop}px`);
}

/**
 * On a phone the open panel covers the page, which is then out of reach; the widget stands beside the body.
 * Elsewhere it opens by itself on the next page.
 */
function coverPhone({ isOpen, shell, storage }: App): () => void {
  const phone = matchMedia("(max-width: 480px), (max-height: 480px)");
  let kept = "";
  const update = () => {
    const isShown = isOpen.value && shell.host.dataset.mode !== "inline";
    // A command may come before the body does.
    const { body } = document;
    if (body) body.inert = isShown && phone.matches;
    const next = isShown && !phone.matches ? "1" : "";
    if (next !== kept) storage.writeTab("open", (kept = next));
  };
  phone.addEventListener("change", update, shell.life);
  return update;
}

/** When the panel closes, the focus that was in it goes to the launcher. */
function returnFocus({ shell, isOpen }: App): () => void {
  let wasOpen = false;
  return () => {
    const { activeElement } = document;
    // Where a click does not focus a button, the body has the focus.
    const isHere = activeElement === shell.host || activeElement === document.body;
    if (wasOpen && !isOpen.value && isHere) shell.launcher.focus();
    wasOpen = isOpen.value;
  };
}
