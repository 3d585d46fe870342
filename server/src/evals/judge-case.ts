import { isDeepStrictEqual } from "node:util";
import type { EvalCall, EvalFault, EvalResult, EvalView } from "@errand/shared/eval";
import type { StoredAction } from "../actions/stored-action.ts";
import type { Observation } from "./observe-case.ts";

const MAX_SHOWN = 200;

/** Compares what a case led to with what its owner expects of it. */
export function judgeCase(
  sample: EvalView,
  observed: Observation,
  actions: readonly StoredAction[],
): Omit<EvalResult, "durationMs"> {
  const { id, name, expected } = sample;
  const [first, ...also] = observed.calls;
  const asked = first ? null : (observed.asks ?? findAsked(observed.reply, actions));
  const faults = [
    ...judgeEnd(observed.error),
    ...judgeCalls(expected, observed.calls),
    ...judgeAsked(expected.asks, asked),
    ...judgeReply(expected.reply, observed.reply),
  ];
  return {
    id,
    name,
    passed: faults.length === 0,
    chosen: first?.action ?? null,
    arguments: first?.arguments ?? null,
    also,
    asked,
    reply: observed.reply,
    expected,
    faults,
  };
}

function judgeEnd(error: string | undefined): EvalFault[] {
  if (error === undefined) return [];
  return [{ kind: "no_answer", was: error, wanted: null, message: `The model gave no answer: ${error}` }];
}

function judgeCalls(
  { action, arguments: args, also }: EvalView["expected"],
  calls: readonly EvalCall[],
): EvalFault[] {
  const expected = action === null ? [] : [{ action, arguments: args }, ...also];
  const faults: EvalFault[] = [];
  for (let at = 0; at < Math.max(expected.length, calls.length); at += 1) {
    const [wanted, made] = [expected[at], calls[at]];
    if (wanted?.action !== made?.action) {
      faults.push(toFault("action", "Called", made?.action, wanted?.action));
    } else if (wanted?.arguments !== undefined && !isDeepStrictEqual(wanted.arguments, made?.arguments)) {
      const [was, right] = [show(made?.arguments), show(wanted.arguments)];
      const { action: called } = wanted;
      faults.push({ ...toFault("arguments", `Called ${called} with`, was, right), action: called });
    }
  }
  return faults;
}

function judgeAsked(wanted: string | null, asked: string | null): EvalFault[] {
  return wanted === null || wanted === asked ? [] : [toFault("question", "Asked for", asked, wanted)];
}

function judgeReply(wanted: string | null, reply: string): EvalFault[] {
  if (wanted === null || reply.toLowerCase().includes(wanted.toLowerCase())) return [];
  return [{ kind: "reply", was: null, wanted, message: `The reply does not hold ${show(wanted)}.` }];
}

function toFault(
  kind: EvalFault["kind"],
  did: string,
  was: string | null = null,
  wanted: string | null = null,
): EvalFault {
  return { kind, was, wanted, message: `${did} ${was ?? "nothing"} instead of ${wanted ?? "nothing"}.` };
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, MAX_SHOWN);
}

/** The parameter whose label a question of any model names first. */
function findAsked(reply: string, actions: readonly StoredAction[]): string | null {
  const text = reply.toLowerCase();
  if (!/[?？؟]/u.test(text)) return null;
  const named = actions
    .flatMap(({ definition }) => definition.parameters)
    .map(({ name, label }) => ({
      name,
      at: text.indexOf((label || name.replaceAll("_", " ")).toLowerCase()),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return named[0]?.name ?? null;
}
