/**
 * Seeds Framework's library cache from node_modules, so that `npm:` imports and implicit names (`Plot`, `d3`, `sql`, …)
 * are resolved without a network, in the versions of the lock file. Framework takes the version from the folder's name
 * (`_npm/NAME@VERSION/`) and the module from `_esm.js`; libraries refer to one another by relative imports.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import type { BuildOptions, Plugin } from "esbuild";
import { main, writeWhole } from "./lib/files.js";
import { findLibraries, unusedLibraries, type Library } from "./lib/libraries.js";
import { parseSpecifier } from "./lib/packages.js";

/** Changed whenever this file writes something else for the same libraries. */
const format = 3;

export interface SeedOptions {
  project: string;
  source: string;
  log?: (line: string) => void;
}

/** Brings the library cache up to date; returns the names of the libraries that were written. */
export async function seed({ project, source, log = () => {} }: SeedOptions): Promise<string[]> {
  const cache = join(source, ".observablehq", "cache", "_npm");
  const record = join(source, ".observablehq", "cache", "seed.json");
  const libraries = findLibraries(project, source);
  const before = readRecord(record);
  const after: Record<string, string> = {};
  const versions = JSON.stringify([format, [...libraries.values()].map(folder)]);
  const written: string[] = [];
  for (const library of libraries.values()) {
    // A library is built anew when any version changes: its relative imports name the others' versions.
    const key = JSON.stringify([versions, library.modules, library.files]);
    const place = join(cache, folder(library));
    after[library.name] = key;
    if (before[library.name] === key && outputs(library).every((path) => existsSync(join(place, path))))
      continue;
    if (written.length === 0) log("Preparing the libraries of the pages");
    await build(library, libraries, project, place);
    written.push(library.name);
  }
  const unused = unusedLibraries(project, libraries).map((name) => `${name}@0.0.0`);
  removeOthers(cache, new Set([...[...libraries.values()].map(folder), ...unused]));
  for (const name of unused) mkdirSync(join(cache, name), { recursive: true });
  if (written.length > 0 || Object.keys(before).length !== libraries.size)
    writeWhole(record, JSON.stringify(after));
  return written;
}

const folder = ({ name, version }: Library): string => `${name}@${version}`;
const moduleFile = (path: string): string => (path ? `${path}._esm.js` : "_esm.js");
const outputs = ({ modules, files }: Library): string[] => [...modules.map(moduleFile), ...files];

function readRecord(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}

async function build(
  library: Library,
  all: Map<string, Library>,
  project: string,
  place: string
): Promise<void> {
  for (const path of library.files) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    copyFileSync(join(project, "node_modules", library.name, path), join(place, path));
  }
  const esbuild = await import("esbuild");
  for (const path of library.modules) {
    const options: BuildOptions = {
      ...entry(library, path, project),
      absWorkingDir: project,
      bundle: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      minify: true,
      write: false,
      logLevel: "silent",
      legalComments: "inline",
      define: { "process.env.NODE_ENV": '"production"' },
      plugins: [await crossReferences(library, path, all, project)]
    };
    const { outputFiles = [] } = await esbuild.build(options);
    for (const file of outputFiles) writeWhole(join(place, moduleFile(path)), file.contents);
  }
}

/**
 * Arrow's reader stops at the end-of-stream mark and cancels the rest of the response, which a browser then reports as
 * an aborted request although every byte was read; so a response is read whole first.
 */
const wholeResponses = `
import {tableFromIPC as read} from "apache-arrow";
export * from "apache-arrow";
export const tableFromIPC = (input) =>
  input instanceof Response ? input.arrayBuffer().then((bytes) => read(new Uint8Array(bytes))) : read(input);
`;

function entry(library: Library, path: string, project: string): BuildOptions {
  if (library.name === "apache-arrow" && path === "") {
    return { stdin: { contents: wholeResponses, resolveDir: project, sourcefile: "apache-arrow-entry.js" } };
  }
  return { entryPoints: [path ? `${library.name}/${path}` : library.name] };
}

/** Keeps the other libraries out of a bundle, and takes only those parts of d3 that are used. */
async function crossReferences(
  library: Library,
  path: string,
  all: Map<string, Library>,
  project: string
): Promise<Plugin> {
  const here = posix.dirname(posix.join(folder(library), moduleFile(path)));
  const parts = library.name === "d3" ? undefined : await partsOfD3(all, project);
  return {
    name: "cross-references",
    setup(build) {
      build.onResolve({ filter: /^[@\w]/ }, ({ path: specifier, kind }) => {
        if (kind === "entry-point") return undefined;
        if (specifier === "d3" && parts) return { path: "d3", namespace: "parts", sideEffects: false };
        const { name, path: within } = parseSpecifier(specifier);
        // Plot takes a good half of d3: inside its bundle the rest falls away, and a page saves 45 kB
        if (library.name === "@observablehq/plot" && name.startsWith("d3-")) return undefined;
        const other = all.get(name);
        if (!other || name === library.name || within !== undefined) return undefined;
        return {
          path: posix.relative(here, posix.join(folder(other), "_esm.js")),
          external: true,
          sideEffects: false
        };
      });
      build.onLoad({ filter: /./, namespace: "parts" }, () => ({
        contents: parts ?? "",
        resolveDir: project
      }));
    }
  };
}

let partsPromise: Promise<string> | undefined;

/** A module equal to d3 that says which of its parts each name comes from, so that unused parts are left out. */
function partsOfD3(all: Map<string, Library>, project: string): Promise<string> {
  return (partsPromise ??= (async () => {
    const lines: string[] = [];
    for (const { name } of all.values()) {
      if (!name.startsWith("d3-")) continue;
      const entry = JSON.parse(readFileSync(join(project, "node_modules", name, "package.json"), "utf8")) as {
        module: string;
      };
      const url = pathToFileURL(join(project, "node_modules", name, entry.module)).href;
      lines.push(`export {${Object.keys((await import(url)) as object).join(", ")}} from "${name}";`);
    }
    return lines.join("\n");
  })());
}

/** Framework prefers the highest version it finds, so versions that are no longer installed must go. */
function removeOthers(cache: string, wanted: Set<string>): void {
  if (!existsSync(cache)) return;
  for (const entry of readdirSync(cache)) {
    const names = entry.startsWith("@")
      ? readdirSync(join(cache, entry)).map((name) => `${entry}/${name}`)
      : [entry];
    for (const name of names)
      if (!wanted.has(name)) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const project = process.cwd();
  await main(async () => {
    await seed({ project, source: join(project, "src"), log: (line) => console.error(line) });
    return 0;
  });
}
