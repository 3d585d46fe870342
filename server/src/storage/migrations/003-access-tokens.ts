import type { Kysely } from "kysely";

export async function addAccessTokens(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable("actions").addColumn("access_token_sealed", "text").execute();
}
