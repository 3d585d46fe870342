import { Client } from "pg";

export const POSTGRES = "postgres://postgres@127.0.0.1:5432/test";

/** Asks PostgreSQL itself. @throws when there is none */
export async function askPostgres<Result>(ask: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: POSTGRES, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
