import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { dataBuild, type TableState } from "../../tools/lib/data-build.js";
import { repository, temporaryProject, write } from "./project.js";

const files = {
  "src/index.md":
    'Shown only: `FileAttachment("data/none.arrow")`\n\n```js\nFileAttachment("./data/rate/10C.txt").text()\n```\n',
  "src/science/a.ts": "export const a = 1;\n",
  "src/science/b.ts": 'import { a } from "./a.js";\nexport const b = a + 1;\n',
  "src/data/first.txt.ts": 'import { a } from "../science/a.js";\nprocess.stdout.write(`a=${a}`);\n',
  "src/data/second.txt.ts": 'import { b } from "../science/b.js";\nprocess.stdout.write(`b=${b}`);\n',
  "src/data/third.txt.ts":
    '// reads: src/notes/*.txt\nimport { readdirSync } from "node:fs";\nprocess.stdout.write(readdirSync("src/notes").join());\n',
  "src/data/rate/[rate].txt.ts":
    'import { parseArgs } from "node:util";\nconst { values } = parseArgs({ options: { rate: { type: "string" } } });\n' +
    "process.stdout.write(`${values.rate} ${process.env.LRTMO_INPUT_HASH} ${process.env.LRTMO_VERSIONS}`);\n",
  "src/data/values.json": '{"data/rate/[rate].txt": ["0.1C"]}',
  "src/data/lib/not-a-loader.x.ts": "throw new Error();\n",
  "src/notes/one.txt": "1"
};

const build = (project: string, more: object = {}): Promise<TableState[]> =>
  dataBuild({ project, source: join(project, "src"), ...more });

const output = (project: string, path: string): string =>
  readFileSync(join(project, "src/.observablehq/cache/data", path), "utf8");

const made = (tables: TableState[]): string[] =>
  tables.filter(({ state }) => state === "made").map(({ path }) => path);

describe("the data build", () => {
  it("makes every table, then nothing, then what a change reaches", async () => {
    const project = temporaryProject(files);
    expect(made(await build(project))).toEqual([
      "data/first.txt",
      "data/rate/0.1C.txt",
      "data/rate/10C.txt",
      "data/second.txt",
      "data/third.txt"
    ]);
    expect(output(project, "second.txt")).toBe("b=2");
    expect(output(project, "rate/10C.txt")).toMatch(/^10C [0-9a-f]{16} \{"node":"\d+/);

    expect(made(await build(project))).toEqual([]);

    write(project, { "src/science/b.ts": 'import { a } from "./a.js";\nexport const b = a + 10;\n' });
    const listed = await build(project, { dryRun: true });
    expect(listed.filter(({ state }) => state === "stale")).toMatchObject([
      { path: "data/second.txt", why: "src/science/b.ts changed" }
    ]);
    expect(made(await build(project))).toEqual(["data/second.txt"]);
    expect(output(project, "second.txt")).toBe("b=11");

    write(project, { "src/science/a.ts": "export const a = 5;\n" });
    expect(made(await build(project))).toEqual(["data/first.txt", "data/second.txt"]);

    write(project, { "src/notes/two.txt": "2" });
    expect(made(await build(project))).toEqual(["data/third.txt"]);
    expect(output(project, "third.txt")).toBe("one.txt,two.txt");
  });

  it("makes a table from other tables after them, and again when one of them changes", async () => {
    const project = temporaryProject({
      ...files,
      "src/data/all.txt.ts":
        '// tables: data/rate/*.txt data/first.txt\nimport { readFileSync } from "node:fs";\n' +
        'const list = JSON.parse(process.env.LRTMO_TABLES ?? "[]");\n' +
        'process.stdout.write(list.map(({ path, file }) => `${path}: ${readFileSync(file, "utf8").slice(0, 5)}`).join());\n',
      "src/data/sum.txt.ts":
        '// tables: data/all.txt\nimport { readFileSync } from "node:fs";\n' +
        'process.stdout.write(`sum of ${readFileSync(JSON.parse(process.env.LRTMO_TABLES ?? "[]")[0].file, "utf8").length}`);\n',
      "src/data/none.txt.ts":
        "// tables: data/nothing/*.txt\nprocess.stdout.write(process.env.LRTMO_TABLES);\n"
    });
    const tables = await build(project);
    expect(made(tables).slice(-2)).toEqual(["data/all.txt", "data/sum.txt"]);
    expect(output(project, "sum.txt")).toMatch(/^sum of \d+$/);
    expect(output(project, "all.txt")).toMatch(
      /^data\/first\.txt: a=1,data\/rate\/0\.1C\.txt: 0\.1C ,data\/rate\/10C\.txt: 10C [0-9a-f]$/
    );
    expect(tables.find(({ path }) => path === "data/none.txt")).toMatchObject({
      state: "failed",
      why: expect.stringContaining("missing tables: data/nothing/*.txt") as string
    });
    write(project, { "src/science/a.ts": "export const a = 5;\n" });
    const listed = await build(project, { dryRun: true });
    expect(listed.find(({ path }) => path === "data/all.txt")).toMatchObject({
      why: "other tables are stale"
    });
    expect(made(await build(project))).toEqual([
      "data/first.txt",
      "data/second.txt",
      "data/all.txt",
      "data/sum.txt"
    ]);
    expect(output(project, "all.txt")).toContain("first.txt: a=5,");
    expect(made(await build(project))).toEqual([]);
  });

  it("hands over measured data where they are, and makes only the tables of them again when they come, change or go", async () => {
    const project = temporaryProject({
      ...files,
      "src/data/checks.txt.ts":
        '// measured: tooth electrode\nimport { readFileSync } from "node:fs";\n' +
        'const folders = JSON.parse(process.env.LRTMO_MEASURED ?? "");\n' +
        "process.stdout.write(Object.entries(folders).map(([name, path]) => `${name}: ${readFileSync(`${path}/mass.txt`)}`).join() || 'not present');\n"
    });
    const named = process.env["LRTMO_REAL_DATA"];
    onTestFinished(() => {
      if (named === undefined) delete process.env["LRTMO_REAL_DATA"];
      else process.env["LRTMO_REAL_DATA"] = named;
    });
    process.env["LRTMO_REAL_DATA"] = "measured";
    const first = await build(project);
    expect(made(first)).toHaveLength(6);
    expect(output(project, "checks.txt")).toBe("not present");

    write(project, { "measured/tooth/mass.txt": "289", "measured/other/a.txt": "" });
    expect((await build(project, { dryRun: true })).filter(({ state }) => state === "stale")).toMatchObject([
      { path: "data/checks.txt", why: "measured data tooth changed" }
    ]);
    const second = await build(project);
    expect(made(second)).toEqual(["data/checks.txt"]);
    expect(output(project, "checks.txt")).toBe("tooth: 289");
    expect(made(await build(project))).toEqual([]);

    write(project, { "measured/tooth/mass.txt": "290" });
    expect(made(await build(project))).toEqual(["data/checks.txt"]);
    process.env["LRTMO_REAL_DATA"] = join(project, "measured");
    expect(made(await build(project))).toEqual([]);
    rmSync(join(project, "measured"), { recursive: true });
    const last = await build(project);
    expect(output(project, "checks.txt")).toBe("not present");
    expect(last.map(({ inputHash }) => inputHash)).toEqual(first.map(({ inputHash }) => inputHash));
  });

  it("refuses measured data outside their folder", async () => {
    const project = temporaryProject({
      "src/index.md": "",
      "src/data/a.txt.ts": "// measured: ../secret\n"
    });
    await expect(build(project)).rejects.toThrow("invalid folder of measured data: ../secret");
  });

  it("refuses tables that are made from one another", async () => {
    const project = temporaryProject({
      "src/index.md": "",
      "src/data/one.txt.ts": "// tables: data/two.txt\n",
      "src/data/two.txt.ts": "// tables: data/one.txt\n"
    });
    await expect(build(project)).rejects.toThrow(
      /invalid tables: data\/one\.txt from data\/two\.txt from data\/one\.txt/
    );
  });

  it("goes by contents, and leaves every table newer than its loader for Framework", async () => {
    const project = temporaryProject(files);
    await build(project);
    const later = new Date(Date.now() + 60_000);
    const loader = join(project, "src/data/first.txt.ts");
    utimesSync(loader, later, later);
    expect(made(await build(project))).toEqual([]);
    const table = join(project, "src/.observablehq/cache/data/first.txt");
    expect(statSync(table).mtimeMs).toBeGreaterThan(statSync(loader).mtimeMs);
  });

  it("keeps the last good table where a loader fails, and makes the others", async () => {
    const project = temporaryProject(files);
    await build(project);
    write(project, {
      "src/data/first.txt.ts": 'process.stdout.write("half");\nthrow new Error("no convergence");\n',
      "src/science/b.ts": "export const b = 7;\n"
    });
    const tables = await build(project);
    const failed = tables.filter(({ state }) => state === "failed");
    expect(failed.map(({ why }) => why)).toEqual([
      "failed loader: src/data/first.txt.ts ended with code 1: Error: no convergence"
    ]);
    expect(made(tables)).toEqual(["data/second.txt"]);
    expect(output(project, "first.txt")).toBe("a=1");
    expect(leftovers(project)).toEqual([]);
  });

  it("names the line of a loader that cannot be compiled, and makes the others", async () => {
    const project = temporaryProject({ ...files, "src/data/first.txt.ts": "const = 1;\n" });
    const tables = await build(project);
    const failed = tables.filter(({ state }) => state === "failed");
    expect(failed).toHaveLength(1);
    expect(failed[0]?.why).toContain("src/data/first.txt.ts:1:");
    expect(made(tables)).toHaveLength(4);
  });

  it("says which page attaches what nobody makes", async () => {
    const project = temporaryProject({
      "src/index.md": '```js\nFileAttachment("data/none.csv").csv()\n```\n'
    });
    expect((await build(project)).map(({ why }) => why)).toEqual([
      "unknown table: src/index.md attaches data/none.csv, but there is neither this file nor a loader src/data/none.csv.ts"
    ]);
  });

  it("makes the catalogue after all others, and again when one of them changed", async () => {
    const project = temporaryProject({
      "src/data/x.arrow.ts": 'process.stdout.write("one");\n',
      "src/data/catalogue.json.ts":
        'import { readFileSync } from "node:fs";\n' +
        "const tables = JSON.parse(process.env.LRTMO_TABLES ?? '') as { path: string; file: string }[];\n" +
        "process.stdout.write(tables.map(({ path, file }) => `${path}:${readFileSync(file, 'utf8')}`).join());\n"
    });
    expect(made(await build(project))).toEqual(["data/x.arrow", "data/catalogue.json"]);
    expect(output(project, "catalogue.json")).toBe("data/x.arrow:one");
    expect(made(await build(project))).toEqual([]);
    write(project, { "src/data/x.arrow.ts": 'process.stdout.write("two");\n' });
    expect((await build(project, { dryRun: true })).at(-1)).toMatchObject({
      state: "stale",
      why: "other tables are stale"
    });
    expect(made(await build(project))).toEqual(["data/x.arrow", "data/catalogue.json"]);
    expect(output(project, "catalogue.json")).toBe("data/x.arrow:two");
  });

  it.each(["SIGINT", "SIGKILL"] as const)(
    "leaves the last good table when it is ended by %s half-way",
    async (signal) => {
      const project = temporaryProject({ "src/data/slow.txt.ts": 'process.stdout.write("good");\n' });
      await build(project);
      write(project, {
        "src/data/slow.txt.ts":
          'import { writeFileSync } from "node:fs";\nprocess.stdout.write("half");\n' +
          'writeFileSync("started", String(process.pid));\nawait new Promise((resolve) => setTimeout(resolve, 20_000));\n'
      });
      const child = spawn(process.execPath, ["--import", "tsx", join(repository, "tools/data.ts")], {
        cwd: project
      });
      const closed = new Promise((resolve) => child.once("close", resolve));
      while (!existsSync(join(project, "started"))) await new Promise((resolve) => setTimeout(resolve, 50));
      const folder = join(project, "src/.observablehq/cache/data");
      child.kill(signal);
      if (signal === "SIGINT") expect(await closed).not.toBe(0);
      else process.kill(Number(readFileSync(join(project, "started"), "utf8")), "SIGKILL");
      await closed;
      expect(output(project, "slow.txt")).toBe("good");
      write(project, { "src/data/slow.txt.ts": 'process.stdout.write("better");\n' });
      expect(made(await build(project))).toEqual(["data/slow.txt"]);
      expect(readdirSync(folder)).toEqual(["slow.txt"]);
      expect(output(project, "slow.txt")).toBe("better");
    }
  );
});

function leftovers(project: string): string[] {
  const folder = join(project, "src/.observablehq/cache");
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tmp"));
}
