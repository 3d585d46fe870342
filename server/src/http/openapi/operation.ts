import type * as z from "zod";

/** What one route takes and answers, in words and schemas. */
export interface Operation {
  summary: string;
  tag: string;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Name of an answer in `answers.ts`, or how many of it a page or list holds. */
  answer?: string;
  /** `list`: `{ items }`; `page`: with `nextCursor` too. */
  many?: "list" | "page";
  status?: 200 | 201 | 204;
  /** Another kind of answer than JSON. */
  media?: string;
  /** Answers with an `ETag`; a change may name it in `If-Match`. */
  isVersioned?: boolean;
  /** Needs no sign-in. */
  isOpen?: boolean;
}

/** Routes as `METHOD /path`, the path as Express knows it. */
export type Operations = Record<string, Operation>;
