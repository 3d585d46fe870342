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
  // On a shared machine a test that a hiccup failed runs once more, and is reported as flaky.
  retries: process.env["CI"] ? 1 : 0,
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
