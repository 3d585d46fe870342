import type { Readable } from "node:stream";

/** Reads a stream to its end. As soon as it holds more than `maxBytes`, destroys it and throws `onTooLarge()`. */
export async function readBounded(
  stream: Readable,
  maxBytes: number,
  onTooLarge: () => Error,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw onTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
