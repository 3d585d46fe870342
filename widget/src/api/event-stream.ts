import type { StreamChunk } from "@errand/shared/wire";

/** What ends a whole stream. One that stops without it was cut off. */
const DONE = "[DONE]";

/**
 * The chunks of a turn, in batches as they come off the network. Answers with true at `[DONE]`, with false when
 * the stream was cut off. An event (HTML Living Standard §9.2) has its data on one line, as the UI message stream
 * writes it; other fields and comments are passed over.
 */
export async function readChunks(
  body: ReadableStream<Uint8Array>,
  onChunks: (chunks: StreamChunk[]) => void,
): Promise<boolean> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    // A line that breaks ends the events; whether they were whole shows in the last one.
    const { value } = await reader.read().catch(() => ({ value: undefined }));
    if (!value) return false;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    const events = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5).trim());
    const isDone = events.at(-1) === DONE;
    onChunks(events.slice(0, isDone ? -1 : undefined).map((event) => JSON.parse(event) as StreamChunk));
    if (isDone) return true;
  }
}
