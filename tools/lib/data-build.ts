import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { findClosures } from "./closure.js";
import { Refusal } from "./files.js";
import { hashOf, inputsOf, makeNewer, outputFile, readMade, reasonToMake, writeMade } from "./freshness.js";
import type { Inputs, Places } from "./freshness.js";
import { measuredData } from "./measured.js";
import { findJobs, roundsOf, tablesOf, type Job, type Request } from "./loaders.js";
import { installedVersion } from "./packages.js";
import { removeLeftovers, runLoader } from "./run-loader.js";

export interface TableState {
  path: string;
  loader: string;
  /** "fresh", "stale" (only with `dryRun`), "made" or "failed" */
  state: "fresh" | "stale" | "made" | "failed";
  /** why it is stale, was made, or failed */
  why?: string;
  inputHash: string;
  seconds?: number;
  bytes?: number;
}

export interface Watcher {
  start(total: number): void;
  begin(path: string): void;
  end(table: TableState): void;
}

export interface DataBuildOptions extends Places {
  /** only tells what would be made */
  dryRun?: boolean;
  /** makes all tables, fresh or not */
  force?: boolean;
  /** only tables whose path contains this text */
  only?: string;
  signal?: AbortSignal;
  watcher?: Watcher;
}

/** Makes the tables whose inputs changed, several at once, and the catalogue of all of them after that. */
export async function dataBuild(options: DataBuildOptions): Promise<TableState[]> {
  const { project, source, only, dryRun = false, watcher } = options;
  const cache = join(source, ".observablehq", "cache");
  if (existsSync(cache) && !dryRun) removeLeftovers(cache);
  const { jobs, unknown } = findJobs(source);
  const wanted = jobs.filter(({ path }) => only === undefined || path.includes(only));
  if (only !== undefined && wanted.length === 0) {
    throw new Refusal(`unknown table: ${only}; there are ${jobs.map(({ path }) => path).join(", ")}`);
  }
  const closures = await findClosures(project, source, [...new Set(jobs.map(({ loader }) => loader))]);
  const versions = new Map<string, string>();
  for (const name of new Set([...closures.values()].flatMap((closure) => closure.packages))) {
    const version = installedVersion(project, name);
    if (version !== undefined) versions.set(name, version);
  }
  const states = only === undefined ? unknown.map(missing) : [];
  const rounds = roundsOf(jobs);
  for (const number of [...new Set(rounds.values())].sort((a, b) => a - b)) {
    const round = wanted
      .filter(({ path }) => rounds.get(path) === number)
      .map((job) => plan(job, { options, jobs, closures, versions, earlier: states }));
    for (const { job, state } of round) {
      states.push(state);
      if (state.state === "fresh" && !dryRun) makeNewer(options, job);
    }
    if (dryRun) continue;
    const stale = round.filter(({ state }) => state.state === "stale");
    const closed = stale.filter(({ error }) => error === undefined);
    if (stale.length > 0) watcher?.start(stale.length);
    for (const item of stale) {
      if (item.error === undefined) continue;
      Object.assign(item.state, { state: "failed", why: `failed loader: ${item.error}` });
      watcher?.end(item.state);
    }
    await inParallel(closed, Math.min(4, Math.max(2, availableParallelism())), (item) => make(item, options));
  }
  return states;
}

function missing({ path, wantedBy }: Request): TableState {
  const why = `unknown table: src/${wantedBy} attaches ${path}, but there is neither this file nor a loader src/${path}.ts`;
  return { path, loader: "", state: "failed", why, inputHash: "" };
}

interface Planned {
  job: Job;
  state: TableState;
  inputs: Inputs;
  env: Record<string, string>;
  error?: string;
}

interface Context {
  options: DataBuildOptions;
  jobs: readonly Job[];
  closures: Awaited<ReturnType<typeof findClosures>>;
  versions: ReadonlyMap<string, string>;
  earlier: readonly TableState[];
}

function plan(job: Job, { options, jobs, closures, versions, earlier }: Context): Planned {
  const closure = closures.get(job.loader);
  if (!closure) throw new Error(`missing closure: ${job.loader}`);
  const inputs = inputsOf(job, closure, versions);
  const env: Record<string, string> = {};
  if (job.measured.length > 0) {
    const { digests, folders } = measuredData(options.project, job.measured);
    inputs.measured = digests;
    env["LRTMO_MEASURED"] = JSON.stringify(folders);
  }
  let awaiting = "";
  let error = closure.error;
  if (job.last || job.tables.length > 0) {
    // The catalogue lists the Arrow tables there are; one that failed is listed as it was last made.
    const asked = job.last
      ? jobs.filter(({ path, last }) => !last && path.endsWith(".arrow"))
      : tablesOf(job, jobs);
    const tables = asked.filter(({ path }) => readMade(options, path));
    inputs.tables = Object.fromEntries(tables.map(({ path }) => [path, readMade(options, path)?.hash ?? ""]));
    env["LRTMO_TABLES"] = JSON.stringify(
      tables.map(({ path }) => ({ path, file: outputFile(options, path) }))
    );
    const stale = new Set(earlier.filter(({ state }) => state === "stale").map(({ path }) => path));
    if (asked.some(({ path }) => stale.has(path))) awaiting = "other tables are stale";
    else if (!job.last && tables.length === 0)
      error ??= `missing tables: ${job.tables.join(", ")}; there must be a loader, and values of its parameters, for each`;
  }
  const inputHash = hashOf(inputs);
  env["LRTMO_INPUT_HASH"] = inputHash;
  env["LRTMO_VERSIONS"] = JSON.stringify({ node: process.versions.node, ...inputs.versions });
  const reason = options.force ? "forced" : (reasonToMake(options, job, inputs) ?? awaiting);
  const why = error ?? reason;
  const made = readMade(options, job.path);
  const state: TableState = {
    path: job.path,
    loader: `src/${job.loader}`,
    state: why ? "stale" : "fresh",
    ...(why && { why }),
    inputHash,
    ...(made && { seconds: made.seconds, bytes: made.bytes })
  };
  return { job, state, inputs, env, ...(error !== undefined && { error }) };
}

async function make({ job, state, inputs, env }: Planned, options: DataBuildOptions): Promise<void> {
  const { signal, watcher } = options;
  if (signal?.aborted) {
    Object.assign(state, { state: "failed", why: "stopped before it was made" });
    return;
  }
  watcher?.begin(job.path);
  const start = performance.now();
  try {
    await runLoader(options, job, { env, ...(signal && { signal }) });
    const seconds = Math.round(performance.now() - start) / 1000;
    const { bytes } = writeMade(
      options,
      job.path,
      inputs,
      readFileSync(outputFile(options, job.path)),
      seconds
    );
    makeNewer(options, job);
    Object.assign(state, { state: "made", seconds, bytes });
  } catch (error) {
    Object.assign(state, { state: "failed", why: error instanceof Error ? error.message : String(error) });
  }
  watcher?.end(state);
}

async function inParallel<T>(
  items: readonly T[],
  width: number,
  run: (item: T) => Promise<void>
): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, queue.length) }, worker));
}
