import { createMatcher, type Findable, type Matcher } from "./match-action.ts";

const MAX_KEPT = 50;

const kept = new Map<string, Matcher>();

/** The matcher of these actions, made once while they stay as they are: turns of one site ask for it again and again. */
export function matcherFor(actions: readonly Findable[]): Matcher {
  const key = JSON.stringify(actions.map(describe));
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const matcher = createMatcher(actions);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= MAX_KEPT) kept.delete(oldest);
  kept.set(key, matcher);
  return matcher;
}

function describe({ identifier = "", name, whenToUse, examples, parameters = [] }: Findable): unknown[] {
  const fields = parameters.map(({ label, hint, type, options }) => [label, hint, type, options.length]);
  return [identifier, name, whenToUse, examples, fields];
}
