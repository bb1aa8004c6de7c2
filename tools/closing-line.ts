import type { Reporter, TestModule } from "vitest/node";

/**
 * Prints the counts as a last plain line, "N passed, N failed[, N skipped]", for people and machines alike; steps that
 * failed before the tests (LRTMO_FAILED_STEPS) count as failures.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      // A file that cannot be loaded holds no tests, but it is a failure all the same.
      if (module.state() === "failed" && ![...module.children.allTests()].some(failed)) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed" || state === "failed") counts[state] += 1;
        else counts.skipped += 1;
      }
    }
    const steps = (process.env["LRTMO_FAILED_STEPS"] ?? "").split(",").filter((name) => name !== "");
    for (const step of steps) console.log(`failed before the tests: ${step}`);
    counts.failed += errors.length + steps.length;
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
    console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
    if (counts.passed + counts.failed === 0) process.exitCode = 1;
  }
}

const failed = (test: { result(): { state: string } }): boolean => test.result().state === "failed";
