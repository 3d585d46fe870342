import type { Request, Response } from "express";
import { ErrandError } from "../../errors.ts";

/** What owners may change at the same time; no two versions of one have the same `updatedAt`. */
interface Versioned {
  updatedAt: string;
}

const etagOf = ({ updatedAt }: Versioned) => `"${updatedAt}"`;

/** Answers with a view and its version as `ETag`, which a change may name in `If-Match` (RFC 9110 §8.8.3, §13.1.1). */
export function sendVersion(response: Response, view: Versioned): void {
  response.set("ETag", etagOf(view)).json(view);
}

/** Lets a change through that names no version, or the one that stands. @throws ErrandError `conflict`, 412 */
export function requireVersion({ headers }: Request, kind: string, stands: Versioned): void {
  const wanted = headers["if-match"]?.split(",").map((tag) => tag.trim());
  if (!wanted || wanted.includes("*") || wanted.includes(etagOf(stands))) return;
  const sentence = `This ${kind} was changed meanwhile. Read it again, then change it.`;
  throw new ErrandError("conflict", sentence, { status: 412 });
}
