import type { Request } from "express";
import * as z from "zod";

/** The query of a request, by its schema; a filter that was left empty is none. */
export function readQuery<Schema extends z.ZodType>(
  { query }: Pick<Request, "query">,
  schema: Schema,
): z.output<Schema> {
  return schema.parse(Object.fromEntries(Object.entries(query).filter(([, value]) => value !== "")));
}

/** An id of ours, or what looks like one: no database accepts every text. */
export const idQuery = z.string().regex(/^\w{1,64}$/, "must be an id");

/** A time, as ISO 8601 UTC. */
export const timeQuery = z
  .union(
    [z.iso.datetime({ offset: true }), z.iso.date()],
    "must be an ISO 8601 date or time, such as 2026-03-01T12:00:00Z",
  )
  .transform((text) => new Date(text).toISOString());

/** How many entries a page holds. */
export const limitQuery = z.coerce.number().int().min(1).max(200).default(50);

/** A visitor's id, as identity tokens may hold it. */
export const subjectQuery = z
  .string()
  .min(1, "must not be empty")
  .max(255)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), "must be a visitor's id");
