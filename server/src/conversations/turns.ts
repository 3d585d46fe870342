import type { ApprovalAnswer } from "@errand/shared/chat";
import { ErrandError } from "../errors.ts";
import { timestamp } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";
import type { Approval } from "./approval-store.ts";
import { executeCall } from "./execute-call.ts";
import type { LiveTurn } from "./live-turns.ts";
import { awaitsApproval, isToolPart, type StoredMessage } from "./message.ts";
import { closeOpenReplies, recoverCalls, settledMessages } from "./recover-reply.ts";
import { toChunks } from "./replay.ts";
import { runTurn } from "./run-turn.ts";
import type { TurnContext, TurnDependencies, TurnRequest } from "./turn-context.ts";
import { createTurnWriter } from "./turn-writer.ts";
import { say } from "./words.ts";

/** The doors of a conversation. Each answers as soon as what it was given is safe; the turn goes on by itself. */
export interface Turns {
  /** Stores a visitor's message and starts its reply; the same id again joins, replays or goes on with that reply. */
  answer(request: TurnRequest, message: { id: string; text: string }): Promise<LiveTurn>;
  /** Takes the visitor's word on open approvals. @throws ErrandError `approval_gone` when none of them waits */
  decide(request: TurnRequest, answers: readonly ApprovalAnswer[]): Promise<LiveTurn>;
  /** The messages as a browser shows them before it follows the running turn, if one runs. */
  messages(conversationId: string): Promise<StoredMessage[]>;
}

export function createTurns(dependencies: TurnDependencies): Turns {
  const { liveTurns, messages: store } = dependencies;

  const begin = async (
    request: TurnRequest,
    live: LiveTurn,
    work: (context: TurnContext) => Promise<void>,
    place: Place,
  ): Promise<void> => {
    const actions = await dependencies.actions.list(request.site.id);
    const writer = createTurnWriter(live, place.reply);
    const context = {
      ...request,
      dependencies,
      actions,
      earlier: place.earlier,
      writer,
      signal: live.signal,
    };
    await work(context).catch((error: unknown) => failTurn(context, error));
  };

  return {
    async answer(request, message) {
      const running = await waitForQuiet(dependencies, request.conversationId, message.id);
      if (running) return running;
      const live = liveTurns.open(request.conversationId);
      live.visitorMessageId = message.id;
      try {
        await store.addVisitorMessage(request.conversationId, message);
        const place = findPlace(await store.list(request.conversationId), message.id);
        runInBackground(dependencies, live, () =>
          begin(request, live, (context) => reply(context, live), place),
        );
        return live;
      } catch (error) {
        live.end();
        throw error;
      }
    },

    async decide(request, answers) {
      const taken = await takeAnswers(dependencies, request, answers);
      const first = taken[0];
      if (!first) {
        const running = liveTurns.get(request.conversationId);
        if (running) return running;
        throw new ErrandError("approval_gone", "This question is no longer open. Nothing was changed.");
      }
      await waitForQuiet(dependencies, request.conversationId);
      const live = liveTurns.open(request.conversationId);
      try {
        const place = findAsked(await store.list(request.conversationId), first.approval.messageId);
        live.visitorMessageId = place.earlier.at(-1)?.id;
        live.before = structuredClone(place.reply);
        runInBackground(dependencies, live, () =>
          begin(request, live, (context) => goOn(context, live, taken), place),
        );
      } catch (error) {
        live.end();
        throw error;
      }
      return live;
    },

    async messages(conversationId) {
      const all = settledMessages(await store.list(conversationId));
      const live = liveTurns.get(conversationId);
      const at = live ? all.findIndex((message) => message.id === live.visitorMessageId) : -1;
      if (!live || at < 0) return all;
      return [...all.slice(0, at + 1), ...(live.before ? [live.before] : [])];
    },
  };
}

/** Waits until no turn runs; a running turn that answers this very message is returned instead. */
async function waitForQuiet(
  { liveTurns }: TurnDependencies,
  conversationId: string,
  messageId?: string,
): Promise<LiveTurn | undefined> {
  for (let live = liveTurns.get(conversationId); live; live = liveTurns.get(conversationId)) {
    if (live.visitorMessageId === messageId) return live;
    await live.ended;
  }
  return undefined;
}

/** A reply, and everything before it. */
interface Place {
  earlier: StoredMessage[];
  reply: StoredMessage;
}

function findAsked(all: StoredMessage[], messageId: string): Place {
  const at = all.findIndex((message) => message.id === messageId);
  const reply = all[at];
  if (!reply) throw new ErrandError("approval_gone", "The reply that asked is gone. Nothing was changed.");
  return { earlier: all.slice(0, at), reply };
}

function findPlace(all: StoredMessage[], messageId: string): Place {
  const at = all.findIndex((message) => message.id === messageId);
  const next = all[at + 1];
  if (next?.role === "assistant") return { earlier: all.slice(0, at + 1), reply: next };
  const reply: StoredMessage = {
    id: createId("msg"),
    role: "assistant",
    parts: [],
    status: "open",
    createdAt: timestamp(),
  };
  return { earlier: all.slice(0, at + 1), reply };
}

function runInBackground({ log }: TurnDependencies, live: LiveTurn, work: () => Promise<void>): void {
  void work()
    .catch((error: unknown) =>
      log.error({ err: error, conversation: live.conversationId }, "turn could not run"),
    )
    .finally(() => live.end());
}

/** Tells what is stored of the reply already, then goes on where it stopped. */
async function reply(context: TurnContext, live: LiveTurn): Promise<void> {
  const { message } = context.writer;
  for (const chunk of toChunks(message)) live.write(chunk);
  if (message.status === "complete" || awaitsApproval(message)) return;
  await closeOpenReplies(context.dependencies, context.conversationId, context.earlier);
  await recoverCalls(context);
  await runTurn(context);
}

interface TakenAnswer {
  approval: Approval;
  approved: boolean;
}

async function takeAnswers(
  { approvals }: TurnDependencies,
  { conversationId, visitorKey }: TurnRequest,
  answers: readonly ApprovalAnswer[],
): Promise<TakenAnswer[]> {
  const taken: TakenAnswer[] = [];
  for (const { approvalId, approved } of answers) {
    const approval = await approvals.answer(approvalId, { conversationId, visitorKey });
    if (approval) taken.push({ approval, approved });
  }
  return taken;
}

async function goOn(context: TurnContext, live: LiveTurn, taken: readonly TakenAnswer[]): Promise<void> {
  const { writer, actions } = context;
  live.write({ type: "start", messageId: writer.message.id });
  for (const { approval, approved } of taken) {
    const action = actions.find((each) => each.id === approval.actionId && each.definition.enabled);
    if (!approved || !action) {
      writer.deny(approval.callId, {
        outcome: "not_approved",
        message: "The visitor did not approve this call.",
      });
      continue;
    }
    writer.approve(approval.callId);
    await context.dependencies.messages.saveReply(context.conversationId, writer.message);
    await executeCall(context, { toolCallId: approval.callId, action, arguments: approval.arguments });
  }
  await context.dependencies.messages.saveReply(context.conversationId, writer.message);
  await runTurn(context);
}

/** The visitor gets a plain sentence, and the same message can be sent again: what the failed step said is dropped. */
async function failTurn(context: TurnContext, error: unknown): Promise<void> {
  const { writer, dependencies, conversationId, locale } = context;
  const { message } = writer;
  if (context.signal.aborted) {
    message.status = "complete";
    await dependencies.messages.saveReply(conversationId, message);
    writer.abort();
    return;
  }
  dependencies.log.error({ err: error, conversation: conversationId }, "turn failed");
  const lastStep = Math.max(
    0,
    message.parts.findLastIndex((part) => part.type === "step-start"),
  );
  if (!message.parts.slice(lastStep).some(isToolPart)) message.parts.length = lastStep;
  if (message.parts.length > 0) await dependencies.messages.saveReply(conversationId, message);
  writer.error(say("model_failed", locale));
  writer.finish("error");
}
