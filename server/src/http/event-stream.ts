import type { Response } from "express";
import type { LiveTurn } from "../conversations/live-turns.ts";

/** Silence after which a comment keeps proxies from closing the connection, in milliseconds. */
const HEARTBEAT_MS = 15_000;

/** Sends a turn as server-sent events (WHATWG HTML §9.2); the reader going away does not end the turn. */
export function sendTurn(response: Response, turn: LiveTurn): void {
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-cache, no-transform",
    "X-Accel-Buffering": "no",
    "x-vercel-ai-ui-message-stream": "v1",
  });
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(":\n\n"), HEARTBEAT_MS);
  const leave = turn.read({
    onEvent: (event) => response.write(event),
    onEnd: () => {
      clearInterval(heartbeat);
      response.end();
    },
  });
  response.on("close", () => {
    clearInterval(heartbeat);
    leave();
  });
}
