import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCells } from "../../tools/lib/check-cells.js";
import { repository, temporaryProject } from "./project.js";

async function check(page: string, more: Record<string, string> = {}): Promise<string[]> {
  const project = temporaryProject({ "src/deep/page.md": page, ...more });
  cpSync(join(repository, "src/framework.d.ts"), join(project, "src/framework.d.ts"));
  const problems = await checkCells(project, join(project, "src"));
  return problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

const fence = "```";

describe("the check of cells", () => {
  it("accepts what Framework gives: names, awaited promises, values of views, generators, rows of SQL", async () => {
    expect(
      await check(
        `---
title: Fine
---
# Fine

${fence}ts
import { twice } from "../components/twice.js";
import * as d3 from "npm:d3";
const table = FileAttachment("../data/x.arrow").arrow();
const n = view(Inputs.range([0, 10], { value: 1 }));
const kind = "a";
const count = Mutable(0);
function* ticks() { yield 1; }
const tick = (function* () { yield 1; })();
${fence}

${fence}ts
interface Row { x: number }
const rows: Row[] = [{ x: twice(n) + table.numRows + count.valueOf() + tick.valueOf() }];
const strict: "a" | "b" = kind;
display(Plot.plot({ marks: [Plot.dot(rows, { x: "x" })] }));
display(html\`<p>\${d3.sum(rows, (d) => d.x)} \${width} \${strict}\`);
${fence}

${fence}js
const f = (a) => a;
${fence}

${fence}sql id=[first]
SELECT \${n} AS y
${fence}

${fence}ts run=false
this is only shown
${fence}

Text \${first.y} and \`\${nothing}\`, \${resize((w) => f(w))}.

<div class="card">\${tex\`x_{\${n}}\`}</div>
`,
        { "src/components/twice.ts": "export const twice = (x: number): number => 2 * x;\n" }
      )
    ).toEqual([]);
  });

  it("reports each planted fault at its line and column", async () => {
    const found = await check(`# Faulty

${fence}ts
const n: number = "one";
const table = FileAttachment("x.arrow").arrow();
${fence}

- in a list:

  ${fence}ts
  display(table.nothing);
  display(lodash);
  ${fence}

Text \${n.toFixed()} and \${unknownName}
goes on \${n as string} here.

<p>\${alsoUnknown}</p>

${fence}ts
const n = 2;
${fence}

${fence}js
let x: number = 1;
${fence}

${fence}html
<p>\${missingToo}</p>
${fence}

${fence}ts
import { sum } from "npm:d3";
${fence}
`);
    const at = (place: string): string[] =>
      found.filter((line) => line.startsWith(`src/deep/page.md:${place} `)).map((line) => line.slice(17));
    expect(at("4:7").join()).toContain("not assignable to type 'number'");
    expect(at("11:17").join()).toContain("'nothing' does not exist");
    expect(at("12:11").join()).toContain("Cannot find name 'lodash'");
    expect(at("15:27").join()).toContain("Cannot find name 'unknownName'");
    expect(at("16:11").join()).toContain("invalid JavaScript in ${…}");
    expect(at("18:6").join()).toContain("Cannot find name 'alsoUnknown'");
    expect(at("21:1").join()).toContain("Cannot redeclare block-scoped variable 'n'");
    expect(at("25:6").join()).toContain("invalid JavaScript in a js cell");
    expect(at("29:6").join()).toContain("Cannot find name 'missingToo'");
    expect(at("33:1").join()).toContain("'sum' is declared but its value is never read");
  });

  it("asks for short cells", async () => {
    const cell = (count: number): string => `${fence}ts\n${"display(1);\n".repeat(count)}${fence}\n`;
    const found = await check(cell(25) + cell(26));
    expect(found.join()).toBe(
      "src/deep/page.md:29:1 invalid length of cell: 26 lines; a cell has at most 25, move the rest to a component"
    );
  });

  it("keeps the names of cells out of modules", () => {
    expect(readFileSync(join(repository, "src/framework.d.ts"), "utf8")).not.toMatch(
      /declare (global|const|function)/
    );
  });
});
