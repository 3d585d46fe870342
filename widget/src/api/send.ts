import { unreachable } from "./problem.ts";

/** One request of the visitor API; `body` goes as JSON. */
export interface SendOptions {
  method?: "GET" | "POST" | "DELETE";
  token?: string | undefined;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** Sends a request to the origin `api`, without cookies. Throws only when no answer came (`unreachable`). */
export async function send(api: string, path: string, options: SendOptions = {}): Promise<Response> {
  const { method = "GET", token, body, signal } = options;
  try {
    return await fetch(api + path, {
      method,
      credentials: "omit",
      // A page that is left must not cut off the end of a session.
      keepalive: method === "DELETE",
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      body: JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch {
    throw unreachable();
  }
}
