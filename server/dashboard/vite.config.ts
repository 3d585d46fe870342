import { defineConfig, type Plugin } from "vite";

/** What the first load is made of; the size budget counts files of these names. */
const FIRST_LOAD = /^assets\/(index|first)-/;

/** Where the files of every page lie; a language other than English is a file of its own. */
const SHARED = [
  /\/node_modules\/.*preact/,
  /\/dashboard\/src\/(api|components|forms|pages)\/[^/]+$/,
  /\/dashboard\/src\/words\/(en\/[^/]+|(en|format|language|words)\.ts)$/,
];

/** What every page is made of comes in one file with the first load, instead of one for each set of pages. */
function isShared(id: string): boolean {
  return SHARED.some((place) => place.test(id));
}

/** Fails the build when the first load holds a file that the budget would not count. */
function countFirstLoad(): Plugin {
  return {
    name: "count-first-load",
    generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
      const files = entry?.type === "chunk" ? [entry.fileName, ...entry.imports] : [];
      const uncounted = files.filter((name) => !FIRST_LOAD.test(name));
      if (uncounted.length > 0)
        this.error(`the first load has ${uncounted.join(", ")}, which no budget counts`);
    },
  };
}

export default defineConfig({
  base: "/",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [countFirstLoad()],
  build: {
    target: "es2022",
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: "first", test: isShared }] },
      },
    },
  },
});
