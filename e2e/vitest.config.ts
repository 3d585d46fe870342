import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["shop/**/*.test.ts"], environment: "node" } });
