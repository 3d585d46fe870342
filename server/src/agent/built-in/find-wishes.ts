import type { Scene, Wish } from "./dialogue.ts";
import { CONFIDENT } from "./matching/match-action.ts";
import { splitWishes } from "./split-wishes.ts";

/** Two actions that fit this nearly alike are not told apart by a guess. */
const TIE = 0.04;
/** What a part of a message must fit to be a wish of its own beside another. */
const SURE = 0.66;
/** What runs at once and changes something needs more than likeness. */
const SURE_CHANGE = 0.72;
const MAX_TIED = 4;

/** A wish, and the part of the message that it stands in. */
export interface PlacedWish {
  wish: Wish;
  text: string;
}

/** What a message asks for: nothing known, one or more things, or one of several that it does not tell apart. */
export type Wishes = { found: PlacedWish[] } | { unsure: Wish[] };

export function findWishes(scene: Scene, text: string): Wishes {
  const parts = splitWishes(text);
  if (parts.length > 1) {
    const apart = parts.flatMap((part) => {
      const { best, wishes } = rank(scene, part);
      const [wish] = wishes;
      return wish && wishes.length === 1 && best >= SURE ? [{ wish, text: part }] : [];
    });
    const distinct = new Set(apart.map(({ wish }) => keyOf(wish)));
    if (distinct.size > 1) return { found: joinSame(apart, parts) };
  }
  const { best, wishes } = rank(scene, text);
  const [wish] = wishes;
  if (wish === undefined || best < CONFIDENT) return { found: [] };
  if (wishes.length > 1) return { unsure: wishes };
  return best < SURE_CHANGE && runsAtOnce(wish) ? { unsure: [wish] } : { found: [{ wish, text }] };
}

/** The wish that a text fits at least so well, when it is one alone. */
export function findWish(scene: Scene, text: string, least = CONFIDENT): Wish | undefined {
  const { best, wishes } = rank(scene, text);
  return best >= least && wishes.length === 1 ? wishes[0] : undefined;
}

/** The best score, and the wishes that have it or nearly. */
function rank(scene: Scene, text: string): { best: number; wishes: Wish[] } {
  const scores = scene.match(text);
  const best = Math.max(0, ...scores);
  if (best < CONFIDENT) return { best, wishes: [] };
  const wishes = scores.flatMap((score, at) => {
    const isTied = best === 1 ? score === 1 : score > best - TIE;
    const wish = isTied ? wishAt(scene, at) : undefined;
    return wish ? [wish] : [];
  });
  return { best, wishes: wishes.slice(0, MAX_TIED) };
}

function wishAt({ tools, signInActions, deniedActions }: Scene, at: number): Wish | undefined {
  const tool = tools[at];
  if (tool) return { tool };
  const hidden = [...signInActions, ...deniedActions][at - tools.length];
  return hidden && { hidden, isDenied: deniedActions.includes(hidden) };
}

function runsAtOnce(wish: Wish): boolean {
  return "tool" in wish && wish.tool.changes && !wish.tool.asksFirst;
}

function keyOf(wish: Wish): object {
  return "tool" in wish ? wish.tool : wish.hidden;
}

/** A part without a wish of its own goes on with the one before it; so does a second part for the same. */
function joinSame(apart: readonly PlacedWish[], parts: readonly string[]): PlacedWish[] {
  const joined: PlacedWish[] = [];
  for (const part of parts) {
    const own = apart.find(({ text }) => text === part);
    const last = joined.at(-1);
    if (own && (!last || keyOf(own.wish) !== keyOf(last.wish))) joined.push({ ...own });
    else if (last) last.text = `${last.text}\n${part}`;
  }
  return joined;
}
