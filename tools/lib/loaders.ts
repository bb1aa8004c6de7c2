import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { listFiles, Refusal } from "./files.js";
import { frontMatter, splitPage } from "../../src/data/lib/front-matter.js";

/** One table to make: a loader and the values of its parameters. */
export interface Job {
  /** path below the source root of what is made, "data/stress/10C.arrow" */
  path: string;
  /** path of the loader below the source root, "data/stress/[rate].arrow.ts" */
  loader: string;
  params: Record<string, string>;
  /** a catalogue is made of all other tables, after them */
  last: boolean;
  /** patterns of tables that it is made from: a comment `// tables: data/runs/*.vol` in the loader */
  tables: string[];
  /** folders of measured data that it reads where they are present: a comment `// measured: tomo-tooth` in the loader */
  measured: string[];
}

/**
 * The round in which each table is made, by path: 0 from code alone, else one after the last of its tables; the
 * catalogue comes after all. @throws where tables are made from one another in a circle
 */
export function roundsOf(jobs: readonly Job[]): Map<string, number> {
  const rounds = new Map<string, number>();
  const visit = (job: Job, from: readonly string[]): number => {
    if (from.includes(job.path))
      throw new Refusal(
        `invalid tables: ${[...from, job.path].join(" from ")}; a table cannot be made from itself`
      );
    const known = rounds.get(job.path);
    if (known !== undefined) return known;
    const before = tablesOf(job, jobs).map((table) => visit(table, [...from, job.path]));
    const round = before.length > 0 ? 1 + Math.max(...before) : job.tables.length > 0 ? 1 : 0;
    rounds.set(job.path, round);
    return round;
  };
  const others = jobs.filter(({ last }) => !last).map((job) => visit(job, []));
  for (const { path, last } of jobs) if (last) rounds.set(path, 1 + Math.max(0, ...others));
  return rounds;
}

/** The tables that a job is made from. */
export function tablesOf({ path, tables }: Job, jobs: readonly Job[]): Job[] {
  const patterns = tables.map(
    (pattern) => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*")}$`)
  );
  return jobs.filter(
    (job) => !job.last && job.path !== path && patterns.some((pattern) => pattern.test(job.path))
  );
}

/** A file that a page or component attaches, with the file that names it. */
export interface Request {
  path: string;
  wantedBy: string;
}

/** Loaders are `data/NAME.EXT.ts`; what lies in `data/lib/` is for them to import. */
export function findLoaders(source: string): string[] {
  const isLoader = (path: string): boolean =>
    /\.[a-z0-9]+\.ts$/i.test(path) && !/\.(d|test)\.ts$/.test(path) && !path.startsWith("lib/");
  return listFiles(join(source, "data"), isLoader).map((path) => `data/${path}`);
}

const attachment = /\bFileAttachment\(\s*(["'`])((?:(?!\1|\$\{).)+)\1/g;

/** A page without the code that it only shows: blocks in other languages, and `code` in its prose. */
function liveCode(page: string): string {
  const { body } = splitPage(page);
  return body
    .split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~)[ \t]*$)/m)
    .map((part, i) => {
      if (i % 2) return /^...(?:js|ts|jsx|tsx|html|svg)\b(?!.*\brun=false)/.test(part) ? part : "";
      return part.replace(/(\$\{[^}]*\})|`[^`\n]*`/g, "$1");
    })
    .join("");
}

/** What pages and components attach by a literal name: `FileAttachment("…")`, and the `sql:` map of the front matter. */
export function findRequests(source: string): Request[] {
  const requests: Request[] = [];
  for (const file of listFiles(source, (path) => /\.(md|ts|js)$/.test(path) && !path.endsWith(".d.ts"))) {
    const text = readFileSync(join(source, file), "utf8");
    const code = file.endsWith(".md") ? liveCode(text) : text;
    const names = [...code.matchAll(attachment)].map(([, , name = ""]) => name);
    if (file.endsWith(".md")) {
      for (const [key, value] of frontMatter(text)) {
        if (key.startsWith("sql.") && !/^\w+:/.test(value)) names.push(value);
      }
    }
    for (const name of names) {
      const path = posix.normalize(
        name.startsWith("/") ? name.slice(1) : posix.join(posix.dirname(file), name)
      );
      requests.push({ path, wantedBy: file });
    }
  }
  return requests;
}

/**
 * Values of parameters that no page names by a literal: src/data/values.json,
 * `{"data/stress/[rate].arrow": ["0.1C", "10C"]}`, or `[{"rate": "0.1C", "mesh": "fine"}, …]` for several parameters.
 */
export function readValues(source: string): Map<string, Record<string, string>[]> {
  const file = join(source, "data", "values.json");
  if (!existsSync(file)) return new Map();
  const values = JSON.parse(readFileSync(file, "utf8")) as Record<
    string,
    (string | Record<string, string>)[]
  >;
  return new Map(
    Object.entries(values).map(([path, list]) => {
      const names = parameterNames(path);
      const [only] = names;
      return [
        path,
        list.map((item) => {
          if (typeof item !== "string") return item;
          if (only === undefined || names.length > 1) {
            throw new Refusal(
              `invalid value in src/data/values.json: "${item}"; ${path} takes ${names.join(", ")}`
            );
          }
          return { [only]: item };
        })
      ];
    })
  );
}

export interface Jobs {
  /** all tables of the site, the catalogue last */
  jobs: Job[];
  /** attachments that have neither a file nor a loader */
  unknown: Request[];
}

export function findJobs(source: string): Jobs {
  const loaders = findLoaders(source);
  const values = readValues(source);
  const jobs = new Map<string, Job>();
  const unknown: Request[] = [];
  const patterns: { loader: string; pattern: RegExp }[] = [];
  const add = (path: string, loader: string, params: Record<string, string>): void => {
    const last = posix.basename(path).startsWith("catalogue.");
    const { tables, measured } = wants(join(source, loader));
    jobs.set(path, { path, loader, params, last, tables, measured });
  };
  for (const loader of loaders) {
    const path = loader.replace(/\.ts$/, "");
    if (parameterNames(path).length === 0) {
      add(path, loader, {});
      continue;
    }
    patterns.push({ loader, pattern: pathPattern(path) });
    for (const params of values.get(path) ?? []) add(fill(path, params), loader, params);
  }
  for (const { path, wantedBy } of findRequests(source)) {
    if (jobs.has(path) || existsSync(join(source, path))) continue;
    const found = patterns.find(({ pattern }) => pattern.test(path));
    if (!found) {
      if (!unknown.some((request) => request.path === path)) unknown.push({ path, wantedBy });
      continue;
    }
    add(path, found.loader, { ...found.pattern.exec(path)?.groups });
  }
  const rounds = roundsOf([...jobs.values()]);
  const roundOf = ({ path }: Job): number => rounds.get(path) ?? 0;
  const sorted = [...jobs.values()].sort((a, b) => roundOf(a) - roundOf(b) || (a.path < b.path ? -1 : 1));
  return { jobs: sorted, unknown };
}

function wants(loader: string): Pick<Job, "tables" | "measured"> {
  const text = readFileSync(loader, "utf8");
  const words = (comment: RegExp): string[] => comment.exec(text)?.[1]?.split(/\s+/).filter(Boolean) ?? [];
  return { tables: words(/^\/\/ tables: (.+)$/m), measured: words(/^\/\/ measured: (.+)$/m) };
}

function parameterNames(path: string): string[] {
  return [...path.matchAll(/\[([a-z_]\w*)\]/gi)].map(([, name = ""]) => name);
}

function pathPattern(path: string): RegExp {
  const pattern = path
    .split(/(\[[a-z_]\w*\])/i)
    .map((part, i) =>
      i % 2 ? `(?<${part.slice(1, -1)}>[^/]+)` : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    )
    .join("");
  return new RegExp(`^${pattern}$`);
}

function fill(path: string, params: Record<string, string>): string {
  return path.replace(/\[([a-z_]\w*)\]/gi, (_, name: string) => {
    const value = params[name];
    if (value === undefined || !/^[^/\\]+$/.test(value)) {
      throw new Refusal(
        `missing value of ${name} for ${path} in src/data/values.json; give a text without slashes`
      );
    }
    return value;
  });
}
