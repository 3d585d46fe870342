import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Plugin, UserConfig } from "vite";
import { minify, type MinifyOptions } from "terser";
import { defineConfig } from "vite";
import { leanLibraries } from "./lean-libraries.ts";

/** What the server replaces in the loader; exactly one must stand in the built file. */
const EMBED = "__ERRAND_EMBED__";

const MINIFY: MinifyOptions = {
  ecma: 2020,
  compress: { passes: 5, unsafe_arrows: true, pure_getters: true, lhs_constants: false },
};

/** Names that begin with `_` are inner ones of Preact and its signals, all of them in the panel's file. */
const MINIFY_MODULE: MinifyOptions = {
  ...MINIFY,
  module: true,
  mangle: { properties: { regex: /^_[a-z]/ } },
};

const loader: UserConfig = {
  // A classic script: what stands outside of its function would be a global name.
  plugins: [minifySmall(MINIFY), assertOneEmbed()],
  build: {
    emptyOutDir: true,
    rolldownOptions: {
      input: { loader: "src/loader/main.ts" },
      output: { format: "iife", entryFileNames: "[name].js" },
    },
  },
};

/** The dictionaries other than English, each a file of its own. */
const DICTIONARIES = globSync("src/locales/dictionaries/*.ts").sort();
/** One for all dictionaries, so that the panel need not list their names. */
const REVISION = createHash("sha256")
  .update(DICTIONARIES.map((path) => readFileSync(path, "utf8")).join())
  .digest("base64url")
  .slice(0, 8);
const WORDS = "words-";

const panel: UserConfig = {
  plugins: [leanLibraries(), nameDictionaries(), minifySmall(MINIFY_MODULE), writeManifest()],
  build: {
    emptyOutDir: false,
    // A library, because an application would bring code to preload style sheets that are not there.
    lib: {
      entry: {
        panel: "src/panel/main.ts",
        ...Object.fromEntries(DICTIONARIES.map((path) => [WORDS + basename(path, ".ts"), path])),
      },
      formats: ["es"],
    },
    rolldownOptions: {
      // Files loaded later take what they share from the panel itself.
      preserveEntrySignatures: "allow-extension",
      output: {
        entryFileNames: ({ name }) => `[name]-${name.startsWith(WORDS) ? REVISION : "[hash]"}.js`,
        chunkFileNames: "[name]-[hash].js",
      },
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
function minifySmall(options: MinifyOptions): Plugin {
  return {
    name: "minify-small",
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk") file.code = (await minify(file.code, options)).code ?? file.code;
      }
    },
  };
}

/** Lets the panel find a dictionary under its built name. */
function nameDictionaries(): Plugin {
  const source = "import(`./dictionaries/${name}.ts`)";
  return {
    name: "name-dictionaries",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/load-words.ts")) return undefined;
      if (!code.includes(source)) this.error(`load-words.ts does not hold ${source}`);
      return code.replace(source, `import(/* @vite-ignore */ \`./${WORDS}\${name}-${REVISION}.js\`)`);
    },
  };
}

function writeManifest(): Plugin {
  return {
    name: "write-manifest",
    generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === "chunk" && file.name === "panel");
      const source = JSON.stringify({ panel: entry?.fileName });
      this.emitFile({ type: "asset", fileName: "manifest.json", source });
    },
  };
}
