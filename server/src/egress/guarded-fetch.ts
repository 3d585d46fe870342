import type { Egress } from "./guarded-request.ts";

/** Prompts hold whole conversations. */
const MAX_REQUEST_BYTES = 4 * 1_048_576;
const MAX_RESPONSE_BYTES = 8 * 1_048_576;
/** From the name's resolution to the last word. */
const TIMEOUT_MS = 300_000;

/** Statuses whose answers have no body, and must be given none (Fetch §2.2.3). */
const WITHOUT_BODY = new Set([204, 205, 304]);

/** A `fetch` through the one way out, for libraries that want one; it takes texts as bodies and streams what comes back. */
export function createGuardedFetch(egress: Pick<Egress, "open">, poolKey: string): typeof globalThis.fetch {
  return async (input, init = {}) => {
    const { method = "GET", body, signal } = init;
    if (body !== undefined && body !== null && typeof body !== "string")
      throw new TypeError("A guarded fetch sends text bodies alone");
    const {
      status,
      headers,
      body: answer,
    } = await egress.open({
      poolKey,
      method,
      url: input instanceof Request ? input.url : String(input),
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(typeof body === "string" ? { body } : {}),
      ...(signal ? { signal } : {}),
      timeoutMs: TIMEOUT_MS,
      maxRequestBytes: MAX_REQUEST_BYTES,
      maxResponseBytes: MAX_RESPONSE_BYTES,
    });
    const hasBody = !WITHOUT_BODY.has(status);
    if (!hasBody) await answer.cancel();
    return new Response(hasBody ? answer : null, { status, headers: flatHeaders(headers) });
  };
}

function flatHeaders(headers: Record<string, string | string[]>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, each]),
  );
}
