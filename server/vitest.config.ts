import { globSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const include = ["src/**/*.test.ts", "test/**/*.test.ts"];

/** Files that put something else in a module's place: others must not find it there. */
const replacing = globSync(include, { cwd: import.meta.dirname }).filter((file) =>
  readFileSync(new URL(file, import.meta.url), "utf8").includes("vi.mock("),
);

export default defineConfig({
  test: {
    environment: "node",
    testTimeout: 60_000,
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "server",
          include,
          exclude: replacing,
          isolate: false,
          globalSetup: "test/global-setup.ts",
        },
      },
      { extends: true, test: { name: "replaced modules", include: replacing } },
    ],
  },
});
