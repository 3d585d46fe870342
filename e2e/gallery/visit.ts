import type { Page } from "@playwright/test";
import { chatOn } from "../tests/chat.ts";
import { watchScripts } from "./lazy-scripts.ts";
import { states } from "./states.ts";
import { TEXTS, type Language } from "./texts.ts";

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><rect width="160" height="90" fill="#d9c7a5"/>
  <circle cx="80" cy="48" r="28" fill="#2f6cb0"/></svg>`;

/** Brings a page to a state of the gallery, and waits until all of it is drawn. */
export async function visit(page: Page, origin: string, name: string, language: Language): Promise<void> {
  const chat = chatOn(page);
  const state = states(TEXTS[language])[name];
  await page.context().setOffline(false);
  await page.route("https://img.example/**", (route) =>
    route.fulfill({
      contentType: "image/svg+xml",
      body: PICTURE,
      headers: { "access-control-allow-origin": "*" },
    }),
  );
  const drawAll = watchScripts(page);
  await page.goto(`${origin}/${name}/${language}`);
  const isInline = state?.attributes?.["mode"] === "inline";
  if (isInline) await chat.field.click();
  else await chat.launcher.waitFor();
  if (!state?.isClosed && !isInline) await chat.open();
  if (state?.messages) await chat.questions.first().waitFor();
  await state?.act?.(page);
  await drawAll();
}
