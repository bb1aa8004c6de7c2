import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { sha256 } from "./closure.js";
import { listFiles, Refusal } from "./files.js";

export interface MeasuredData {
  /** for each name a digest of the folder's files, or "not present": the same on every machine */
  digests: Record<string, string>;
  /** absolute path of each folder that is there */
  folders: Record<string, string>;
}

/** Folder of others' measured files, which are never part of the project. */
const root = (project: string): string =>
  resolve(project, process.env["LRTMO_REAL_DATA"] ?? "../shared/data");

/** Larger files are told apart by their size, and by PROVENANCE.json, which holds their SHA-256. */
const largest = 1 << 20;

/** Looks up folders of measured data by name. @throws where a name leads elsewhere */
export function measuredData(project: string, names: readonly string[]): MeasuredData {
  const digests: Record<string, string> = {};
  const folders: Record<string, string> = {};
  for (const name of names) {
    if (!/^[\w-]+$/.test(name))
      throw new Refusal(`invalid folder of measured data: ${name}; must be a name without slashes`);
    const folder = join(root(project), name);
    const present = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
    digests[name] = present ? digest(folder) : "not present";
    if (present) folders[name] = folder;
  }
  return { digests, folders };
}

function digest(folder: string): string {
  const files = listFiles(folder, (name) => statSync(join(folder, name)).isFile()).map((name) => {
    const file = join(folder, name);
    const { size } = statSync(file);
    return [name, size, size <= largest ? sha256(readFileSync(file)) : ""];
  });
  return sha256(JSON.stringify(files)).slice(0, 16);
}
