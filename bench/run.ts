import { readdirSync } from "node:fs";

/** What a file in bench/cases measures: all times of one case, in seconds. */
export interface Measurement {
  case: string;
  /** what makes it large: degrees of freedom, triangles, points … */
  size: Record<string, number>;
  times: readonly number[];
  /** a residual, or another number that shows the result is right; null where there is none */
  error: number | null;
}

export interface CaseFile {
  name: string;
  run: () => Promise<Measurement[]> | Measurement[];
}

/** One line of the report. */
export interface Row {
  case: string;
  size: Record<string, number>;
  median_s: number | null;
  min_s: number | null;
  max_s: number | null;
  runs: number;
  /** a number of the case, or the sentence of what went wrong */
  error: number | string | null;
}

export function summarise(file: string, { case: name, size, times, error }: Measurement): Row {
  const sorted = [...times].sort((a, b) => a - b);
  const n = sorted.length;
  const at = (i: number): number | null => sorted[i] ?? null;
  const [low, high] = [at(Math.floor((n - 1) / 2)), at(Math.ceil((n - 1) / 2))];
  return {
    case: name.startsWith(file) ? name : `${file}: ${name}`,
    size,
    median_s: low === null || high === null ? null : round((low + high) / 2),
    min_s: n > 0 ? round(sorted[0] ?? 0) : null,
    max_s: n > 0 ? round(sorted[n - 1] ?? 0) : null,
    runs: n,
    error
  };
}

const round = (seconds: number): number => Number(seconds.toPrecision(4));

/** Names of the files in bench/cases. */
export function caseNames(): string[] {
  return readdirSync(new URL("cases/", import.meta.url))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -3))
    .sort();
}

/** Runs one file of cases; a fault in it becomes a row with its sentence. */
export async function runCases(file: string): Promise<Row[]> {
  try {
    const { name, run } = (await import(new URL(`cases/${file}.ts`, import.meta.url).href)) as CaseFile;
    return (await run()).map((measurement) => summarise(name, measurement));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ case: file, size: {}, median_s: null, min_s: null, max_s: null, runs: 0, error: message }];
  }
}
