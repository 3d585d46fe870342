import type { Plugin, UserConfig } from "vite";
import { defineConfig } from "vite";

/** What the server replaces in the loader; exactly one must stand in the built file. */
const EMBED = "__ERRAND_EMBED__";

const loader: UserConfig = {
  plugins: [assertOneEmbed()],
  build: {
    emptyOutDir: true,
    rolldownOptions: {
      input: { loader: "src/loader/main.ts" },
      output: { format: "iife", entryFileNames: "[name].js" },
    },
  },
};

const panel: UserConfig = {
  plugins: [dropAnnotations(), writeManifest()],
  build: {
    emptyOutDir: false,
    // A library, because an application would bring code to preload style sheets that are not there.
    lib: { entry: { panel: "src/panel/main.ts" }, formats: ["es"] },
    rolldownOptions: {
      // Files loaded later take what they share from the panel itself.
      preserveEntrySignatures: "allow-extension",
      output: { entryFileNames: "[name]-[hash].js", chunkFileNames: "[name]-[hash].js", minify: true },
    },
  },
};

export default defineConfig(({ mode }) => {
  const chosen = mode === "loader" ? loader : panel;
  return {
    ...chosen,
    base: "./",
    publicDir: false,
    build: {
      target: "es2023",
      cssTarget: ["chrome125", "safari18", "firefox129"],
      modulePreload: false,
      reportCompressedSize: false,
      ...chosen.build,
    },
  };
});

function assertOneEmbed(): Plugin {
  return {
    name: "assert-one-embed",
    generateBundle(_options, bundle) {
      const file = bundle["loader.js"];
      const count = file?.type === "chunk" ? file.code.split(EMBED).length - 1 : 0;
      if (count !== 1)
        this.error(`loader.js holds ${EMBED} ${count} times; the server replaces exactly one.`);
    },
  };
}

/** A library keeps its hints for the next bundler; here there is none. */
function dropAnnotations(): Plugin {
  return {
    name: "drop-annotations",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk") file.code = file.code.replaceAll(/(\w?)\/\* @__PURE__ \*\/ /g, keepApart);
      }
    },
  };
}

/** `return` must not grow together with what it returns. */
const keepApart = (_annotation: string, before: string) => (before ? `${before} ` : "");

function writeManifest(): Plugin {
  return {
    name: "write-manifest",
    generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
      const source = JSON.stringify({ panel: entry?.fileName });
      this.emitFile({ type: "asset", fileName: "manifest.json", source });
    },
  };
}
