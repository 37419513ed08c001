import {defineConfig} from "vitest/config";

export default defineConfig({
  // Components name packages as Framework does, which serves them from node_modules.
  resolve: {alias: [{find: /^npm:/, replacement: ""}]},
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/globalSetup.ts",
    testTimeout: 180_000,
    hookTimeout: 300_000,
    maxWorkers: 2
  }
});
