import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "./project.js";

interface Lock {
  packages: Record<string, { version?: string; resolved?: string; integrity?: string; inBundle?: boolean }>;
}

const read = (file: string): string => readFileSync(join(repository, file), "utf8");

it("the lock file names no host, so that any registry serves it", () => {
  const { packages } = JSON.parse(read("package-lock.json")) as Lock;
  const entries = Object.entries(packages).filter(([path]) => path !== "");
  expect(entries.length).toBeGreaterThan(100);
  expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  // What comes inside another package has no digest of its own.
  expect(entries.filter(([, { integrity, inBundle }]) => integrity === undefined && !inBundle)).toEqual([]);
});

it("every dependency is pinned to one version", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
    string,
    Record<string, string>
  >;
  const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, v]) => !/^\d+\.\d+\.\d+$/.test(v)
  );
  expect(ranges).toEqual([]);
});
