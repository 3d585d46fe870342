import type { TokenUsage } from "@errand/shared/conversation-view";
import type { Database } from "../storage/database.ts";
import { prepareStatement } from "../storage/prepare.ts";
import { writerOf } from "../storage/write-together.ts";

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
  const write = writerOf(database);
  const addUsage = prepareStatement((used: TokenUsage & { siteId: string; day: string }) =>
    database
      .insertInto("token_usage")
      .values({
        site_id: used.siteId,
        day: used.day,
        input_tokens: used.inputTokens,
        output_tokens: used.outputTokens,
      })
      .onConflict((conflict) =>
        conflict.columns(["site_id", "day"]).doUpdateSet((eb) => ({
          input_tokens: eb("token_usage.input_tokens", "+", eb.ref("excluded.input_tokens")),
          output_tokens: eb("token_usage.output_tokens", "+", eb.ref("excluded.output_tokens")),
        })),
      ),
  );
  return {
    async add(siteId, { inputTokens, outputTokens }) {
      await write(addUsage({ siteId, day: today(), inputTokens, outputTokens }));
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
