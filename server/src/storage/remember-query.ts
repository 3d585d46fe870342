import type { Compilable } from "kysely";
import { deepFreeze } from "../remember.ts";
import { atOnceOf } from "./at-once.ts";
import type { Database } from "./database.ts";
import { isRemembered } from "./edition.ts";
import { prepareQuery } from "./prepare.ts";

const MAX_REMEMBERED = 1_000;

/**
 * A query for what seldom changes, such as a site and its keys, and what is made of its rows. An embedded database is
 * asked again only when this process or another has changed anything but what visitors write. A database server is
 * always asked: it alone knows what others have written. What is made is shared and frozen.
 * @throws TypeError for a query that reads what visitors write
 */
export function rememberQuery<Values extends Record<string, string>, Row, Made>(
  database: Database,
  build: (values: Values) => Compilable<Row>,
  make: (rows: Row[]) => Made,
): (values: Values) => Promise<Made> {
  const ask = prepareQuery(database, (values: Values) => requireRemembered(build(values)));
  let edition: number | undefined;
  const remembered = new Map<string, { made: Made }>();
  return async (values) => {
    const current = atOnceOf(database)?.edition();
    if (current === undefined) return make(await ask(values));
    if (current !== edition) remembered.clear();
    edition = current;
    const key = Object.values(values).join("\n");
    const known = remembered.get(key);
    if (known) return known.made;
    const made = deepFreeze(make(await ask(values)));
    // Meanwhile others may have noticed a change.
    if (edition !== current) return made;
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(key, { made });
    return made;
  };
}

function requireRemembered<Row>(query: Compilable<Row>): Compilable<Row> {
  const { sql } = query.compile();
  if (isRemembered(sql)) return query;
  throw new TypeError(`What visitors write is not remembered: ${sql}`);
}
