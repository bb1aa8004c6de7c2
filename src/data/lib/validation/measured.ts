/** Runs a part over its folder, where the data build found it, and keeps what came out for the tables. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deviation, passes, type Finding, type Part, type ReadFile } from "./part.js";

export type Outcome = Omit<Part, "evaluate"> &
  Finding & {
    /** one sentence where the folder is not there or lacks a file; checks is then empty */
    problem?: string;
  };

/** Reads below a folder. @throws with one sentence where a file is missing */
export const reader =
  (folder: string, name: string): ReadFile =>
  (file) => {
    try {
      return readFileSync(join(folder, file));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      throw new MissingFile(`missing file of measured data: ${name}/${file}; fetch the whole folder`);
    }
  };

export class MissingFile extends Error {}

export async function outcomeOf({ evaluate, ...part }: Part, folder: string | undefined): Promise<Outcome> {
  const none = (problem: string): Outcome => ({ ...part, checks: [], problem });
  if (folder === undefined) return none(`missing folder of measured data: ${part.folder}`);
  try {
    return { ...part, ...(await evaluate(reader(folder, part.folder))) };
  } catch (error) {
    if (error instanceof MissingFile) return none(error.message);
    throw error;
  }
}

/** Writes the outcome of a part to standard output; the data build names its folder where there is one. */
export async function writePart(part: Part): Promise<void> {
  const folders = JSON.parse(process.env["LRTMO_MEASURED"] ?? "{}") as Record<string, string>;
  const plain = (_: string, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
  process.stdout.write(JSON.stringify(await outcomeOf(part, folders[part.folder]), plain));
}

/** Outcomes of all parts, which the data build names in LRTMO_TABLES. */
export function readOutcomes(): Outcome[] {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  return tables.map(({ file }) => JSON.parse(readFileSync(file, "utf8")) as Outcome);
}

/** All checks with what they are of, in rows. */
export const checkRows = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap((part) =>
    part.checks.map((check) => ({ ...check, part, deviation: deviation(check), passes: passes(check) }))
  );
