// The checks against measured data, where LRTMO_REAL_DATA names a folder that holds them; else skipped with one line.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { reader } from "../../../src/data/lib/validation/measured.js";
import {
  passes,
  type Check,
  type Finding,
  type Part,
  type ReadFile
} from "../../../src/data/lib/validation/part.js";

const root = process.env.LRTMO_REAL_DATA ?? "../shared/data";

export interface Measured {
  read: ReadFile;
  /** absolute or relative path of the folder */
  folder: string;
  /** what is obtained, by the name of the check; the first of several */
  obtained: (what: string) => number;
  checks: () => Check[];
}

/** Runs a part once, holds all its checks, and lets `more` add what a reader of the page should be able to trust. */
export function measured(part: Part, count: number, more: (data: Measured) => void = () => undefined): void {
  const folder = join(root, part.folder);
  const present = existsSync(folder);
  if (!present) console.log(`skipped: no ${part.folder} in LRTMO_REAL_DATA`);
  describe.skipIf(!present)(part.folder, () => {
    let finding: Finding = { checks: [] };
    const read = reader(folder, part.folder);
    beforeAll(async () => {
      finding = await part.evaluate(read);
    });
    test("every check passes", () => {
      expect(finding.checks).toHaveLength(count);
      expect(finding.checks.filter((check) => !passes(check))).toEqual([]);
      for (const { obtained, expected } of finding.checks) expect(obtained - expected).not.toBeNaN();
    });
    more({
      read,
      folder,
      checks: () => finding.checks,
      obtained: (what) => finding.checks.find((check) => check.what === what)?.obtained ?? NaN
    });
  });
}

/** The page says this of the data, word for word. */
export function said(words: string): void {
  const page = readFileSync(new URL("../../../src/validation.md", import.meta.url), "utf8");
  expect(page.replaceAll("\u00a0", " ")).toContain(words);
}
