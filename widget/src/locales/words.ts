import type { actionWords } from "./en-actions.ts";
import type { chatWords } from "./en-chats.ts";
import type { detailWords } from "./en-details.ts";
import type { feedbackWords } from "./en-feedback.ts";
import type { words } from "./en.ts";

/** A text by plural category of its language (Unicode CLDR); `{count}` stands for the number. */
export type Plural = { [Category in Intl.LDMLPluralRule]?: string } & { other: string };

/** The words of the panel itself. */
type PanelWords = typeof words;

/** The words of what is fetched later. */
type LaterWords = typeof actionWords & typeof chatWords & typeof detailWords & typeof feedbackWords;

/** Every word of one language; `{time}` stands for a time. English comes in parts, each where it is used. */
export type Words = PanelWords & LaterWords;

/** Words as the panel has them: those for what is fetched later stand in it unless the language is English. */
export type LoadedWords = PanelWords & Partial<LaterWords>;
