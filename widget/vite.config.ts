import type { Plugin, UserConfig } from "vite";
import { minify, type MinifyOptions } from "terser";
import { defineConfig } from "vite";

/** What the server replaces in the loader; exactly one must stand in the built file. */
const EMBED = "__ERRAND_EMBED__";

const MINIFY: MinifyOptions = {
  module: true,
  ecma: 2020,
  compress: { passes: 2, unsafe_arrows: true, pure_getters: true },
};

const loader: UserConfig = {
  plugins: [minifySmall(), assertOneEmbed()],
  build: {
    emptyOutDir: true,
    rolldownOptions: {
      input: { loader: "src/loader/main.ts" },
      output: { format: "iife", entryFileNames: "[name].js" },
    },
  },
};

const panel: UserConfig = {
  plugins: [minifySmall(), writeManifest()],
  build: {
    emptyOutDir: false,
    // A library, because an application would bring code to preload style sheets that are not there.
    lib: { entry: { panel: "src/panel/main.ts" }, formats: ["es"] },
    rolldownOptions: {
      // Files loaded later take what they share from the panel itself.
      preserveEntrySignatures: "allow-extension",
      output: { entryFileNames: "[name]-[hash].js", chunkFileNames: "[name]-[hash].js" },
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

/** Minifies with terser, which makes smaller files than the bundler's own minifier and works on libraries too. */
function minifySmall(): Plugin {
  return {
    name: "minify-small",
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk") file.code = (await minify(file.code, MINIFY)).code ?? file.code;
      }
    },
  };
}

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
