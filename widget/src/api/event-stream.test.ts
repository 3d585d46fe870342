import type { StreamChunk } from "@errand/shared/wire";
import { expect, test } from "vitest";
import { readChunks } from "./event-stream.ts";

const delta = (text: string): StreamChunk => ({ type: "text-delta", id: "1", delta: text });

async function read(...pieces: (string | Uint8Array)[]) {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces)
        controller.enqueue(typeof piece === "string" ? encoder.encode(piece) : piece);
      controller.close();
    },
  });
  const chunks: StreamChunk[] = [];
  const isWhole = await readChunks(body, (batch) => chunks.push(...batch));
  return { isWhole, chunks };
}

const event = (chunk: StreamChunk) => `data: ${JSON.stringify(chunk)}\n\n`;
const whole = { isWhole: true, chunks: [delta("ə"), delta("b")] };
const text = `${event(delta("ə"))}${event(delta("b"))}data: [DONE]\n\n`;
const bytes = new TextEncoder().encode(text);

const cases: [name: string, pieces: (string | Uint8Array)[], expected: Awaited<ReturnType<typeof read>>][] = [
  ["events in one piece", [text], whole],
  ["events byte by byte, within a letter too", [...bytes].map((byte) => Uint8Array.of(byte)), whole],
  ["lines that end with CR LF", [text.replaceAll("\n", "\r\n")], whole],
  ["comments and other fields", [`: ping\n\nevent: x\nid: 7\n${text}`], whole],
  ["data without a space after the colon", [text.replaceAll("data: ", "data:")], whole],
  ["a stream cut between two events", [event(delta("a"))], { isWhole: false, chunks: [delta("a")] }],
  [
    "a stream cut within an event",
    [event(delta("a")), 'data: {"type":"te'],
    { isWhole: false, chunks: [delta("a")] },
  ],
  ["an empty stream", [], { isWhole: false, chunks: [] }],
];

test.each(cases)("reads %s", async (_name, pieces, expected) => {
  expect(await read(...pieces)).toEqual(expected);
});

test("a line that breaks ends the chunks without an error", async () => {
  let pulls = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (pulls++) controller.error(new TypeError("network error"));
      else controller.enqueue(new TextEncoder().encode(event(delta("a"))));
    },
  });
  expect(await readChunks(body, () => {})).toBe(false);
});
