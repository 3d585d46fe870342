import { isDeepStrictEqual } from "node:util";
import type { EvalCall, EvalResult, EvalView } from "@errand/shared/eval";
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
    ...(observed.error === undefined ? [] : [`The model gave no answer: ${observed.error}`]),
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

function judgeCalls({ action, arguments: args, also }: EvalView["expected"], calls: readonly EvalCall[]) {
  const expected = action === null ? [] : [{ action, arguments: args }, ...also];
  const faults: string[] = [];
  for (let at = 0; at < Math.max(expected.length, calls.length); at += 1) {
    const [wanted, made] = [expected[at], calls[at]];
    if (wanted?.action !== made?.action) {
      faults.push(`Called ${made?.action ?? "nothing"} instead of ${wanted?.action ?? "nothing"}.`);
    } else if (wanted?.arguments !== undefined && !isDeepStrictEqual(wanted.arguments, made?.arguments)) {
      faults.push(
        `Called ${wanted.action} with ${show(made?.arguments)} instead of ${show(wanted.arguments)}.`,
      );
    }
  }
  return faults;
}

function judgeAsked(wanted: string | null, asked: string | null): string[] {
  return wanted === null || wanted === asked ? [] : [`Asked for ${asked ?? "nothing"} instead of ${wanted}.`];
}

function judgeReply(wanted: string | null, reply: string): string[] {
  const isIn = wanted === null || reply.toLowerCase().includes(wanted.toLowerCase());
  return isIn ? [] : [`The reply does not hold ${show(wanted)}.`];
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
