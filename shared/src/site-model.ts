import * as z from "zod";
import type { CredentialView } from "./action.ts";

const VENDORS = "openai, anthropic, google or compatible";

/** Which model: `built-in`, or `<vendor>:<model id>`. */
export const modelSpec = z
  .string()
  .trim()
  .max(120)
  .regex(
    /^(?:built-in|(?:openai|anthropic|google|compatible):\S+)$/,
    `must be built-in, or a vendor and a model such as openai:gpt-5, where the vendor is ${VENDORS}`,
  );

const baseUrl = z
  .string()
  .trim()
  .max(2_048)
  .regex(
    /^https:\/\/[^\s?#]+$/,
    "must be an https address without a query, such as https://llm.example.com/v1",
  )
  .transform((url) => url.replace(/\/+$/, ""));

/** Body of `PUT /admin/v1/sites/:site/model`. */
export const siteModelSchema = z.strictObject({
  /** Null for the operator's model. */
  spec: modelSpec.nullable(),
  /** Where the vendor's protocol is spoken; null for the vendor's own address. `compatible:` needs one. */
  baseUrl: baseUrl.nullable().default(null),
  /** Text sets the key, null removes it, left out it stays as long as vendor and address do. */
  apiKey: z.string().trim().min(1).max(1_000).nullable().optional(),
  /** The model that answers when the first one does not; it is one of the operator's. */
  fallback: modelSpec.nullable().default(null),
  /** Input and output tokens that the site may use in a UTC day; null for no limit. */
  dailyTokenBudget: z.int().min(1_000).max(1_000_000_000_000).nullable().default(null),
});

/** A site's model as the owner API answers it. */
export interface SiteModelView {
  spec: string | null;
  baseUrl: string | null;
  apiKey: CredentialView;
  fallback: string | null;
  dailyTokenBudget: number | null;
  /** What the site has used this UTC day. */
  usage: { today: { inputTokens: number; outputTokens: number } };
}

/** Answer of `POST /admin/v1/sites/:site/model/test`. */
export interface ModelTestResult {
  ok: boolean;
  durationMs: number;
  /** What the model said, or why it did not. */
  message: string;
}
