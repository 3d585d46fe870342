import { signal, type Signal } from "@preact/signals-core";
import { languageOf } from "@errand/shared/locale";
import type { EmbedSettings } from "@errand/shared/wire";
import { asRequestError } from "../api/problem.ts";
import { createSession, type Session } from "../api/session.ts";
import { createStorage, type VisitorStorage } from "../api/storage.ts";
import { isTool } from "../chat/apply-chunk.ts";
import type { Conversation } from "../chat/conversation-shape.ts";
import { createConversation } from "../chat/conversation.ts";
import { createOutbox } from "../chat/outbox.ts";
import type { Emit, Identity } from "../errand.ts";
import { resolveLocale } from "../locale.ts";
import { words as english } from "../locales/en.ts";
import type { LoadedWords } from "../locales/words.ts";
import type { Shell } from "../shell.ts";
import type { PageToolbox } from "../tools/page-tools.ts";
import { createFollow, type Follow } from "./follow.ts";

/** Everything that the commands change and the view shows. */
export interface App {
  readonly shell: Shell;
  readonly session: Session;
  readonly conversation: Conversation;
  readonly storage: VisitorStorage;
  readonly settings: Signal<EmbedSettings>;
  /** BCP 47 tag. */
  readonly locale: Signal<string>;
  readonly words: Signal<LoadedWords>;
  readonly isOpen: Signal<boolean>;
  readonly isOffline: Signal<boolean>;
  /** Whether the visitor's conversations stand where the conversation stood. */
  readonly isListing: Signal<boolean>;
  readonly unread: Signal<number>;
  /** What the screen reader says next. */
  readonly said: Signal<string>;
  readonly draft: Signal<string>;
  /** Where the thread is scrolled to. */
  readonly follow: Follow;
  /** Reaches the site's other tabs: with a turn that began, or with `reset` when the visitor is to be forgotten. */
  readonly tabs: BroadcastChannel;
  /** What the page offers the assistant; missing until something was registered. */
  tools?: PageToolbox;
  /** Asks for a locale; undefined leaves it to the page and the browser. Resolves when its words are there. */
  readonly setLocale: (wanted: string | undefined) => Promise<void>;
  /** Reads what was said before. Failures are shown in the panel. */
  readonly restore: () => void;
}

export function createApp(shell: Shell): App {
  const settings = signal(shell.settings);
  const locale = signal("en");
  const words = signal<LoadedWords>(english);
  const isOpen = signal(false);
  const isOffline = signal(!navigator.onLine);
  const isListing = signal(false);
  const unread = signal(0);
  const said = signal("");
  const tabs = new BroadcastChannel(`errand:${shell.settings.site}`);
  shell.life.signal.addEventListener("abort", () => {
    tabs.close();
    conversation.end();
  });
  const storage = createStorage(shell.settings.site);

  const emit: Emit = (name, ...detail) => {
    shell.emit(name, ...detail);
    if (name !== "assistant-message") return;
    if (settings.peek().sound && (!isOpen.peek() || document.hidden)) {
      import("../sound/ping.ts").then(({ ping }) => ping()).catch(() => {});
    }
    if (!isOpen.peek()) {
      unread.value++;
      shell.emit("unread", { count: unread.value });
    }
  };
  const session: Session = createSession({
    api: new URL(shell.script.src).origin,
    site: shell.settings.site,
    locale: () => locale.peek(),
    storage,
    identity: givenIdentity(),
    onSession: (opened) => conversation.adopt(opened),
    onError: (error) => reportFailure(emit, error),
  });
  const conversation: Conversation = createConversation({
    session,
    emit,
    onTurn: (turn) => tabs.postMessage(turn),
    pageTools: () => app.tools,
    leftCalls: async (newest) => {
      const isLeft = newest?.parts.some((part) => isTool(part) && left.includes(part.toolCallId));
      return isLeft ? (await import("../tools/left-calls.ts")).leftCalls(storage) : undefined;
    },
    outbox: createOutbox(storage),
    speaker: {
      say: (text) => (said.value = text.replaceAll(/[*`]/g, "")),
      askFor: (action) => (said.value = `${words.peek().pleaseConfirm}: ${action}`),
    },
  });

  /** Calls that were under way when this page came. Those of another tab are not known, and may still end well. */
  const left = storage.readTab("calls");

  const setLocale = async (wanted: string | undefined) => {
    const { locale: siteDefault, texts } = settings.peek();
    const next = (locale.value = resolveLocale(wanted, siteDefault));
    const isAllHere = languageOf(next) === "en" && !(texts && languageOf(siteDefault) !== "en");
    const found = isAllHere ? english : await fetchLanguage(app, next);
    if (locale.peek() === next) words.value = found;
  };
  const restore = () => {
    conversation.restore().catch(() => {});
  };
  const draft = signal(storage.readTab("draft"));
  const app: App = {
    shell,
    session,
    conversation,
    storage,
    settings,
    locale,
    words,
    isOpen,
    isOffline,
    isListing,
    unread,
    said,
    draft,
    // What stands there before anything was said is read from its beginning.
    follow: createFollow(() => conversation.messages.peek().length > 0),
    tabs,
    setLocale,
    restore,
  };
  return app;
}

/** English when it cannot be fetched. */
async function fetchLanguage(app: App, locale: string): Promise<LoadedWords> {
  const module = await import("../locales/load-language.ts").catch(() => undefined);
  return module ? module.loadLanguage(app, locale) : english;
}

/** What the page's settings say of the visitor. The server is asked when the visitor turns to the widget. */
function givenIdentity(): Identity | undefined {
  const { identity, getIdentity, getToken } = window.errandSettings ?? {};
  return identity ?? (getIdentity && { getIdentity }) ?? (getToken && { getToken });
}

/** Tells the page of a failure that no command waits for. */
export function reportFailure(emit: Emit, error: unknown): void {
  const { code, message } = asRequestError(error);
  emit("error", { code, message });
}
