import type { Card, StreamChunk } from "@errand/shared/wire";
import { siteSettingsSchema } from "@errand/shared/site";
import type { RunAction } from "../src/actions/run-action.ts";
import { createRunStore } from "../src/actions/run-store.ts";
import type { StoredAction } from "../src/actions/stored-action.ts";
import { createApprovalStore } from "../src/conversations/approval-store.ts";
import { createConversationStore } from "../src/conversations/conversation-store.ts";
import { createHandOverStore } from "../src/conversations/hand-over-store.ts";
import { createLiveTurns, type FollowedTurn } from "../src/conversations/live-turns.ts";
import { createMessageStore } from "../src/conversations/message-store.ts";
import { createTraceStore } from "../src/conversations/trace-store.ts";
import type { TurnDependencies, TurnRequest } from "../src/conversations/turn-context.ts";
import { createTurns, type Turns } from "../src/conversations/turns.ts";
import { createTokenUsageStore } from "../src/sites/token-usage-store.ts";
import { createSiteStore } from "../src/sites/site-store.ts";
import type { Database } from "../src/storage/database.ts";
import { createId } from "../src/storage/ids.ts";
import { createScriptedModel, type ScriptedModel } from "./scripted-model.ts";

/** A server's conversations without its doors: real stores, a scripted model, and runs that only the ledger sees. */
interface BareServer {
  turns: Turns;
  dependencies: TurnDependencies;
  model: ScriptedModel;
  /** The arguments of every call that left. */
  sent: unknown[];
  logged: unknown[];
}

/** Where a server dies: each is called at its moment, and what it throws or waits for happens there. */
interface Moments {
  beforeLedger?: () => Promise<void> | void;
  afterLedger?: () => Promise<void> | void;
  beforeTold?: () => Promise<void> | void;
  listing?: () => Promise<void> | void;
}

/** A server over this data; a second one over the same data is the first one started again. */
export function startBareServer(
  database: Database,
  actions: StoredAction[],
  moments: Moments = {},
): BareServer {
  const model = createScriptedModel();
  const runs = createRunStore(database);
  const sent: unknown[] = [];
  const logged: unknown[] = [];
  const dependencies: TurnDependencies = {
    messages: createMessageStore(database),
    approvals: createApprovalStore(database),
    liveTurns: createLiveTurns(),
    actions: {
      async list() {
        await moments.listing?.();
        return actions;
      },
    },
    runs,
    runAction: createRecordedRun(runs, sent, moments),
    traces: createTraceStore(database),
    siteModels: {
      of: async () => ({ model: model.resolve(null), fallback: undefined, dailyTokenBudget: null }),
    },
    usage: createTokenUsageStore(database),
    handOver: { store: createHandOverStore(database), hasMail: false, kick: () => {} },
    log: { error: (details) => void logged.push(details) },
  };
  return { turns: createTurns(dependencies), dependencies, model, sent, logged };
}

/** What every run shows the visitor. */
export const CARD: Card = { layout: "card", items: [{ title: "Closed", fields: [] }] };

function createRecordedRun(
  runs: ReturnType<typeof createRunStore>,
  sent: unknown[],
  moments: Moments,
): RunAction {
  return async (call) => {
    const id = createId("run");
    await call.after;
    await moments.beforeLedger?.();
    await runs.start({
      id,
      siteId: call.site.id,
      actionId: call.action.id,
      identifier: call.action.definition.identifier,
      conversationId: call.conversationId,
      messageId: call.messageId,
      callId: call.callId,
      arguments: call.arguments,
      digest: "",
      startedAt: new Date().toISOString(),
    });
    await moments.afterLedger?.();
    sent.push(call.arguments);
    const told = { outcome: "ok", status: 200 } as const;
    const finishedAt = new Date().toISOString();
    const ending = { outcome: "ok", told, card: CARD, durationMs: 7 } as const;
    await runs.finish(id, { ...ending, status: "succeeded", finishedAt });
    await moments.beforeTold?.();
    return { runId: id, ...ending };
  };
}

/** An anonymous visitor's fresh conversation at a site of its own. */
export async function openConversation(database: Database): Promise<TurnRequest> {
  const site = await createSiteStore(database).create(siteSettingsSchema.parse({ name: "Shop" }));
  const conversationId = createId("cnv");
  const visitorKey = "anonymous:somebody";
  await createConversationStore(database).open({ siteId: site.id, visitorKey }, conversationId);
  const visitor = { verification: "anonymous", key: "somebody" } as const;
  return { site, visitor, visitorKey, locale: "en", conversationId, isPreview: false };
}

/** Everything that a turn says, read to its end. */
export async function readTurn(live: FollowedTurn): Promise<StreamChunk[]> {
  await live.ended;
  const reader = live.read(() => {});
  const events: string[] = [];
  for (let event = reader.take(); event !== undefined; event = reader.take()) events.push(event);
  if (events.pop() !== "data: [DONE]\n\n") throw new Error("the turn has no end");
  return events.map((event) => JSON.parse(event.slice(6)) as StreamChunk);
}
