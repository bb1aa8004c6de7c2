import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles, Refusal } from "./files.js";
import { dependenciesOf, installedVersion, parseSpecifier } from "./packages.js";

/** What Framework's implicit names (`Plot`, `d3`, `html`, `tex`, `aq`, `sql`, `.arrow()`, …) ask for. */
const implicit = [
  "@observablehq/plot",
  "d3",
  "d3-dsv",
  "htl",
  "isoformat",
  "katex",
  "apache-arrow",
  "arquero",
  "@duckdb/duckdb-wasm"
];

/** Files taken as they are, beside the module of a library. */
const assets: Record<string, string[] | RegExp> = {
  katex: /^dist\/(katex\.min\.css|fonts\/.*)$/,
  "@duckdb/duckdb-wasm": [
    "dist/duckdb-mvp.wasm",
    "dist/duckdb-browser-mvp.worker.js",
    "dist/duckdb-eh.wasm",
    "dist/duckdb-browser-eh.worker.js"
  ]
};

/** Served by Framework itself, never looked up in the cache. */
const builtin = new Set(
  ["dot", "duckdb", "inputs", "mermaid", "runtime", "sqlite", "stdlib", "tex"].map(
    (n) => `@observablehq/${n}`
  )
);

export interface Library {
  name: string;
  version: string;
  /** paths asked for within the package: "" for its module, "sub/path" for others */
  modules: string[];
  /** files copied verbatim, relative to the package */
  files: string[];
}

/** `npm:` specifiers in the pages and modules of the site, each with a file that names it. */
export function npmImports(source: string): Map<string, string> {
  const found = new Map<string, string>();
  const isSource = (path: string): boolean => /\.(md|js|ts|jsx|tsx)$/.test(path) && !path.endsWith(".d.ts");
  for (const path of listFiles(source, isSource)) {
    for (const [, specifier] of readFileSync(join(source, path), "utf8").matchAll(
      /["'](npm:[^"'\s]+)["']/g
    )) {
      if (specifier !== undefined && !found.has(specifier)) found.set(specifier, path);
    }
  }
  return found;
}

/** The libraries to seed, by name. Throws a Refusal where a page wants one that is not installed. */
export function findLibraries(project: string, source: string): Map<string, Library> {
  const libraries = new Map<string, Library>();
  const add = (name: string, wantedBy: string): Library => {
    const known = libraries.get(name);
    if (known) return known;
    const version = installedVersion(project, name);
    if (version === undefined) {
      throw new Refusal(
        `missing library: ${wantedBy} imports npm:${name}, which is not installed; run: npm install ${name}`
      );
    }
    const library: Library = { name, version, modules: [""], files: [] };
    libraries.set(name, library);
    const wanted = assets[name];
    if (wanted instanceof RegExp) {
      library.files.push(...listFiles(join(project, "node_modules", name), (path) => wanted.test(path)));
    } else if (wanted) library.files.push(...wanted);
    return library;
  };
  for (const name of implicit) add(name, "Framework");
  for (const name of dependenciesOf(project, "d3")) add(name, "d3");
  for (const [specifier, page] of npmImports(source)) {
    const { name, range, path } = parseSpecifier(specifier);
    if (builtin.has(name)) continue;
    const library = add(name, page);
    if (range !== undefined && range !== library.version) {
      throw new Refusal(
        `unsupported version: ${page} imports ${specifier}, but ${name} ${library.version} is installed; leave the version out`
      );
    }
    if (path === undefined || path === "+esm") continue;
    const list = /\.[^/]+$/.test(path) ? library.files : library.modules;
    const item = path.replace(/\/\+esm$/, "");
    if (!list.includes(item)) list.push(item);
  }
  return libraries;
}

/**
 * Libraries that Framework's own client could load but that are not installed. Framework looks up the version of each
 * while it builds, whether or not a page uses it; an empty folder in the cache answers that without a network.
 */
export function unusedLibraries(project: string, libraries: Map<string, Library>): string[] {
  const client = join(project, "node_modules", "@observablehq", "framework", "dist", "client");
  const names = new Set<string>();
  for (const specifier of npmImports(client).keys()) {
    const { name } = parseSpecifier(specifier);
    if (!builtin.has(name) && !libraries.has(name)) names.add(name);
  }
  return [...names].sort();
}
