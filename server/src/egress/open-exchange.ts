import type { Pool } from "undici";
import { type Answer, type Exchange, refuseHead, toEgressError, tooLarge } from "./exchange.ts";

/** An answer whose body is still coming. */
export interface OpenAnswer extends Omit<Answer, "body"> {
  /** Fails with `EgressError` when the answer breaks off, is too large or takes too long. */
  body: ReadableStream<Uint8Array>;
}

interface Reader {
  /** For the errors of the body. */
  host: string;
  onHead(answer: OpenAnswer): void;
}

/** Sends one request and hands over its answer at the head, judged as `exchange` does; settles with the body's end. */
export function openExchange(pool: Pool, request: Exchange, { host, onHead }: Reader): Promise<void> {
  const { method, path, headers, body = null, maxResponseBytes, deadline } = request;
  return new Promise((resolve, reject) => {
    let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
    let status = 0;
    let size = 0;
    pool.dispatch(
      { method, path, headers, body },
      {
        onRequestStart(controller) {
          deadline.onOver((reason) => controller.abort(reason));
        },
        onResponseStart(controller, statusCode, received) {
          // Informational answers come before the real one (RFC 9110 §15.2).
          if (statusCode < 200) return;
          status = statusCode;
          const head = { status, headers: received as Answer["headers"] };
          const refusal = refuseHead(head, maxResponseBytes);
          if (refusal) {
            controller.abort(refusal);
            return;
          }
          const body = new ReadableStream<Uint8Array>({
            start: (opened) => void (stream = opened),
            pull: () => controller.resume(),
            cancel: () => controller.abort(new Error("Nobody reads this answer any more.")),
          });
          onHead({ ...head, body });
        },
        onResponseData(controller, chunk) {
          // Whenever it resumes, undici may report an empty chunk: pausing for that would go round for ever.
          if (chunk.byteLength === 0) return;
          size += chunk.byteLength;
          if (size > maxResponseBytes) {
            controller.abort(tooLarge(status, maxResponseBytes));
            return;
          }
          stream?.enqueue(chunk);
          if ((stream?.desiredSize ?? 0) <= 0) controller.pause();
        },
        onResponseEnd() {
          stream?.close();
          resolve();
        },
        onResponseError(_controller, error) {
          stream?.error(toEgressError(error, host));
          reject(error);
        },
      },
    );
  });
}
