import type { ProblemCode, SessionResponse, StreamChunk } from "@errand/shared/wire";
import { vi } from "vitest";

/** A request as it left the page. */
export interface SentRequest {
  call: string;
  token?: string;
  /** From the question mark on. */
  query?: string;
  body?: unknown;
}

type Handler = (request: SentRequest) => Response | Promise<Response>;

export const API = "https://chat.example.com";

/** Answers the page's requests by `METHOD /path`, conversation ids as `:id`, and keeps what was asked. */
export function createFakeServer(handlers: Record<string, Handler>) {
  const sent: SentRequest[] = [];
  let sessions = 0;
  const all: Record<string, Handler> = {
    "POST /v1/sessions": () => sessionAnswer({ session: `session-${++sessions}` }),
    "GET /v1/chat/:id": () => problem(404, "not_found", "There is no such conversation."),
    "GET /v1/chat/:id/stream": () => new Response(null, { status: 204 }),
    "DELETE /v1/sessions/current": () => new Response(null, { status: 204 }),
    ...handlers,
  };
  vi.stubGlobal("fetch", async (address: string | URL, init: RequestInit = {}) => {
    const { pathname, search } = new URL(address);
    const path = pathname.replace(/cnv_\w+/, ":id");
    const headers = new Headers(init.headers);
    const token = headers.get("authorization")?.replace("Bearer ", "");
    const request: SentRequest = {
      call: `${init.method ?? "GET"} ${path}`,
      ...(token && { token }),
      ...(search && { query: search }),
      ...(typeof init.body === "string" && { body: JSON.parse(init.body) }),
    };
    sent.push(request);
    const handler = all[request.call];
    if (!handler) throw new Error(`The fake server does not know ${request.call}`);
    return handler(request);
  });
  return { sent, calls: () => sent.map(({ call }) => call) };
}

export const json = (value: unknown, status = 200) => Response.json(value, { status });

export function sessionAnswer(part: Partial<SessionResponse> = {}): Response {
  const expiresAt = new Date(Date.now() + 1_800_000).toISOString();
  return json({
    session: "session-1",
    expiresAt,
    locale: "en",
    visitor: { verification: "anonymous" },
    ...part,
  });
}

export function problem(status: number, code: ProblemCode, title: string): Response {
  return json({ type: "about:blank", title, status, code }, status);
}

/** A stream of server-sent events; without `isWhole` the line breaks after the last chunk. */
export function events(chunks: StreamChunk[], isWhole = true): Response {
  const data = [...chunks.map((chunk) => JSON.stringify(chunk)), ...(isWhole ? ["[DONE]"] : [])];
  return new Response(data.map((event) => `data: ${event}\n\n`).join(""));
}

/** The chunks of a reply that is one text. */
export function textReply(text: string, messageId = "msg_reply"): StreamChunk[] {
  return [
    { type: "start", messageId },
    { type: "text-start", id: "1" },
    { type: "text-delta", id: "1", delta: text },
    { type: "text-end", id: "1" },
    { type: "finish", finishReason: "stop" },
  ];
}
