import * as z from "zod";

/** The longest JSON Schema of a page tool's parameters, in UTF-16 code units. */
const MAX_SCHEMA_LENGTH = 8_192;

const pageToolSchema = z.object({
  name: z
    .string()
    .regex(/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/, "must be letters, digits or _, starting with a letter"),
  description: z.string().trim().min(1, "must say when to use the tool").max(1_000),
  parameters: z
    .record(z.string(), z.json())
    .refine((schema) => JSON.stringify(schema).length <= MAX_SCHEMA_LENGTH, "must be at most 8 KB of JSON"),
});

/** The functions of the page that come with a visitor's message. */
export const pageToolsSchema = z
  .array(pageToolSchema)
  .max(16)
  .refine((tools) => new Set(tools.map(({ name }) => name)).size === tools.length, "a name stands twice");
