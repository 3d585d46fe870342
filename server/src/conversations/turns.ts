import type { PageResult } from "@errand/shared/chat";
import type { VisitorWord } from "./approval-store.ts";
import { breakOff } from "./break-off.ts";
import { keepTokens } from "./count-tokens.ts";
import { placeMessage, type Place } from "./find-reply.ts";
import { forwardMessage } from "./hand-over.ts";
import type { FollowedTurn, LiveTurn } from "./live-turns.ts";
import { isToolPart, type StoredMessage } from "./message.ts";
import { recoverCalls, settledMessages } from "./recover-reply.ts";
import { outcomeChunks, toChunks } from "./replay.ts";
import { checkPageTools, takeResults } from "./page-tools.ts";
import { runTurn } from "./run-turn.ts";
import { takeWords, type BrowserAnswers } from "./take-words.ts";
import type { TraceStep } from "./trace-store.ts";
import type { TurnContext, TurnDependencies, TurnRequest } from "./turn-context.ts";
import { withDraft } from "./with-draft.ts";
import { createTurnWriter } from "./turn-writer.ts";
import { say } from "./words.ts";

/** The doors of a conversation. Each answers as soon as what it was given is safe; the turn goes on by itself. */
export interface Turns {
  /**
   * Stores a visitor's message and starts its reply; the same id again joins, replays or goes on with that reply.
   * @throws ErrandError `conflict` when newer messages have overtaken it
   */
  answer(request: TurnRequest, message: { id: string; text: string }): Promise<FollowedTurn>;
  /**
   * Takes the visitor's word on open approvals and the page's answers to calls it ran, and goes on with the reply.
   * @throws ErrandError `approval_gone` when nothing of the reply waits for them
   */
  decide(request: TurnRequest, answers: BrowserAnswers): Promise<FollowedTurn>;
  /** The messages as a browser shows them before it follows the running turn, if one runs. */
  messages(conversationId: string): Promise<StoredMessage[]>;
}

/** What a turn does once its place is known. */
type Work = (context: TurnContext, live: LiveTurn) => Promise<void>;

export function createTurns(dependencies: TurnDependencies): Turns {
  const { liveTurns, messages: store } = dependencies;

  const begin = async (
    request: TurnRequest,
    causes: readonly string[],
    prepare: (live: LiveTurn) => Promise<{ place: Place; work: Work }>,
  ): Promise<FollowedTurn> => {
    const claimed = await liveTurns.claim(request.conversationId, causes);
    if (!claimed.isNew) return claimed.turn;
    const live = claimed.turn;
    try {
      const { place, work } = await prepare(live);
      live.visitorMessageId = place.earlier.findLast(({ role }) => role === "user")?.id;
      runInBackground(dependencies, request, live, () => run(dependencies, request, live, place, work));
      return live;
    } catch (error) {
      // Whoever joined meanwhile is told as well.
      tellFailure(live, request);
      throw error;
    }
  };

  return {
    async answer(request, message) {
      await checkPageTools(dependencies, request);
      return begin(request, [message.id], async (live) => {
        live.visitorMessageId = message.id;
        if (await dependencies.handOver.store.isWithPerson(request.conversationId)) {
          const place = await forwardMessage(dependencies, request, message);
          return { place, work: place.reply.status === "complete" ? reply : leaveToPerson };
        }
        return { place: await placeMessage(dependencies, request, message), work: reply };
      });
    },
    async decide(request, answers) {
      await checkPageTools(dependencies, request);
      const causes = [
        ...answers.approvals.map(({ approvalId }) => approvalId),
        ...answers.results.map(({ toolCallId }) => toolCallId),
      ];
      return begin(request, causes, async (live) => {
        const { words, results, ...place } = await takeWords(dependencies, request, answers);
        live.before = structuredClone(place.reply);
        return { place, work: (context) => goOn(context, live, { words, results }) };
      });
    },
    async messages(conversationId) {
      for (;;) {
        const live = await liveTurns.find(conversationId);
        const all = settledMessages(await store.list(conversationId));
        // A turn that began or ended meanwhile would leave its reply out of both the messages and the stream.
        if (live !== (await liveTurns.find(conversationId))) continue;
        const at = live ? all.findIndex((message) => message.id === live.visitorMessageId) : -1;
        return !live || at < 0 ? all : [...all.slice(0, at + 1), ...(live.before ? [live.before] : [])];
      }
    },
  };
}

async function run(
  dependencies: TurnDependencies,
  request: TurnRequest,
  live: LiveTurn,
  { earlier, reply: message }: Place,
  work: Work,
): Promise<void> {
  const { site } = request;
  const [listed, siteModel] = await Promise.all([
    dependencies.actions.list(site.id),
    dependencies.siteModels.of(site),
  ]);
  const actions = withDraft(listed, request.draft);
  const writer = createTurnWriter(live, message);
  const steps: TraceStep[] = [];
  const context: TurnContext = {
    ...request,
    dependencies,
    actions,
    earlier,
    writer,
    signal: live.signal,
    siteModel,
    usage: { inputTokens: 0, outputTokens: 0 },
    ...(request.isPreview ? { onStep: (step: TraceStep) => void steps.push(step) } : {}),
  };
  await work(context, live).catch((error: unknown) => breakOff(context, error));
  if (steps.length > 0) await dependencies.traces.append(request.conversationId, message.id, steps);
  // Whoever listens has heard all; what is left is bookkeeping.
  live.end();
  await keepTokens(context);
}

function runInBackground(
  { log }: TurnDependencies,
  request: TurnRequest,
  live: LiveTurn,
  work: () => Promise<void>,
): void {
  void work().then(
    () => live.end(),
    (error: unknown) => {
      log.error({ err: error, conversation: live.conversationId }, "turn could not run");
      tellFailure(live, request);
    },
  );
}

function tellFailure(live: LiveTurn, { locale }: TurnRequest): void {
  live.write({ type: "error", errorText: say("model_failed", locale) });
  live.end();
}

/** A person will answer: nothing is said in their place. */
const leaveToPerson: Work = async ({ writer }) => writer.finish("stop");

/** Tells what is stored of the reply already, then goes on where it stopped. */
async function reply(context: TurnContext, live: LiveTurn): Promise<void> {
  const { message } = context.writer;
  for (const chunk of toChunks(message)) live.write(chunk);
  if (message.status === "complete") return;
  await recoverCalls(context);
  await runTurn(context);
}

interface Taken {
  words: readonly VisitorWord[];
  results: readonly PageResult[];
}

/** The visitor's words are stored before any of the calls they allow is made. */
async function goOn(context: TurnContext, live: LiveTurn, { words, results }: Taken): Promise<void> {
  const { writer, dependencies, conversationId } = context;
  live.write({ type: "start", messageId: writer.message.id });
  for (const word of words) applyWord(context, live, word);
  takeResults(context, results);
  await dependencies.messages.saveReply(conversationId, writer.message);
  await recoverCalls(context);
  await dependencies.messages.saveReply(conversationId, writer.message);
  await runTurn(context);
}

function applyWord({ writer }: TurnContext, live: LiveTurn, word: VisitorWord): void {
  const { callId, approved } = word;
  const part = writer.message.parts.filter(isToolPart).find(({ toolCallId }) => toolCallId === callId);
  if (part?.state !== "approval-requested") {
    // The word was given before and its turn cut off: the browser may not know yet what came of it.
    for (const chunk of part ? outcomeChunks({ ...part, approval: undefined }) : []) live.write(chunk);
  } else if (approved) writer.approve(callId, word);
  else writer.deny(callId, { outcome: "not_approved", message: "The visitor did not approve this call." });
}
