import type { Database } from "../storage/database.ts";

/** Tokens that models have read and written. */
export interface TokenUsage {
  inputTokens: number;
  outputTokens: number;
}

/** What each site has used, by UTC day. */
export interface TokenUsageStore {
  add(siteId: string, usage: TokenUsage): Promise<void>;
  today(siteId: string): Promise<TokenUsage>;
}

export function createTokenUsageStore(
  database: Database,
  now: () => Date = () => new Date(),
): TokenUsageStore {
  const today = (): string => now().toISOString().slice(0, 10);
  return {
    async add(siteId, { inputTokens, outputTokens }) {
      await database
        .insertInto("token_usage")
        .values({ site_id: siteId, day: today(), input_tokens: inputTokens, output_tokens: outputTokens })
        .onConflict((conflict) =>
          conflict.columns(["site_id", "day"]).doUpdateSet((eb) => ({
            input_tokens: eb("token_usage.input_tokens", "+", inputTokens),
            output_tokens: eb("token_usage.output_tokens", "+", outputTokens),
          })),
        )
        .execute();
    },
    async today(siteId) {
      const row = await database
        .selectFrom("token_usage")
        .selectAll()
        .where("site_id", "=", siteId)
        .where("day", "=", today())
        .executeTakeFirst();
      return { inputTokens: Number(row?.input_tokens ?? 0), outputTokens: Number(row?.output_tokens ?? 0) };
    },
  };
}
