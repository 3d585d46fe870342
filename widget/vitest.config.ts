import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    environment: "happy-dom",
    include: ["{src,test}/**/*.test.{ts,tsx}"],
    // A page's fetches go to the fake server of a test, never to the network.
    setupFiles: ["test/setup.ts"],
  },
});
