import { sql, type Kysely } from "kysely";

/** An index of the few runs that are under way, in place of one in which every run is moved at its end. */
export async function indexRunsUnderWay({ schema }: Kysely<unknown>): Promise<void> {
  await schema.dropIndex("runs_by_status").execute();
  await schema
    .createIndex("runs_under_way")
    .on("runs")
    .column("started_at")
    .where(sql.ref("status"), "=", sql.lit("started"))
    .execute();
}
