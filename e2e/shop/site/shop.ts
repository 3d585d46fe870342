import { showReceived } from "./received.ts";
import type { Language, TextKey } from "./texts.ts";
import { DEFAULT_LANGUAGE, isLanguage, TEXTS } from "./texts.ts";
import type { VisitorKind } from "./visitor.ts";
import { errand, identify, VISITORS } from "./visitor.ts";

/** The shop knows its visitor by the address alone, so that a reload and a shared link show the same. */
const address = new URL(location.href);
let language: Language = readLanguage(document.documentElement.lang);
let visitor: VisitorKind = readVisitor(address.searchParams.get("visitor"));

const find = (id: string) => document.querySelector<HTMLElement>(`#${id}`);
const translate = (key: TextKey) => TEXTS[language][key];

function readLanguage(tag: string): Language {
  return isLanguage(tag) ? tag : DEFAULT_LANGUAGE;
}

function readVisitor(value: string | null): VisitorKind {
  return VISITORS.find((kind) => kind === value) ?? "jwt";
}

function keepInAddress(name: string, value: string): void {
  address.searchParams.set(name, value);
  history.replaceState(null, "", address);
}

function write(id: string, text: string): void {
  const node = find(id);
  if (node) node.textContent = text;
}

function drawTexts(): void {
  document.documentElement.lang = language;
  const texts: Record<string, string> = TEXTS[language];
  for (const node of document.querySelectorAll<HTMLElement>("[data-text]")) {
    node.textContent = texts[node.dataset["text"] ?? ""] ?? "";
  }
  const money = new Intl.NumberFormat(language, { style: "currency", currency: "EUR" });
  for (const node of document.querySelectorAll<HTMLElement>("[data-price]")) {
    node.textContent = money.format(Number(node.dataset["price"]));
  }
  drawVisitor();
}

function drawVisitor(): void {
  const isKnown = visitor !== "anonymous";
  write("visitor-hint", translate(`${visitor}Hint`));
  write("account-state", translate(isKnown ? "signedInAs" : "notSignedIn"));
  write("account-name", isKnown ? "Aysel Mammadova" : "");
  write("account-proof", translate(visitor));
}

async function changeVisitor(chosen: VisitorKind): Promise<void> {
  visitor = chosen;
  keepInAddress("visitor", chosen);
  drawVisitor();
  if (chosen === "anonymous") errand("resetUser");
  else await identify(chosen);
}

function changeLanguage(chosen: string): void {
  language = readLanguage(chosen);
  keepInAddress("lang", language);
  drawTexts();
  errand("setLocale", language);
}

function listen(): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=visitor]")) {
    radio.checked = radio.value === visitor;
    radio.addEventListener("change", () => void changeVisitor(readVisitor(radio.value)));
  }
  const select = document.querySelector<HTMLSelectElement>("#language");
  if (select) select.value = language;
  select?.addEventListener("change", () => changeLanguage(select.value));
  for (const button of document.querySelectorAll(".suggestions button")) {
    button.addEventListener("click", () => {
      errand("open");
      errand("sendMessage", button.textContent);
    });
  }
  find("open-assistant")?.addEventListener("click", () => errand("open"));
}

drawTexts();
listen();
const [list, empty] = [find("received"), find("received-empty")];
if (list && empty) showReceived(list, empty, translate);
await identify(visitor);
