import { messageWords } from "../locales/en-messages.ts";
import type { Words } from "../locales/words.ts";
import { useApp } from "../panel/use-app.ts";

/** The words for messages, in English until the visitor's language is there. */
export const useWords = (): Words => ({ ...messageWords, ...useApp().words.value });
