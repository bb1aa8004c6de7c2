import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readForks } from "../../../src/data/lib/forks.js";

it("ships at least two forks, none behind its origin, each with something changed", () => {
  const forks = readForks(fileURLToPath(new URL("../../../src", import.meta.url)));
  expect(forks.length).toBeGreaterThanOrEqual(2);
  for (const fork of forks) {
    expect(fork.behind, fork.path).toBe(false);
    expect(fork.differences.length, fork.path).toBeGreaterThan(0);
  }
});
