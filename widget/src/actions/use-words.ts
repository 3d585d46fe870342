import { actionWords } from "../locales/en-actions.ts";
import { useApp } from "../panel/use-app.ts";

/** The words for actions, in English until the visitor's language is there. */
export const useWords = () => ({ ...actionWords, ...useApp().words.value });
