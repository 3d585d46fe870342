import { effect } from "@preact/signals-core";
import type { ChatMessage, StreamChunk } from "@errand/shared/wire";
import type { App } from "../panel/app.ts";

/** The tool by which the assistant calls a person. */
const HAND_OVER = "errand_hand_over";

/** After a line that broke, in milliseconds. */
const PAUSE_MS = 5_000;

/** While a conversation is with a person, waits for what they write and shows it as soon as it is there. */
export function followPerson(app: App): void {
  const { conversation, session, shell } = app;
  const { messages, isBusy } = conversation;
  const { signal } = shell.life;
  let isWaiting = false;

  const wait = async (): Promise<void> => {
    const conversationId = conversation.current();
    const newest = messages.peek().findLast(({ role }) => role === "assistant");
    if (isWaiting || isBusy.peek() || signal.aborted || !conversationId || !newest) return;
    if (!messages.peek().some(isWithPerson)) return;
    isWaiting = true;
    const path = `/v1/chat/${conversationId}/stream?after=${newest.id}`;
    const response = await session.request(() => [path, { signal }]).catch(() => undefined);
    // 204: the assistant answers again.
    const message = response?.status === 200 ? readMessage(await response.text()) : undefined;
    if (!response) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    isWaiting = false;
    if (message && conversationId === conversation.current()) show(app, message);
    else if (response?.status !== 204) await wait();
  };
  const look = (): void => void wait();
  const stop = effect(() => {
    if (messages.value.length > 0 && !isBusy.value) queueMicrotask(look);
  });
  signal.addEventListener("abort", stop);
}

/** Whether a person wrote the message, or was called in it. */
function isWithPerson({ metadata, parts }: ChatMessage): boolean {
  const isCall = (part: ChatMessage["parts"][number]): boolean =>
    part.type === "dynamic-tool" && part.toolName === HAND_OVER && part.state === "output-available";
  return metadata?.author === "person" || parts.some(isCall);
}

/** The message of a stream that is whole; undefined for one that is not a person's. */
function readMessage(stream: string): ChatMessage | undefined {
  const chunks = stream
    .split("\n")
    .filter((line) => line.startsWith("data: {"))
    .map((line) => JSON.parse(line.slice(6)) as StreamChunk);
  const [start] = chunks;
  if (start?.type !== "start" || start.messageMetadata?.author !== "person") return undefined;
  const text = chunks.map((chunk) => (chunk.type === "text-delta" ? chunk.delta : "")).join("");
  const { messageId: id, messageMetadata: metadata } = start;
  return { id, role: "assistant", parts: [{ type: "text", text }], metadata };
}

function show({ conversation: { messages }, isOpen, unread, said, shell }: App, message: ChatMessage): void {
  const [part] = message.parts;
  const text = part?.type === "text" ? part.text : "";
  said.value = text;
  messages.value = [...messages.peek().filter(({ id }) => id !== message.id), message];
  shell.emit("assistant-message", { id: message.id, text });
  if (isOpen.peek()) return;
  unread.value++;
  shell.emit("unread", { count: unread.peek() });
}
