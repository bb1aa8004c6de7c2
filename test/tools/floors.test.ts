import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";
import { repository } from "./project.js";

let eslint: ESLint;
beforeAll(() => {
  // The rules that need types would read the file from the disk; those tested here do not.
  eslint = new ESLint({
    cwd: repository,
    overrideConfig: [{ files: ["**/*.ts"], languageOptions: { parserOptions: { projectService: false } } }],
    ruleFilter: ({ ruleId }) => ruleId.startsWith("no-restricted") || ruleId.endsWith("no-restricted-imports")
  });
});

async function faults(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ message }) => message);
}

describe("the floors of the house", () => {
  it.each([
    ["src/science/numerics/x.ts", 'import { a } from "../material/a.js";'],
    ["src/science/material/x.ts", 'import { a } from "../particle/a.js";'],
    ["src/science/particle/x.ts", 'import type { A } from "../pathways/a.js";'],
    ["src/science/pathways/x.ts", 'import { a } from "../mechanics/a.js";'],
    ["src/science/mechanics/x.ts", 'import { a } from "../claims/a.js";'],
    ["src/science/mechanics/x.ts", 'import { a } from "../../components/a.js";'],
    ["src/science/mechanics/x.ts", 'import { a } from "../../data/lib/a.js";'],
    ["src/science/mechanics/x.ts", 'import { readFileSync } from "node:fs";'],
    ["src/science/mechanics/x.ts", 'import * as d3 from "d3";'],
    ["src/science/mechanics/x.ts", 'import * as d3 from "npm:d3";'],
    ["src/science/mechanics/x.ts", 'import { Table } from "apache-arrow";'],
    ["src/science/mechanics/x.ts", "export const a = Math.random();"],
    ["src/science/mechanics/x.ts", "export const a = Date.now();"],
    ["src/science/mechanics/x.ts", "export const a = performance.now();"],
    ["src/science/mechanics/x.ts", "export const a = document.title;"],
    ["src/science/mechanics/x.ts", "export const a = process.env;"],
    ["src/science/x.ts", "export const a = fetch;"],
    ["src/components/x.ts", 'import { a } from "../data/lib/a.js";'],
    ["src/components/sql/x.ts", 'import { a } from "../../data/lib/a.js";'],
    ["src/components/x.ts", 'import { a } from "node:fs";'],
    ["src/data/x.arrow.ts", 'import { a } from "../components/a.js";']
  ])("%s must not say %s", async (file, code) => {
    expect(await faults(file, `${code}\n`)).toHaveLength(1);
  });

  it.each([
    ["src/science/numerics/x.ts", 'import Delaunator from "delaunator";\nimport { a } from "./a.js";'],
    [
      "src/science/mechanics/x.ts",
      'import { a } from "../numerics/a.js";\nimport { b } from "../particle/b.js";'
    ],
    ["src/science/mechanics/x.ts", 'import type { Parameter } from "../parameters.js";'],
    [
      "src/components/x.ts",
      'import type { A } from "../data/lib/a.js";\nimport { b } from "../science/numerics/b.js";'
    ],
    ["src/components/x.ts", 'import * as d3 from "npm:d3";\nexport const now = performance.now();'],
    [
      "src/data/x.arrow.ts",
      'import { a } from "../science/mechanics/a.js";\nimport { b } from "./lib/b.js";'
    ],
    ["tools/x.ts", 'import { a } from "../src/data/lib/a.js";']
  ])("%s may say %s", async (file, code) => {
    expect(await faults(file, `${code}\n`)).toEqual([]);
  });
});
