import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Metafile, Plugin } from "esbuild";
import { listFiles, writeWhole } from "./files.js";
import { parseSpecifier } from "./packages.js";

/** All that a loader's output depends on, apart from its parameters. */
export interface Closure {
  /** path from the project's folder → SHA-256 of its contents */
  files: Record<string, string>;
  /** names of npm packages that are imported */
  packages: string[];
  /** names of environment variables that the code reads */
  variables: string[];
  /** patterns of files read while it runs: a comment `// reads: src/hypotheses/*.md` */
  reads: string[];
  /** why it cannot be bundled, where it cannot */
  error?: string;
}

interface Stamp {
  mtimeMs: number;
  size: number;
  hash: string;
}

/** Kept between runs so that an unchanged project is not read again. */
interface Memory {
  format: number;
  stamps: Record<string, Stamp>;
  closures: Record<string, Closure>;
}

/** Changed whenever closures are found in another way. */
const format = 1;

/** Where the program of a loader is put: plain JavaScript, which starts faster than tsx. */
export function programFile(project: string, loader: string): string {
  return join(project, ".cache", "loaders", `${loader.replace(/\.ts$/, "").replaceAll(/[[\]]/g, "_")}.mjs`);
}

/**
 * Bundles the loaders whose imports changed and returns the closure of each.
 * @param source absolute path of the source root
 * @param loaders paths below it
 */
export async function findClosures(
  project: string,
  source: string,
  loaders: readonly string[]
): Promise<Map<string, Closure>> {
  const memoryFile = join(project, ".cache", "data", "closures.json");
  const memory = readMemory(memoryFile);
  const stamps: Record<string, Stamp> = {};
  const hash = (path: string): string | undefined => {
    const file = join(project, path);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return undefined;
    const { mtimeMs, size } = stat;
    const known = stamps[path] ?? memory.stamps[path];
    const fresh = known && known.mtimeMs === mtimeMs && known.size === size;
    const stamp = fresh ? known : { mtimeMs, size, hash: sha256(readFileSync(file)) };
    stamps[path] = stamp;
    return stamp.hash;
  };
  const unchanged = (loader: string): boolean => {
    const closure = memory.closures[loader];
    return (
      closure !== undefined &&
      closure.error === undefined &&
      existsSync(programFile(project, loader)) &&
      Object.entries(closure.files).every(([path, before]) => hash(path) === before)
    );
  };
  const stale = loaders.filter((loader) => !unchanged(loader));
  const closures = new Map<string, Closure>();
  for (const loader of loaders) {
    const closure = memory.closures[loader];
    if (closure && !stale.includes(loader)) closures.set(loader, closure);
  }
  for (const [loader, closure] of await bundle(project, source, stale)) {
    for (const path of Object.keys(closure.files)) closure.files[path] = hash(path) ?? "";
    closures.set(loader, closure);
  }
  const known = Object.keys(memory.closures).length;
  if (
    stale.length > 0 ||
    known !== loaders.length ||
    JSON.stringify(stamps) !== JSON.stringify(memory.stamps)
  ) {
    writeWhole(memoryFile, JSON.stringify({ format, stamps, closures: Object.fromEntries(closures) }));
  }
  return new Map([...closures].map(([loader, closure]) => [loader, withFilesRead(project, closure, hash)]));
}

export function sha256(contents: string | Uint8Array): string {
  return createHash("sha256").update(contents).digest("hex");
}

function readMemory(file: string): Memory {
  const empty: Memory = { format, stamps: {}, closures: {} };
  if (!existsSync(file)) return empty;
  try {
    const memory = JSON.parse(readFileSync(file, "utf8")) as Memory;
    return memory.format === format ? memory : empty;
  } catch {
    return empty;
  }
}

/** Adds the files that match the closure's `reads`, which may come and go without a change of the code. */
function withFilesRead(
  project: string,
  closure: Closure,
  hash: (path: string) => string | undefined
): Closure {
  if (closure.reads.length === 0) return closure;
  const files = { ...closure.files };
  for (const pattern of closure.reads) {
    const [base = "."] = /^[^*]*(?=\/)/.exec(pattern) ?? [];
    const regexp = new RegExp(
      `^${pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*\*\/|\*/g, (star) => (star === "*" ? "[^/]*" : "(?:.*/)?"))}$`
    );
    for (const path of listFiles(join(project, base), () => true).map((name) => `${base}/${name}`)) {
      if (regexp.test(path)) files[path] = hash(path) ?? "";
    }
  }
  return { ...closure, files };
}

async function bundle(
  project: string,
  source: string,
  loaders: readonly string[]
): Promise<Map<string, Closure>> {
  const closures = new Map<string, Closure>();
  if (loaders.length === 0) return closures;
  const esbuild = await import("esbuild");
  const programs = join(project, ".cache", "loaders");
  const build = (list: readonly string[]): Promise<{ metafile: Metafile }> =>
    esbuild.build({
      absWorkingDir: project,
      entryPoints: list.map((loader) => ({
        in: join(source, loader),
        out: relative(programs, programFile(project, loader)).replace(/\.mjs$/, "")
      })),
      outdir: programs,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      packages: "external",
      sourcemap: "linked",
      metafile: true,
      logLevel: "silent",
      plugins: [importsOfPages, ownUrl]
    });
  try {
    const { metafile } = await build(loaders);
    for (const loader of loaders) closures.set(loader, readClosure(project, source, loader, metafile));
  } catch {
    // One loader that cannot be bundled must not keep the others from running.
    for (const loader of loaders) {
      try {
        closures.set(loader, readClosure(project, source, loader, (await build([loader])).metafile));
      } catch (error) {
        const [message = String(error)] = ((error as { errors?: Fault[] }).errors ?? []).map(sentence);
        const path = relative(project, join(source, loader));
        closures.set(loader, {
          files: { [path]: "" },
          packages: [],
          variables: [],
          reads: [],
          error: message
        });
      }
    }
  }
  return closures;
}

interface Fault {
  text: string;
  location: { file: string; line: number } | null;
}

const sentence = ({ text, location }: Fault): string =>
  location ? `${location.file}:${location.line}: ${text}` : text;

/** `npm:NAME`, as pages write it, is NAME in node_modules. */
const importsOfPages: Plugin = {
  name: "imports-of-pages",
  setup(build) {
    build.onResolve({ filter: /^npm:/ }, ({ path }) => ({ path: path.slice(4), external: true }));
  }
};

/** In a bundle `import.meta.url` would be that of the bundle; loaders find files beside their source by it. */
const ownUrl: Plugin = {
  name: "own-url",
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, "utf8");
      if (!contents.includes("import.meta.")) return undefined;
      const values: Record<string, string> = {
        url: pathToFileURL(path).href,
        filename: path,
        dirname: dirname(path)
      };
      return {
        contents: contents.replace(/\bimport\.meta\.(url|filename|dirname)\b/g, (_, key: string) =>
          JSON.stringify(values[key])
        ),
        loader: "ts"
      };
    });
  }
};

function readClosure(project: string, source: string, loader: string, { inputs }: Metafile): Closure {
  const files = new Set([relative(project, join(source, loader))]);
  const packages = new Set<string>();
  const variables = new Set<string>();
  const reads = new Set<string>();
  for (const file of files) {
    for (const { path, external } of inputs[file]?.imports ?? []) {
      if (!external) files.add(path);
      else if (!path.startsWith("node:")) packages.add(parseSpecifier(path).name);
    }
    const text = readFileSync(join(project, file), "utf8");
    for (const [name] of text.matchAll(/\bLRTMO_[A-Z_]+\b/g)) if (!given.has(name)) variables.add(name);
    for (const [, list = ""] of text.matchAll(/^\s*(?:\/\/|\*) reads: (.+)$/gm)) {
      for (const pattern of list.trim().split(/\s+/)) reads.add(pattern);
    }
    for (const [, name = ""] of text.matchAll(/new URL\(\s*["']([^"']+)["'],\s*import\.meta\.url/g)) {
      const path = relative(project, fileURLToPath(new URL(name, pathToFileURL(resolve(project, file)))));
      if (!path.startsWith("..") && existsSync(join(project, path))) files.add(path);
    }
  }
  return {
    files: Object.fromEntries([...files].sort().map((path) => [path, ""])),
    packages: [...packages].sort(),
    variables: [...variables].sort(),
    reads: [...reads].sort()
  };
}

/** Set by the data build itself for each loader. */
export const given = new Set(["LRTMO_INPUT_HASH", "LRTMO_VERSIONS", "LRTMO_TABLES", "LRTMO_MEASURED"]);
