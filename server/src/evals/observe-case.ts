import type { EvalCall, EvalCase } from "@errand/shared/eval";
import type { ModelOutcome } from "@errand/shared/outcome";
import type { StoredAction } from "../actions/stored-action.ts";
import { withoutKeys } from "../agent/without-keys.ts";
import { toTestVisitor } from "../actions/test-visitor.ts";
import { createLiveTurns } from "../conversations/live-turns.ts";
import { isToolPart, textOf, type StoredMessage } from "../conversations/message.ts";
import type { SiteModel } from "../conversations/site-models.ts";
import type { TurnDependencies, TurnRequest } from "../conversations/turn-context.ts";
import { createTurns } from "../conversations/turns.ts";
import { visitorKey } from "../identity/visitor.ts";
import type { Site } from "../sites/site.ts";
import { createId } from "../storage/ids.ts";
import { listenToModel } from "./listen-to-model.ts";
import { createMemoryApprovals, createMemoryHandOvers, createMemoryMessages } from "./memory-stores.ts";

/** Questions that one reply may put before it is taken as it stands. */
const MAX_ROUNDS = 5;

/** What the last message of a case led to. */
export interface Observation {
  calls: EvalCall[];
  /** The parameter that the model says it asks for, of models that say so. */
  asks: string | undefined;
  reply: string;
  /** Why a turn broke off. */
  error: string | undefined;
}

interface Setting extends Pick<TurnDependencies, "usage"> {
  site: Site;
  siteModel: SiteModel;
  actions: readonly StoredAction[];
  now: Date;
}

/**
 * Goes through a case with turns as they are, in memory: every call that asks is approved, and answered by the case's
 * sample answer. Nothing is stored and no endpoint is called.
 */
export async function observeCase(setting: Setting, sample: EvalCase): Promise<Observation> {
  const heard = listenToModel(setting.siteModel.model);
  const errors: string[] = [];
  const siteModel = { ...setting.siteModel, model: heard.model };
  const dependencies = createDependencies({ ...setting, siteModel }, sample, errors);
  const { messages } = dependencies;
  const turns = createTurns(dependencies);
  const request = toRequest(setting, sample);
  for (const text of sample.turns) {
    const live = await turns.answer(request, { id: createId("msg"), text });
    await live.ended;
    await approveAll(turns, request, messages);
  }
  const reply = (await messages.list(request.conversationId)).findLast(({ role }) => role === "assistant");
  const [error] = errors;
  return {
    calls: callsOf(reply),
    asks: heard.asks(),
    reply: reply ? textOf(reply) : "",
    error,
  };
}

function createDependencies(
  { actions, siteModel, usage }: Setting,
  { answer }: EvalCase,
  errors: string[],
): TurnDependencies {
  const told: ModelOutcome = { outcome: "ok", status: 200, ...(answer === null ? {} : { data: answer }) };
  return {
    messages: createMemoryMessages(),
    approvals: createMemoryApprovals(),
    liveTurns: createLiveTurns(),
    actions: { list: async () => actions },
    runs: { findByCall: async () => undefined },
    runAction: async () => ({ runId: createId("run"), outcome: "ok", told, durationMs: 0 }),
    traces: { append: async () => {} },
    siteModels: { of: async () => siteModel },
    usage,
    handOver: { store: createMemoryHandOvers(), hasMail: true, kick: () => {} },
    log: { error: (details, message) => void errors.push(reasonIn(details) ?? message) },
  };
}

function reasonIn(details: object): string | undefined {
  return "err" in details && details.err instanceof Error ? withoutKeys(details.err.message) : undefined;
}

function toRequest({ site, now }: Setting, { visitor: sample, locale, timeZone }: EvalCase): TurnRequest {
  const visitor = toTestVisitor(sample, now);
  return {
    site,
    visitor,
    visitorKey: visitorKey(visitor),
    locale,
    ...(timeZone === null ? {} : { timeZone }),
    conversationId: createId("cnv"),
    isPreview: false,
  };
}

async function approveAll(
  turns: ReturnType<typeof createTurns>,
  request: TurnRequest,
  messages: TurnDependencies["messages"],
): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const reply = (await messages.list(request.conversationId)).at(-1);
    const asked = (reply?.parts ?? []).filter(isToolPart).flatMap(({ state, approval }) => {
      return state === "approval-requested" && approval ? [{ approvalId: approval.id, approved: true }] : [];
    });
    if (asked.length === 0) return;
    await (
      await turns.decide(request, { approvals: asked, results: [] })
    ).ended;
  }
}

function callsOf(reply: StoredMessage | undefined): EvalCall[] {
  const parts = (reply?.parts ?? []).filter(isToolPart);
  return parts.map(({ toolName, input }) => ({ action: toolName, arguments: input ?? {} }));
}
