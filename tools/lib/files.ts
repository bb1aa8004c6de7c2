import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Folders under src that hold no sources of ours. */
const skipped = new Set([".observablehq", "node_modules"]);

/** All files under a folder, as paths relative to it, sorted; [] where the folder is missing. */
export function listFiles(folder: string, keep: (path: string) => boolean, under = ""): string[] {
  if (!existsSync(join(folder, under))) return [];
  const found: string[] = [];
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
    const path = under ? `${under}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) found.push(...listFiles(folder, keep, path));
    } else if (keep(path)) found.push(path);
  }
  return found.sort();
}

/** Writes beside the target and renames, so that nobody ever sees half a file. */
export function writeWhole(file: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, contents);
  renameSync(temporary, file);
}

/** A fault that is the user's to mend: printed as one sentence, without a stack. */
export class Refusal extends Error {}

/** Runs a command's main function, whose number, if any, is the exit code; a Refusal is printed as its sentence and ends with code 1. */
export async function main(run: () => unknown): Promise<void> {
  try {
    const code = await run();
    process.exitCode = typeof code === "number" ? code : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
