import type { Kysely } from "kysely";

/** Whose models a site's own address and key are for. */
export async function addModelVendor({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable("site_models").addColumn("vendor", "text").execute();
}
