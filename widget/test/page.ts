import type { EmbedSettings } from "@errand/shared/wire";
import { startLoader } from "../src/loader/start.ts";
import { API } from "./fake-server.ts";

export const SETTINGS: EmbedSettings = {
  site: "site_1",
  name: "Acme",
  color: "#0f5f4c",
  ink: "#fff",
  side: "right",
  greeting: { en: "Hello!", az: "Salam!" },
  starters: [{ en: "Where is my order?", az: "Sifarişim haradadır?" }],
  locale: "en",
  receipts: "full",
};

/** Runs the loader as the script tag does, and answers with the page's side of the widget. */
export function embed(attributes: Record<string, string> = {}, settings: Partial<EmbedSettings> = {}) {
  const script = document.createElement("script");
  script.setAttribute("src", `${API}/embed/site_1.js`);
  Object.assign(script.dataset, attributes);
  const embedded = { ...SETTINGS, ...settings, panel: "/widget/panel-1.js" };
  startLoader(embedded, script, () => import("../src/panel/main.ts"));
  const host = document.querySelector("errand-chat");
  const root = host?.shadowRoot;
  if (!host || !root || !window.Errand) throw new Error("The loader did not draw the widget.");
  return { host: host as HTMLElement, root, errand: window.Errand };
}

/** The text of the panel, as it is drawn. */
export const textOf = (root: ShadowRoot) => root.querySelector(".thread")?.textContent ?? "";

/** happy-dom keeps the property and the attribute apart. */
const nameOf = (one: HTMLElement) =>
  one.ariaLabel || one.getAttribute("aria-label") || (one.textContent ?? "");

/** The button with this name. */
export function button(root: ShadowRoot, name: string): HTMLButtonElement {
  const buttons = [...root.querySelectorAll("button")];
  const found = buttons.find((one) => nameOf(one).startsWith(name));
  if (!found)
    throw new Error(`There is no button ${name}; there are ${buttons.map((b) => b.textContent).join()}.`);
  return found;
}

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

/** What the widget of an English page sends with every message. */
export const BESIDE = { trigger: "submit-message", locale: "en-US", timeZone };
