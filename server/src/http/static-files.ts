import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { constants, brotliCompressSync } from "node:zlib";
import type { Request, Response } from "express";

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".png": "image/png",
};

/** `Cache-Control` of files whose name changes with their content (RFC 8246). */
export const IMMUTABLE = "public, max-age=31536000, immutable";

/** A built file, ready to send. */
export interface StaticFile {
  type: string;
  plain: Buffer;
  /** Made when first asked for, then kept. */
  brotli?: Buffer;
}

/** Every file below a folder of built assets by its path, in memory: there are few, and their names never change. */
export function readFolder(folder: string): Map<string, StaticFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(folder.length + 1).replaceAll("\\", "/");
      return [name, toStaticFile(readFileSync(path), extname(entry.name))];
    }),
  );
}

export function toStaticFile(plain: Buffer, extension: string): StaticFile {
  return { plain, type: TYPES[extension] ?? "application/octet-stream" };
}

/** Sends a file, compressed with Brotli (RFC 7932) at its best where the browser takes it. */
export function sendFile(request: Request, response: Response, file: StaticFile): void {
  response.vary("Accept-Encoding");
  response.set("Content-Type", file.type);
  if (request.acceptsEncodings("br") !== "br") {
    response.send(file.plain);
    return;
  }
  file.brotli ??= brotliCompressSync(file.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  response.set("Content-Encoding", "br").send(file.brotli);
}
