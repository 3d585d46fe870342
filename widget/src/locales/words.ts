import type { messageWords } from "./en-messages.ts";
import type { words } from "./en.ts";

/** The words of the panel itself. */
type PanelWords = typeof words;

/** The words of what is drawn of messages. */
type MessageWords = typeof messageWords;

/** Every word of one language. English comes in two parts, each where it is used. */
export type Words = PanelWords & MessageWords;

/** Words as the panel has them: those for messages stand in it unless the language is English. */
export type LoadedWords = PanelWords & Partial<MessageWords>;
