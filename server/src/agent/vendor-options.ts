import type { SharedV4ProviderOptions } from "@ai-sdk/provider";

/** Marks the end of what Anthropic may keep between calls; other vendors find a common beginning by themselves. */
export const CACHED: SharedV4ProviderOptions = { anthropic: { cacheControl: { type: "ephemeral" } } };

/** OpenAI would keep every conversation for thirty days; ours are kept here alone. */
export const UNSTORED: SharedV4ProviderOptions = { openai: { store: false } };
