import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inventoryReport, inventoryText } from "../../tools/inventory.js";
import { expectedPages, inventory } from "../../src/science/claims/inventory.js";

let source: string;
const write = (page: string, text: string): void => {
  const file = join(source, `${page}.md`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const due = inventory.filter((item) => item.due);
const anchors = (page: string): string =>
  due
    .filter((item) => item.page === page)
    .map(({ anchor }) => `<figure id="${anchor}">`)
    .join("\n");
const fig5 = anchors("/figures/fig-5-voids-and-stress");

beforeEach(() => {
  source = mkdtempSync(join(tmpdir(), "inventory-"));
  for (const page of expectedPages) write(page, anchors(page));
});
afterEach(() => rmSync(source, { recursive: true }));

describe("the report", () => {
  it("finds no fault where every due page and item is there, whatever is still planned", () => {
    const { rows, faults } = inventoryReport(source);
    expect(faults).toEqual([]);
    expect(rows).toHaveLength(126);
    const status = Object.fromEntries(rows.map((row) => [row.id, row.status]));
    expect([status["5d"], status["S27"], status["Table S3"]]).toEqual(["shown", "shown", "shown"]);
    expect([status["5a"], status["4a"], status["C23"], status["Q5"]]).toEqual([
      "shown",
      "shown",
      "waiting",
      "waiting"
    ]);
    expect(inventoryText(rows)).toMatch(
      new RegExp(`126 items: ${due.length} shown, \\d+ waiting, \\d+ planned, 0 missing$`)
    );
  });

  it("names a due item that its page has lost", () => {
    write("/figures/fig-5-voids-and-stress", fig5.replace("fig-5e", "fig-5x"));
    expect(inventoryReport(source).faults).toEqual([
      'missing 5e on /figures/fig-5-voids-and-stress; must carry an element of id "fig-5e"'
    ]);
  });
});

describe("the study and its pages", () => {
  it("are complete: every panel, supplementary figure, table and claim is on its page", () => {
    const { rows, faults } = inventoryReport(new URL("../../src", import.meta.url).pathname);
    expect(faults).toEqual([]);
    expect(rows.filter(({ status }) => status !== "shown").map(({ id, page }) => `${id} on ${page}`)).toEqual(
      []
    );
    const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
    expect(
      rows
        .map(({ kind }) => kind)
        .filter((kind, i, all) => all.indexOf(kind) === i)
        .map((kind) => [kind, count(kind)])
    ).toEqual([
      ["panel", 35],
      ["figure", 28],
      ["table", 3],
      ["claim", 60]
    ]);
  });
});

describe("npm run inventory", () => {
  const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const command = ["--import", "tsx", "tools/inventory.ts", "--source", source, ...args];
      execFile(process.execPath, command, { maxBuffer: 1e8 }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err })
      );
    });

  it("ends with 0 where nothing is missing, and prints JSON for machines", async () => {
    const { code, out, err } = await run("--json");
    expect([code, err]).toEqual([0, ""]);
    expect((JSON.parse(out) as unknown[]).length).toBe(126);
  });

  it("ends with 1 and one sentence where a page is missing", async () => {
    rmSync(join(source, "claims.md"));
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(err.trim()).toBe("missing page: /claims; must be at src/claims.md");
  });
});
