import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository, temporaryProject } from "./project.js";

function lastLine(tests: string, failedSteps = ""): { line: string; status: number | null } {
  const project = temporaryProject({ "a.test.ts": tests });
  const args = ["run", "--root", project, "--reporter", join(repository, "tools/closing-line.ts")];
  const vitest = join(repository, "node_modules/vitest/vitest.mjs");
  const { stdout, status } = spawnSync(process.execPath, [vitest, ...args], {
    encoding: "utf8",
    env: { ...process.env, LRTMO_FAILED_STEPS: failedSteps, NO_COLOR: "1" }
  });
  return { line: stdout.trim().split("\n").at(-1) ?? "", status };
}

const pass = 'import { it, expect } from "vitest";\nit("a", () => expect(1).toBe(1));\n';

it.each([
  ["a passing test", pass, "", "1 passed, 0 failed", 0],
  ["a failing test", `${pass}it("b", () => expect(1).toBe(2));\n`, "", "1 passed, 1 failed", 1],
  ["a skipped test", `${pass}it.skipIf(true)("c", () => {});\n`, "", "1 passed, 0 failed, 1 skipped", 0],
  ["a file that cannot be loaded", 'import "./none.js";\n', "", "0 passed, 1 failed", 1],
  ["a step that failed before", pass, "build", "1 passed, 1 failed", 0]
])("counts %s", (_, tests, failedSteps, line, status) => {
  expect(lastLine(tests, failedSteps)).toEqual({ line, status });
});
