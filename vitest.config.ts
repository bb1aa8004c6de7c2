import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // Pages and components import libraries as Framework wants it, `npm:NAME`; here they come from node_modules.
    alias: [{ find: /^npm:(.+)$/, replacement: "$1" }]
  },
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default", "./tools/closing-line.ts"]
  }
});
