import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findLibraries, npmImports, unusedLibraries } from "../../tools/lib/libraries.js";
import { parseSpecifier } from "../../tools/lib/packages.js";
import { seed } from "../../tools/seed.js";
import { repository, temporaryProject, write } from "./project.js";

describe("seeding the libraries", () => {
  it("writes each library once, with the others as relative imports, and then nothing", async () => {
    const project = temporaryProject({
      "src/index.md": '```js\nimport delaunator from "npm:delaunator";\n```\n'
    });
    const options = { project, source: join(project, "src") };
    const written = await seed(options);
    expect(written).toEqual(
      expect.arrayContaining(["d3", "@observablehq/plot", "apache-arrow", "delaunator"])
    );
    const cache = join(project, "src/.observablehq/cache/_npm");
    const version = (name: string): string =>
      (
        JSON.parse(readFileSync(join(repository, "node_modules", name, "package.json"), "utf8")) as {
          version: string;
        }
      ).version;
    const place = (name: string): string => join(cache, `${name}@${version(name)}`);
    const plot = readFileSync(join(place("@observablehq/plot"), "_esm.js"), "utf8");
    // only counts are compared: a failure must not print the bundle
    expect(plot.split("../d3-").length, "imports of parts of d3, which belong in the bundle").toBe(1);
    expect(plot.split("scaleExtent").length, "d3-zoom, which Plot does not use").toBe(1);
    expect(readFileSync(join(place("d3"), "_esm.js"), "utf8")).toContain(
      `"../d3-zoom@${version("d3-zoom")}/_esm.js"`
    );
    expect(existsSync(join(place("@duckdb/duckdb-wasm"), "dist/duckdb-eh.wasm"))).toBe(true);
    expect(existsSync(join(place("katex"), "dist/katex.min.css"))).toBe(true);
    expect(await seed(options)).toEqual([]);
    write(project, { "src/.observablehq/cache/_npm/d3@99.0.0/_esm.js": "", "src/index.md": "" });
    expect(await seed(options)).toHaveLength(written.length - 1);
    expect(existsSync(join(cache, "d3@99.0.0"))).toBe(false);
  });

  it("names the page that imports what is not installed, or another version", () => {
    const project = temporaryProject({ "src/deep/page.md": 'import("npm:lodash")\n' });
    const find = () => findLibraries(project, join(project, "src"));
    expect(find).toThrow(
      "missing library: deep/page.md imports npm:lodash, which is not installed; run: npm install lodash"
    );
    write(project, { "src/deep/page.md": 'import("npm:d3@6.0.0")\n' });
    expect(find).toThrow("unsupported version: deep/page.md imports npm:d3@6.0.0");
  });

  it("answers for every library that Framework's client could ask for", () => {
    const project = temporaryProject({});
    const names = unusedLibraries(project, findLibraries(project, join(project, "src")));
    expect(names).toEqual(expect.arrayContaining(["lodash", "react-dom", "leaflet"]));
    expect(names).not.toContain("d3");
    cpSync(join(repository, "src/components"), join(project, "src"), { recursive: true });
    expect([...npmImports(join(project, "src")).keys()]).toContain("npm:@observablehq/plot");
  });

  it.each([
    ["npm:d3", { name: "d3" }],
    [
      "npm:@duckdb/duckdb-wasm@1.29.0/dist/x.js",
      { name: "@duckdb/duckdb-wasm", range: "1.29.0", path: "dist/x.js" }
    ],
    ["d3-array/src/index.js", { name: "d3-array", path: "src/index.js" }]
  ])("reads %s", (text, expected) => {
    expect(parseSpecifier(text)).toEqual(expected);
  });
});
