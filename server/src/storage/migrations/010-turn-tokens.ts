import type { Kysely } from "kysely";

/** What models read and wrote for each reply. */
export async function addTurnTokens({ schema }: Kysely<unknown>): Promise<void> {
  for (const column of ["input_tokens", "output_tokens"])
    await schema.alterTable("messages").addColumn(column, "integer").execute();
}
