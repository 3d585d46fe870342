/* oxlint-disable no-console -- a benchmark's table is its output. */
/** `npm run bench -- <name>`: prints a table of measured figures. */

import type { Row } from "./row.ts";

/** Benchmarks by name; each answers its rows. */
const BENCHES: Record<string, () => Promise<Row[]>> = {
  actions: async () => (await import("./actions/bench.ts")).benchActions(),
  identity: async () => (await import("./identity/bench.ts")).benchIdentity(),
  model: async () => (await import("./model/bench.ts")).benchModel(),
  turns: async () => (await import("./turns/bench.ts")).benchTurns(),
};

const [name = ""] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) console.table(await bench());
else {
  console.error(`There is no benchmark "${name}". There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exitCode = 1;
}
