import { nameOf, speakAndTakeUp, type Scene, type State, type Step, type Wish } from "./dialogue.ts";
import { isCancel, opensYes } from "./intent.ts";
import { createMatcher } from "./matching/match-action.ts";
import { grantAll, takeMessage } from "./take-message.ts";
import { readNumberWords } from "./values/number-words.ts";
import { phrases } from "./vocabulary/phrases.ts";
import { foldedWords } from "./words.ts";

const ORDINALS_EACH = 6;
const MAX_PICK_WORDS = 4;

/** Takes a message as the answer to "which of these?"; anything else is a message of its own. */
export function takeChoice(
  scene: Scene,
  state: State,
  choosing: NonNullable<State["choosing"]>,
  text: string,
): Step {
  const idle: State = { ...state, choosing: undefined };
  const picked = pick(choosing.wishes, text);
  if (picked) return grantAll(scene, idle, [{ wish: picked, text: `${choosing.text}\n${text}` }]);
  if (isCancel(text)) return speakAndTakeUp(scene, idle, scene.say.cancelled);
  return takeMessage(scene, idle, text);
}

function pick(wishes: readonly Wish[], text: string): Wish | undefined {
  if (wishes.length === 1) return opensYes(text) ? wishes[0] : undefined;
  const at = readOrdinal(foldedWords(text), wishes.length);
  if (at !== undefined) return wishes[at];
  const match = createMatcher(wishes.map((wish) => ({ name: nameOf(wish), whenToUse: "", examples: [] })));
  const scores = match(text);
  const best = Math.max(...scores);
  const winners = wishes.filter((_, index) => scores[index] === best);
  return best > 0 && winners.length === 1 ? winners[0] : undefined;
}

/** "the second one", "2", "the last": from 0. A long answer is about something else. */
function readOrdinal(words: readonly string[], count: number): number | undefined {
  if (words.length > MAX_PICK_WORDS) return undefined;
  for (const word of words) {
    const number = /^\d{1,2}$/.test(word) ? Number(word) : readNumberWords(words);
    if (number !== undefined && number <= count) return number - 1;
    const at = phrases.ordinals.all.findIndex(([ordinal = ""]) => isOrdinal(word, ordinal));
    const place = at % ORDINALS_EACH;
    if (at >= 0 && place === ORDINALS_EACH - 1) return count - 1;
    if (at >= 0 && place < count) return place;
  }
  return undefined;
}

/** Ordinals bend with what they stand for: `primero`, `primera`; `первый`, `первое`. */
function isOrdinal(word: string, ordinal: string): boolean {
  return (
    word === ordinal ||
    (word.length >= 5 && word.startsWith(ordinal.slice(0, Math.max(4, ordinal.length - 2))))
  );
}
