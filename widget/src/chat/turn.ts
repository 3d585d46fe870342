import type { ChatMessage, PageTool, StreamChunk } from "@errand/shared/wire";
import { readChunks } from "../api/event-stream.ts";
import { asRequestError, unreachable } from "../api/problem.ts";
import type { SendOptions } from "../api/send.ts";
import type { Session } from "../api/session.ts";
import { absent } from "./history.ts";
import { insist } from "./insist.ts";

/** What following a reply takes. */
export interface TurnStep {
  session: Session;
  /** Sees to it that a session stands and the history is read. */
  prepare: () => Promise<unknown>;
  /** The conversation at this moment; a new session can bring another one. */
  conversation: () => string;
  /** What the page offers at this moment. */
  tools: () => PageTool[];
  signal: AbortSignal;
  onChunks: (chunks: StreamChunk[]) => void;
  /** Forgets what the reply said so far, because the server is going to tell all of it. */
  onRestart: () => void;
}

/** One exchange: what is sent, and what to do with what comes back. */
interface TurnOptions extends TurnStep {
  /** The visitor's message, or the assistant's with the answer to an approval in it. */
  sent: ChatMessage;
  /** The visitor's message that the reply belongs to; the server tells a known one's reply from its start. */
  asked: ChatMessage;
  /** Whether it may have reached the server before, which is then asked first. */
  isRepeat: boolean;
}

/**
 * Sends a message and follows the reply to its end. When the line breaks, it takes up the running turn, or
 * sends the same message again, which the server knows by its id. Throws a `RequestError` when that is no use.
 */
export function runTurn(options: TurnOptions): Promise<void> {
  return insist(options.signal, async (isAgain) => {
    await options.prepare();
    if ((isAgain || options.isRepeat) && (await resumeTurn(options))) return;
    await sendOnce(options, options.sent).catch((error: unknown) => catchUp(options, error));
  });
}

/** Sends a message once and follows the reply. */
export async function sendOnce(
  options: Omit<TurnStep, "prepare" | "onRestart">,
  message: ChatMessage,
): Promise<void> {
  const { session, conversation, signal, onChunks } = options;
  const tools = options.tools();
  const response = await session.request(() => [
    "/v1/chat",
    {
      method: "POST",
      body: {
        id: conversation(),
        message,
        trigger: "submit-message",
        locale: session.locale(),
        // Days and hours that the visitor writes are theirs.
        timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(tools.length && { tools }),
      },
      signal,
    },
  ]);
  await follow(response, onChunks);
}

/** An approval that was answered before has an outcome already: the whole reply tells it. */
async function catchUp(options: TurnOptions, error: unknown): Promise<void> {
  if (asRequestError(error).code !== "approval_gone") throw error;
  options.onRestart();
  await sendOnce(options, options.asked);
}

/** Follows the turn that runs in a conversation, from its first chunk on. Answers with false when none runs. */
export async function resumeTurn({ session, conversation, signal, onChunks }: TurnStep): Promise<boolean> {
  const build = (): [string, SendOptions] => [`/v1/chat/${conversation()}/stream`, { signal }];
  const response = await session.request(build).catch(absent);
  if (!response || response.status === 204) return false;
  await follow(response, onChunks);
  return true;
}

async function follow({ body }: Response, onChunks: TurnStep["onChunks"]): Promise<void> {
  const isWhole = body !== null && (await readChunks(body, onChunks));
  if (!isWhole) throw unreachable();
}
