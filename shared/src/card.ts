import * as z from "zod";

const template = z.string().trim().max(500);
const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, "must be a host name, such as images.example.com");

/**
 * How an answer becomes a card or a list of cards. Every text is a template over one item of the answer,
 * such as `{{/name}}`.
 */
export const cardSchema = z.strictObject({
  layout: z.enum(["card", "list"]).default("card"),
  /** JSON Pointer to the item, or to the list of them; empty for the whole answer. */
  items: z
    .string()
    .regex(/^(\/.*)?$/, "must be a JSON Pointer, such as /orders")
    .default(""),
  title: template.min(1, "must not be empty"),
  subtitle: template.default(""),
  fields: z
    .array(z.strictObject({ label: z.string().trim().min(1).max(80), value: template.min(1) }))
    .max(12)
    .default([]),
  image: template.default(""),
  /** Hosts that an image may come from; without any, no image is shown. */
  imageHosts: z.array(host).max(10).default([]),
  link: z
    .strictObject({ url: template.min(1), label: z.string().trim().min(1).max(80) })
    .nullable()
    .default(null),
});

export type CardMapping = z.output<typeof cardSchema>;
