import type { Response } from "express";
import type { StreamChunk } from "@errand/shared/wire";
import { DONE, encodeChunk, type FollowedTurn, type TurnReader } from "../conversations/live-turns.ts";

/** Silence after which a comment keeps proxies from closing the connection, in milliseconds. */
const HEARTBEAT_MS = 15_000;

const SOME_LENGTH = 16_384;

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
  "x-vercel-ai-ui-message-stream": "v1",
};

/** Sends a stream that is whole already. */
export function sendChunks(response: Response, chunks: readonly StreamChunk[]): void {
  if (response.destroyed) return;
  response.writeHead(200, HEADERS).end(chunks.map(encodeChunk).join("") + DONE);
}

/**
 * Sends a turn as server-sent events (WHATWG HTML §9.2); the reader going away does not end the turn.
 * A slow reader is written to no faster than it reads, and cut off when it takes nothing for two heartbeats.
 */
export function sendTurn(response: Response, turn: FollowedTurn): void {
  if (response.destroyed) return;
  response.writeHead(200, HEADERS);
  let missedBeats = 0;
  let isAwaited = false;
  let hasBegun = false;
  const isBlocked = (): boolean => response.destroyed || response.writableEnded || response.writableNeedDrain;
  const pump = (): void => {
    isAwaited = false;
    while (!isBlocked()) {
      const events = takeSome(reader);
      if (events === "") break;
      response.write(events);
      hasBegun = true;
    }
    if (turn.isOver && !isBlocked()) response.end();
    else if (!hasBegun) response.flushHeaders();
    hasBegun = true;
  };
  // Once all that is said at this moment is there, and what follows from a commit of this moment: each write costs a
  // call to the system.
  const onNews = (): void => {
    if (!isAwaited) setImmediate(setImmediate, pump);
    isAwaited = true;
  };
  const beat = (): void => {
    if (!isBlocked()) {
      missedBeats = 0;
      response.write(":\n\n");
    } else if ((missedBeats += 1) > 1) response.destroy();
  };
  const reader = turn.read(onNews);
  const heartbeat = setInterval(beat, HEARTBEAT_MS);
  response.on("drain", pump);
  response.on("close", () => {
    clearInterval(heartbeat);
    reader.leave();
  });
  onNews();
}

/** The next events together, about as many as a socket takes before it asks to wait. */
function takeSome(reader: TurnReader): string {
  let events = "";
  while (events.length < SOME_LENGTH) {
    const event = reader.take();
    if (event === undefined) break;
    events += event;
  }
  return events;
}
