import { signal } from "@preact/signals-core";
import type { ChatMessage, ToolPart } from "@errand/shared/wire";
import { createId } from "../api/ids.ts";
import { asRequestError, unreachable, type RequestError } from "../api/problem.ts";
import type { VisitorSession } from "../api/session.ts";
import type { Conversation, ConversationOptions, Failure } from "./conversation-shape.ts";
import { answerApproval, dropApprovals, toolsOf } from "./apply-chunk.ts";
import { readHistory } from "./history.ts";
import { insist } from "./insist.ts";
import { isForPage } from "./page-calls.ts";
import { createQueue } from "./queue.ts";
import { createReply, putMessage, withHistory } from "./reply.ts";
import { createTurnEvents, type TurnNotice } from "./turn-events.ts";
import { resumeTurn, runTurn, sendOnce, type TurnStep } from "./turn.ts";

/** How long a turn may take to end by itself once the visitor stopped it. */
const STOP_GRACE_MS = 3000;

export function createConversation(options: ConversationOptions): Conversation {
  const { session, emit, speaker, onTurn, pageTools, leftCalls, outbox } = options;
  const messages = signal(outbox.list());
  const isBusy = signal(false);
  const failure = signal<Failure>();
  const events = createTurnEvents(emit, speaker);
  let userId: string | undefined;
  let proof = "anonymous";
  let id: string | undefined;
  let isRead = false;
  /** Whether the visitor chose the conversation; a new session then does not lead to another one. */
  let isChosen = false;
  let controller = new AbortController();
  let enqueue = createQueue();

  /** The conversation on the screen, which a message is sent to. */
  function conversation(sent?: string): string {
    if (!id) {
      id = createId("cnv");
      isRead = true;
    }
    session.remember(id);
    if (sent) outbox.address(sent, id);
    return id;
  }

  /** Puts what was said before, once, in front of what this page shows, and answers with the newest of it. */
  async function read(): Promise<ChatMessage | undefined> {
    await session.ensure();
    if (isRead || !id) return undefined;
    const reading = id;
    const history = await readHistory(session, reading);
    if (reading !== id) return undefined;
    isRead = true;
    if (!history) id = undefined;
    messages.value = withHistory(messages.peek(), history ?? []);
    return history?.at(-1);
  }

  /** Runs `turn` with all that a reply needs, and leaves the screen tidy whatever comes of it. */
  async function follow(
    again: () => Promise<void>,
    turn: (step: TurnStep) => Promise<unknown>,
  ): Promise<void> {
    const mine = (controller = new AbortController());
    const retry = () => {
      reply.undo();
      return again();
    };
    const onError = (message: string) => fail({ code: "internal_error", message, retry });
    const onStart = () => {
      // A turn that was only taken up is known to whoever began it.
      if (isBusy.peek()) onTurn({ conversation: conversation(), userId });
      isBusy.value = true;
    };
    const isKept = (tool: ToolPart) => isForPage(tool) && pageTools() !== undefined;
    const reply = createReply({ messages, events, isKept, onStart, onError });
    const { signal } = mine;
    try {
      await turn({
        session: session,
        prepare: read,
        conversation: () => conversation(),
        tools: () => pageTools()?.list() ?? [],
        signal,
        onChunks: reply.receive,
        onRestart: reply.restart,
      });
    } catch (error) {
      const { code, message } = asRequestError(error);
      if (!signal.aborted) fail({ code, message, retry });
      throw error;
    } finally {
      if (mine === controller) {
        isBusy.value = false;
        reply.finish();
      }
    }
  }

  function fail(next: Failure): void {
    failure.value = next;
    emit("error", { code: next.code as RequestError["code"], message: next.message });
  }

  /** What waits in a line that was given up meanwhile belongs to another conversation, or to another visitor. */
  const exchange = (sent: ChatMessage, isRepeat = false, line = enqueue): Promise<void> =>
    line(() =>
      outbox.deliver(sent, async () => {
        if (line !== enqueue) throw unreachable();
        let next: ChatMessage | undefined = sent;
        while (next) {
          await turnOf(next, isRepeat);
          next = await answerPage();
        }
      }),
    );

  function turnOf(sent: ChatMessage, isRepeat: boolean): Promise<void> {
    isBusy.value = true;
    failure.value = undefined;
    const asked = messages.peek().findLast(({ role }) => role === "user") ?? sent;
    return follow(
      () => exchange(sent, true),
      (step) =>
        runTurn({
          ...step,
          conversation: () => conversation(sent.id),
          sent,
          asked: sent.role === "user" ? sent : asked,
          isRepeat,
        }),
    );
  }

  /** Has the page carry out what the reply asks of it, and answers with what goes to the server then. */
  async function answerPage(tools = pageTools()): Promise<ChatMessage | undefined> {
    const newest = messages.peek().at(-1);
    if (!tools || !newest || !toolsOf(newest).some(isForPage)) return undefined;
    const { signal } = controller;
    isBusy.value = true;
    const answered = await tools.answer(newest);
    if (signal.aborted) return undefined;
    messages.value = putMessage(messages.peek(), answered.shown);
    return answered.sent;
  }

  const restore = (): Promise<void> => {
    let again = restore;
    const takeUp = async (step: TurnStep, isAgain: boolean) => {
      if (isAgain) isRead = false;
      const newest = await read();
      if (!id || (await resumeTurn(step)) || newest?.role !== "user") return;
      // The server leaves out a reply that was cut off, and tells it when it gets the same message again.
      isBusy.value = true;
      again = () => exchange(newest, true);
      await sendOnce(step, newest);
    };
    return enqueue(async () => {
      await follow(
        () => again(),
        (step) => insist(step.signal, (isAgain) => takeUp(step, isAgain)),
      );
      sendUnsent();
      const left = await answerPage(await leftCalls(messages.peek().at(-1)));
      if (left) exchange(left).catch(() => {});
    });
  };

  /** Sends what was left without an answer; what belongs to another conversation is read once the visitor goes there. */
  function sendUnsent(): void {
    const { here, elsewhere } = outbox.takeUnsent(messages.peek(), id);
    for (const message of here) {
      messages.value = putMessage(messages.peek(), message);
      exchange(message, true).catch(() => {});
    }
    const forward = createQueue();
    const { signal } = controller;
    for (const [message, home] of elsewhere) {
      const step = { session, conversation: () => home, tools: () => [], signal, onChunks() {} };
      forward(() => outbox.deliver(message, () => sendOnce(step, message))).catch(() => {});
    }
  }

  async function send(text: string): Promise<void> {
    const failed = failure.peek()?.retry;
    const line = enqueue;
    const message: ChatMessage = {
      id: createId("msg"),
      role: "user",
      parts: [{ type: "text", text }],
      metadata: { createdAt: new Date().toISOString() },
    };
    messages.value = [...messages.peek().map(dropApprovals), message];
    outbox.add(message, id);
    emit("user-message", { id: message.id, text });
    // What failed before goes first, because the server keeps only what reaches it.
    await failed?.().catch(() => {});
    await exchange(message, false, line);
  }

  async function answer(
    approvalId: string,
    approved: boolean,
    input?: Record<string, unknown>,
  ): Promise<void> {
    const asked = messages
      .peek()
      .find((message) => toolsOf(message).some(({ approval }) => approval?.id === approvalId));
    if (!asked) return;
    const answered = answerApproval(asked, approvalId, approved, input);
    messages.value = putMessage(messages.peek(), answered);
    try {
      await exchange(answered);
    } catch (error) {
      // The question stands again when the answer did not arrive.
      if (messages.peek().includes(answered)) messages.value = putMessage(messages.peek(), asked);
      // What is wrong with the arguments is said on the card.
      if (input && asRequestError(error).errors) failure.value = undefined;
      throw error;
    }
  }

  const post: Conversation["post"] = (about, body) =>
    session.request(() => [`/v1/chat/${conversation()}/${about}`, { method: "POST", body }]);

  async function stop(): Promise<void> {
    const stopped = controller;
    setTimeout(() => stopped.abort(), STOP_GRACE_MS);
    await post("stop");
  }

  function open(chosen?: string): void {
    clear();
    id = chosen ?? createId("cnv");
    isRead = !chosen;
    isChosen = true;
    session.remember(id);
    outbox.letGo();
    if (chosen) restore().catch(() => {});
    else sendUnsent();
  }

  function forget(): void {
    if (userId) emit("identity-changed", { verification: "anonymous" });
    userId = undefined;
    proof = "anonymous";
    outbox.clear();
    clear();
  }

  function clear(): void {
    controller.abort();
    controller = new AbortController();
    enqueue = createQueue();
    messages.value = [];
    isBusy.value = isRead = false;
    isChosen = false;
    failure.value = id = undefined;
  }

  function adopt({ visitor, conversation: known }: VisitorSession): void {
    const { verification } = visitor;
    const isChanged = userId !== visitor.user_id;
    if (!outbox.belongsTo(visitor.user_id) || (isChanged && userId !== undefined)) clear();
    const isRenewed = !isChanged && userId !== undefined && id !== undefined;
    userId = visitor.user_id;
    if (known !== id && !isRenewed && !isChosen) {
      // Without a conversation of its own a new session goes on in a fresh one.
      isRead = false;
      id = known;
    }
    if (isChanged || proof !== verification) {
      emit("identity-changed", { verification, ...(userId && { user_id: userId }) });
    }
    proof = verification;
  }

  function hear(turn: TurnNotice): boolean {
    if (turn.userId !== userId || (id && id !== turn.conversation)) return false;
    id = turn.conversation;
    isRead = false;
    return true;
  }

  return {
    messages,
    isBusy,
    failure,
    restore,
    send,
    answer,
    stop,
    post,
    current: () => id,
    open,
    forget,
    end: clear,
    adopt,
    hear,
  };
}
