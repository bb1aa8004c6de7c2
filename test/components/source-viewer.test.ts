import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { withImports } from "../../src/components/source-viewer.js";

it("lists the named files first, then all that they import, each once", () => {
  const sources = {
    "src/data/a.ts":
      'import {b} from "../science/b.js";\nimport type {C} from "./lib/c.js";\nimport x from "node:fs";',
    "src/science/b.ts": 'export * from "./d.js";\nimport {a} from "../data/a.js";',
    "src/science/d.ts": "",
    "src/data/lib/c.ts": 'const e = await import("./e.js");',
    "src/data/lib/e.ts": "",
    "src/other.ts": ""
  };
  expect(withImports(["src/data/a.ts", "src/missing.ts"], sources)).toEqual([
    "src/data/a.ts",
    "src/missing.ts",
    "src/science/b.ts",
    "src/data/lib/c.ts",
    "src/science/d.ts",
    "src/data/lib/e.ts"
  ]);
});

it("the loader gives every kernel and component, sorted, the same each time", () => {
  const run = () =>
    execFileSync(process.execPath, ["--import", "tsx", "src/data/sources.json.ts"], {
      encoding: "utf8",
      maxBuffer: 2 ** 27
    });
  const text = run();
  const paths = Object.keys(JSON.parse(text) as Record<string, string>);
  expect(paths).toEqual([...paths].sort());
  expect(paths).toContain("src/science/provenance.ts");
  expect(paths).toContain("src/components/figure-frame.ts");
  expect(paths.every((path) => path.startsWith("src/"))).toBe(true);
  expect(run()).toBe(text);
});
