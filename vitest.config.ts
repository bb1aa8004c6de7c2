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
    // a busy machine may need more than the second that polls have by default
    expect: { poll: { timeout: 15_000 } },
    reporters: ["default", "./tools/closing-line.ts"]
  }
});
