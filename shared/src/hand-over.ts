import * as z from "zod";
import { checkUrl } from "./url-check.ts";
import { localizedText } from "./text.ts";

const webhookUrl = z
  .string()
  .trim()
  .max(2_048)
  .superRefine((url, context) => {
    for (const { message } of checkUrl(url)) context.addIssue({ code: "custom", message });
    if (url.includes("{{")) context.addIssue({ code: "custom", message: "must not hold a placeholder" });
  });

/** How a site's conversations reach a person. */
export const handOverSchema = z
  .strictObject({
    enabled: z.boolean().default(false),
    /** Where the conversation is sent, signed as Standard Webhooks say. */
    webhookUrl: webhookUrl.nullable().default(null),
    /** Who gets it by mail, when the operator has set up mail. */
    email: z.email().max(320).nullable().default(null),
    /** What the visitor is told happens next; empty for the product's own words. */
    message: localizedText.default({}),
  })
  .refine(({ enabled, webhookUrl, email }) => !enabled || webhookUrl !== null || email !== null, {
    path: ["enabled"],
    message: "needs a webhookUrl or an email",
  });
