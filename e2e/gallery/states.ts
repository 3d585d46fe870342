import type { ChatMessage, EmbedSettings, StreamChunk } from "@errand/shared/wire";
import type { Page } from "@playwright/test";
import { chatOn } from "../tests/chat.ts";
import { begun, items, question, run, running, said } from "./parts.ts";
import type { Texts } from "./texts.ts";

/** What the panel is shown with, and how a visitor gets there. */
export interface State {
  settings?: Partial<EmbedSettings>;
  /** `data-` attributes of the script tag. */
  attributes?: Record<string, string>;
  messages?: ChatMessage[];
  /** What a reply under way has said so far. */
  running?: StreamChunk[];
  chats?: { id: string; title: string; createdAt: string; updatedAt: string }[];
  /** What comes back on a message, after a while. */
  reply?: StreamChunk[];
  /** The code of the problem that a message is answered with. */
  refused?: string;
  /** Whether the panel stays closed. */
  isClosed?: true;
  /** What the visitor does then. */
  act?: (page: Page) => Promise<void>;
}

const YESTERDAY = 26 * 60;

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

async function openChats(page: Page): Promise<void> {
  const { panel } = chatOn(page);
  await panel.locator(".header button").first().click();
  await panel.locator(".chats").waitFor();
}

/** Every state of the panel, by name. */
export function states(texts: Texts): Record<string, State> {
  const talk = [
    said("user", YESTERDAY, texts.ask),
    said("assistant", YESTERDAY, run(texts, {}), texts.answer),
    said("user", 4, texts.thanks),
    said("assistant", 4, texts.short),
  ];
  const asked = [said("user", 1, texts.ask)];
  const many = [...texts.starters, ...texts.starters.map((starter) => `${starter} ${texts.thanks}`)];
  return {
    launcher: { isClosed: true },
    "launcher-label": { isClosed: true, settings: { launcher: texts.label } },
    greeting: {},
    starters: {
      settings: {
        name: `${texts.site} — ${texts.products.join(", ")}`,
        greeting: texts.long,
        starters: many,
      },
    },
    conversation: { messages: talk },
    long: { messages: [said("user", 3, texts.askLong), said("assistant", 2, texts.long)] },
    table: { messages: [said("user", 2, texts.ask), said("assistant", 1, texts.table)] },
    thinking: { messages: asked, running: [{ type: "start", messageId: "msg_running1" }] },
    streaming: { messages: asked, running: begun(texts.partial) },
    action: { messages: asked, running: running(texts) },
    approval: { messages: [said("user", 1, texts.askLong), said("assistant", 1, question(texts))] },
    editing: {
      messages: [said("user", 1, texts.askLong), said("assistant", 1, question(texts))],
      act: (page) => chatOn(page).approval.locator("h3 button").click(),
    },
    receipts: {
      messages: [
        said("user", 3, texts.ask),
        said("assistant", 3, run(texts, {}), texts.short),
        said("user", 2, texts.askLong),
        said("assistant", 2, run(texts, { state: "output-error", errorText: texts.slowAnswer })),
        said("user", 1, texts.thanks),
        said("assistant", 1, run(texts, { state: "output-denied" })),
      ],
    },
    card: {
      messages: [
        said("user", 1, texts.ask),
        said("assistant", 1, {
          type: "data-card",
          id: "card_1",
          data: { layout: "card", items: items(texts).slice(0, 1) },
        }),
      ],
    },
    list: {
      messages: [
        said("user", 1, texts.ask),
        said("assistant", 1, {
          type: "data-card",
          id: "card_1",
          data: { layout: "list", items: items(texts) },
        }),
      ],
    },
    error: {
      messages: talk,
      refused: "rate_limited",
      act: (page) => chatOn(page).say(texts.ask),
    },
    offline: {
      messages: talk,
      act: async (page) => {
        await chatOn(page).panel.locator(".feedback").waitFor();
        await page.context().setOffline(true);
        await chatOn(page).panel.locator(".offline").waitFor();
      },
    },
    scrolled: {
      messages: [...talk, said("user", 3, texts.askLong), said("assistant", 2, texts.long)],
      act: async (page) => {
        await chatOn(page).thread.hover();
        await page.mouse.wheel(0, -500);
        await chatOn(page).panel.locator(".newest").waitFor();
      },
    },
    person: {
      messages: [
        ...talk.slice(2),
        {
          ...said("assistant", 1, texts.person),
          metadata: { ...said("user", 1).metadata, author: "person" },
        },
      ],
    },
    chats: {
      messages: talk,
      chats: [texts.thanks, texts.askLong, texts.ask].map((title, i) => ({
        id: `cnv_gallery${i + 1}`,
        title,
        createdAt: hoursAgo(i * 30),
        updatedAt: hoursAgo(i * 30),
      })),
      act: (page) => openChats(page),
    },
    "chats-empty": { act: (page) => openChats(page) },
    feedback: {
      messages: talk,
      act: async (page) => {
        await chatOn(page).panel.locator(".feedback .down").click();
        await chatOn(page).panel.locator(".feedback form").waitFor();
      },
    },
    unread: {
      messages: talk,
      reply: [...begun(texts.short), { type: "text-end", id: "1" }, { type: "finish", finishReason: "stop" }],
      act: async (page) => {
        await chatOn(page).say(texts.ask);
        await page.keyboard.press("Escape");
        await page.locator("errand-chat .launcher[data-unread]").waitFor();
      },
    },
    avatar: { settings: { avatarUrl: "https://img.example/avatar.svg" }, messages: talk },
    yellow: { settings: { color: "#ffd400", ink: "#000" }, messages: talk },
    left: { settings: { side: "left" } },
    page: { attributes: { mode: "inline", target: "body" }, messages: talk },
    inline: { attributes: { mode: "inline", target: "#place" }, messages: talk },
  };
}
