import { defineConfig } from "@playwright/test";
import { findChromium } from "./tests/chromium.ts";

const launchOptions = await findChromium();

export default defineConfig({
  testDir: "tests",
  projects: [
    { name: "build", testMatch: "build.setup.ts" },
    { name: "journeys", dependencies: ["build"] },
  ],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [["list"]],
  // A trace of every test takes as long as the tests; `--trace on` records one of those that need it.
  use: {
    launchOptions,
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    screenshot: "only-on-failure",
  },
});
