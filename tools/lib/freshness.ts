import { existsSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { sha256, type Closure } from "./closure.js";
import type { Job } from "./loaders.js";
import { writeWhole } from "./files.js";

/** Changed whenever the data build runs loaders in another way. */
const format = "1";

/** What a table was, or would be, made from; equal inputs give an equal table. */
export interface Inputs {
  files: Record<string, string>;
  versions: Record<string, string>;
  variables: Record<string, string>;
  params: Record<string, string>;
  /** hashes of all other tables, for the catalogue */
  tables?: Record<string, string>;
  /** digest of each folder of measured data, "not present" where it is not there; only of loaders that name some */
  measured?: Record<string, string>;
}

/** Kept of a table that was made: what it was made from, and what came out. */
export interface Made {
  format: string;
  inputs: Inputs;
  bytes: number;
  hash: string;
  seconds: number;
}

export interface Places {
  /** folder of the project */
  project: string;
  /** absolute path of the source root */
  source: string;
}

export const outputFile = ({ source }: Places, path: string): string =>
  join(source, ".observablehq", "cache", path);

const recordFile = ({ project }: Places, path: string): string =>
  join(project, ".cache", "data", "made", `${path}.json`);

export function readMade(places: Places, path: string): Made | undefined {
  const file = recordFile(places, path);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Made;
  } catch {
    return undefined;
  }
}

export function writeMade(
  places: Places,
  path: string,
  inputs: Inputs,
  contents: Uint8Array,
  seconds: number
): Made {
  const made: Made = { format, inputs, bytes: contents.length, hash: sha256(contents), seconds };
  writeWhole(recordFile(places, path), JSON.stringify(made));
  return made;
}

export function inputsOf(job: Job, closure: Closure, versions: ReadonlyMap<string, string>): Inputs {
  return {
    files: closure.files,
    versions: Object.fromEntries(
      closure.packages.map((name) => [name, versions.get(name) ?? "not installed"])
    ),
    variables: Object.fromEntries(closure.variables.map((name) => [name, process.env[name] ?? ""])),
    params: job.params
  };
}

export const hashOf = (inputs: Inputs): string => sha256(JSON.stringify([format, inputs])).slice(0, 16);

/** Why a table has to be made again, in a few words; undefined where it is fresh. */
export function reasonToMake(places: Places, job: Job, inputs: Inputs): string | undefined {
  const made = readMade(places, job.path);
  const stat = statSync(outputFile(places, job.path), { throwIfNoEntry: false });
  if (!made || !stat) return "not made yet";
  if (made.format !== format) return "made by another version of the data build";
  if (stat.size !== made.bytes) return "its file was changed";
  if (hashOf(made.inputs) === hashOf(inputs)) return undefined;
  const changes = [
    ...differing(made.inputs.files, inputs.files),
    ...differing(made.inputs.versions, inputs.versions).map((name) => `version of ${name}`),
    ...differing(made.inputs.variables, inputs.variables),
    ...differing(made.inputs.params, inputs.params).map((name) => `parameter ${name}`),
    ...differing(made.inputs.tables ?? {}, inputs.tables ?? {}),
    ...differing(made.inputs.measured ?? {}, inputs.measured ?? {}).map((name) => `measured data ${name}`)
  ];
  const more = changes.length > 3 ? ` and ${changes.length - 3} more` : "";
  return `${changes.slice(0, 3).join(", ")}${more} changed`;
}

/** Framework compares a table's time with its loader's; what is fresh by its contents must be newer than the loader. */
export function makeNewer(places: Places, job: Job): void {
  const file = outputFile(places, job.path);
  const loader = statSync(join(places.source, job.loader));
  if (statSync(file).mtimeMs <= loader.mtimeMs) {
    const time = new Date(Math.max(Date.now(), Math.ceil(loader.mtimeMs) + 2));
    utimesSync(file, time, time);
  }
}

function differing(before: Record<string, string>, after: Record<string, string>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}
