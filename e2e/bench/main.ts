/* oxlint-disable no-console -- a benchmark's table is its output. */
/** `npm run bench -- <name>`: the browser's benchmark is `widget`; all others are the server's own. */

const [name] = process.argv.slice(2);
if (name === "widget") {
  const { benchWidget } = await import("./widget.ts");
  console.table(await benchWidget());
} else {
  // By address, because the server's benchmarks are checked with the server, not with the browser's types.
  await import(new URL("../../server/bench/main.ts", import.meta.url).href);
}
