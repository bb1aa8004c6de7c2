import { availableParallelism } from "node:os";
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { BrowsersFirst } from "./tools/browsers-first.js";

/** Tests that put another module in a kernel's place: what they do must not be seen by the file that comes after them. */
const replacing = ["test/science/mechanics/finite-stop.test.ts"];
const kernels = "test/science/**/*.test.ts";

const project = (
  name: string,
  test: NonNullable<TestProjectInlineConfiguration["test"]>
): TestProjectInlineConfiguration => ({ extends: true, test: { name, ...test } });

export default defineConfig({
  resolve: {
    // Pages and components import libraries as Framework wants it, `npm:NAME`; here they come from node_modules.
    alias: [{ find: /^npm:(.+)$/, replacement: "$1" }]
  },
  test: {
    projects: [
      // Kernels are pure: files of one worker share their modules, which spares a process for each.
      project("kernels", {
        include: [kernels],
        exclude: [...configDefaults.exclude, ...replacing],
        isolate: false
      }),
      project("others", { include: ["test/!(science)/**/*.test.ts", "test/*.test.ts", ...replacing] })
    ],
    // one more than there are cores: pages in a browser wait a good part of their time
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: BrowsersFirst },
    setupFiles: ["test/seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // a busy machine may need more than the second that polls have by default
    expect: { poll: { timeout: 15_000 } },
    reporters: ["default", "./tools/closing-line.ts"]
  }
});
