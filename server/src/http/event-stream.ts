import type { Response } from "express";
import type { LiveTurn } from "../conversations/live-turns.ts";

/** Silence after which a comment keeps proxies from closing the connection, in milliseconds. */
const HEARTBEAT_MS = 15_000;

/**
 * Sends a turn as server-sent events (WHATWG HTML §9.2); the reader going away does not end the turn.
 * A slow reader is written to no faster than it reads, and cut off when it takes nothing for two heartbeats.
 */
export function sendTurn(response: Response, turn: LiveTurn): void {
  if (response.destroyed) return;
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
    "x-vercel-ai-ui-message-stream": "v1",
  });
  response.flushHeaders();
  let missedBeats = 0;
  const isBlocked = (): boolean => response.destroyed || response.writableEnded || response.writableNeedDrain;
  const pump = (): void => {
    while (!isBlocked()) {
      const event = reader.take();
      if (event === undefined) break;
      response.write(event);
    }
    if (turn.isOver && !isBlocked()) response.end();
  };
  const beat = (): void => {
    if (!isBlocked()) {
      missedBeats = 0;
      response.write(":\n\n");
    } else if ((missedBeats += 1) > 1) response.destroy();
  };
  const reader = turn.read(pump);
  const heartbeat = setInterval(beat, HEARTBEAT_MS);
  response.on("drain", pump);
  response.on("close", () => {
    clearInterval(heartbeat);
    reader.leave();
  });
  pump();
}
