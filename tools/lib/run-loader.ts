import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { programFile } from "./closure.js";
import { outputFile, type Places } from "./freshness.js";
import type { Job } from "./loaders.js";

export interface RunOptions {
  env: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * Runs one loader; its standard output becomes the table. It is written beside the table and takes its name only when
 * the loader ended well, so the last good table stays until there is a better one.
 * @throws with one sentence that names the loader and the end of what it said
 */
export async function runLoader(places: Places, job: Job, { env, signal }: RunOptions): Promise<void> {
  const output = outputFile(places, job.path);
  const temporary = `${output}.${process.pid}.tmp`;
  mkdirSync(dirname(output), { recursive: true });
  const descriptor = openSync(temporary, "w");
  try {
    const args = Object.entries(job.params).map(([name, value]) => `--${name}=${value}`);
    const program = [
      "--enable-source-maps",
      "--no-warnings=ExperimentalWarning",
      programFile(places.project, job.loader),
      ...args
    ];
    const child = spawn(process.execPath, program, {
      cwd: places.project,
      env: { ...process.env, ...env },
      stdio: ["ignore", descriptor, "pipe"]
    });
    const said: string[] = [];
    child.stderr?.setEncoding("utf8").on("data", (text: string) => said.push(text));
    const stop = (): void => void child.kill("SIGKILL");
    signal?.addEventListener("abort", stop);
    if (signal?.aborted) stop();
    const [code, killedBy] = await new Promise<[number | null, string | null]>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (...ended) => resolve(ended));
    });
    signal?.removeEventListener("abort", stop);
    const how = signal?.aborted
      ? "was stopped"
      : killedBy
        ? `was killed by ${killedBy}`
        : code !== 0
          ? `ended with code ${code}`
          : statSync(temporary).size === 0
            ? "wrote nothing to standard output"
            : undefined;
    if (how !== undefined)
      throw new Error(`failed loader: ${describe(job)} ${how}${lastLines(said.join(""))}`);
    renameSync(temporary, output);
  } finally {
    closeSync(descriptor);
    rmSync(temporary, { force: true });
  }
}

/** Removes what data builds left that were killed themselves. */
export function removeLeftovers(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const pid = /\.(\d+)\.tmp$/.exec(entry.name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(entry.parentPath, entry.name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function describe({ loader, params }: Job): string {
  const list = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  return `src/${loader}${list.length > 0 ? ` (${list.join(", ")})` : ""}`;
}

/** The thrown message where there is one, else the last three lines; without the frames of the stack. */
function lastLines(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !/^\s+at |^Node\.js v/.test(line));
  const thrown = lines.findLast((line) => /^(Uncaught )?\w*Error\b/.test(line));
  const shown = thrown !== undefined ? [thrown] : lines.slice(-3);
  return shown.length > 0 ? `: ${shown.map((line) => line.trim()).join(" | ")}` : "";
}
