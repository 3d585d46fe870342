import { asksFirst, changesData } from "@errand/shared/action";
import type { ModelOutcome } from "@errand/shared/outcome";
import type { PageTool } from "@errand/shared/wire";
import { bindArguments } from "../actions/bind-arguments.ts";
import { digestOf } from "../actions/digest.ts";
import type { StoredAction } from "../actions/stored-action.ts";
import { isToolPart, textOf, type StoredMessage, type StoredToolPart } from "./message.ts";
import { isPageCall } from "./page-calls.ts";
import { hiddenActions, offeredActions, type TurnContext } from "./turn-context.ts";
import { findForeignArgument } from "./visitor-words.ts";

/** Runs that one reply may make, and how many of them may be the same. */
const MAX_RUNS = 20;
const MAX_IDENTICAL_RUNS = 3;

/** A call as the model wrote it: `input` is JSON text. */
export interface ModelCall {
  toolName: string;
  input: string;
}

/** What becomes of a call: it runs, perhaps after the visitor's word, or the model is told why not. */
export type CallPlan =
  | { kind: "run"; action: StoredAction; arguments: Record<string, unknown>; digest: string; asks: boolean }
  | { kind: "page"; tool: PageTool; arguments: Record<string, unknown>; digest: string }
  | { kind: "refuse"; input: unknown; told: ModelOutcome };

/** Judges a model's call by everything that code can judge; the model's own word counts for nothing. */
export function planCall(context: TurnContext, call: ModelCall): CallPlan {
  const input = parseInput(call.input);
  const refuse = (told: ModelOutcome): CallPlan => ({ kind: "refuse", input: input ?? {}, told });
  if (input === undefined)
    return refuse(invalid(`The arguments are not a JSON object: ${call.input.slice(0, 200)}`));
  const tool = context.pageTools?.find(({ name }) => name === call.toolName);
  if (tool) return planPageCall(context, tool, input);
  const action = offeredActions(context).find(({ definition }) => definition.identifier === call.toolName);
  if (!action) return refuse(explainAbsence(context, call.toolName));
  const bound = bindArguments(action.definition.parameters, input);
  if ("faults" in bound) return refuse(invalid(bound.faults.map((fault) => fault.message).join(" ")));
  const digest = digestOf(action.id, bound.arguments);
  const excess = judgeRepetition(context.writer.message, digest, changesData(action.definition));
  if (excess) return refuse({ outcome: "not_approved", message: excess });
  const asks = asksFirst(action.definition) || isForeign(context, action, bound.arguments);
  return { kind: "run", action, arguments: bound.arguments, digest, asks };
}

/** The page's own code judges the arguments: a schema that anybody may send is not run here. */
function planPageCall(context: TurnContext, tool: PageTool, input: Record<string, unknown>): CallPlan {
  const digest = digestOf(`page:${tool.name}`, input);
  const excess = judgeRepetition(context.writer.message, digest, false);
  if (excess) return { kind: "refuse", input, told: { outcome: "not_approved", message: excess } };
  return { kind: "page", tool, arguments: input, digest };
}

function parseInput(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text === "" ? "{}" : text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const invalid = (message: string): ModelOutcome => ({ outcome: "invalid_arguments", message });

function explainAbsence(context: TurnContext, toolName: string): ModelOutcome {
  const { signIn, denied } = hiddenActions(context);
  const isMeant = ({ definition }: StoredAction): boolean => definition.identifier === toolName;
  if (signIn.some(isMeant))
    return { outcome: "identity_required", message: `${toolName} needs the visitor to sign in first.` };
  if (denied.some(isMeant))
    return {
      outcome: "identity_required",
      message: `${toolName} is not available for this visitor's account.`,
    };
  const known = [
    ...offeredActions(context).map(({ definition }) => definition.identifier),
    ...(context.pageTools ?? []).map(({ name }) => name),
  ];
  return {
    outcome: "definition_error",
    message: `There is no action ${toolName}. There are: ${known.join(", ")}.`,
  };
}

/** The calls of this reply that run, ran or wait. */
const ranCalls = (reply: StoredMessage): StoredToolPart[] =>
  reply.parts.filter(isToolPart).filter((part) => !part.hidden);

function judgeRepetition(reply: StoredMessage, digest: string, changes: boolean): string | undefined {
  const ran = ranCalls(reply);
  if (ran.length >= MAX_RUNS) return `At most ${MAX_RUNS} runs in one reply.`;
  const identical = ran.filter((part) => part.digest === digest).length;
  if (identical > 0 && changes) {
    return "The same call was made in this reply already; its result stands above.";
  }
  return identical >= MAX_IDENTICAL_RUNS
    ? `The same call was made ${identical} times in this reply.`
    : undefined;
}

/** What a page says of a failed call is its own words; of an endpoint's failures the model is told in ours. */
const bringsAnswer = (part: StoredToolPart): boolean =>
  part.told?.data !== undefined || (isPageCall(part) && part.told !== undefined);

function isForeign(context: TurnContext, action: StoredAction, args: Record<string, unknown>): boolean {
  const messages = [...context.earlier, context.writer.message];
  const hasAnswers = messages.some((message) =>
    message.parts.some((part) => isToolPart(part) && bringsAnswer(part)),
  );
  if (!hasAnswers) return false;
  const visitorTexts = messages.filter((message) => message.role === "user").map(textOf);
  return findForeignArgument(action.definition.parameters, args, visitorTexts) !== undefined;
}
