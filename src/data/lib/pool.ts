/**
 * One pool of threads for loaders. Every thread runs the loader's own program, which the data build has bundled into one
 * file; so a loader that uses the pool exports its work as default and does the rest on the main thread only:
 *
 *     export default (task: Task): Row[] => …;
 *     if (isMainThread) await writeTable(table((await inThreads(tasks, work)).flat()));
 */
import { availableParallelism } from "node:os";
import { isMainThread } from "node:worker_threads";
import { Piscina } from "piscina";

export interface PoolOptions {
  /** the program that each thread runs; its default export does the work */
  program?: string | undefined;
  threads?: number;
}

/**
 * Does `work` for each task and gives the results in the order of the tasks, whichever ends first.
 * Without a bundled program (in tests, say) it works in the calling thread, with the same results.
 * @throws the first error of a task; tasks that wait are given up
 */
export async function inThreads<T, R>(
  tasks: readonly T[],
  work: (task: T) => R | Promise<R>,
  { program = bundledProgram(), threads = availableParallelism() }: PoolOptions = {}
): Promise<R[]> {
  if (program === undefined || !isMainThread || threads < 2) {
    const results: R[] = [];
    for (const task of tasks) results.push(await work(task));
    return results;
  }
  const pool = new Piscina<T, R>({ filename: program, minThreads: threads, maxThreads: threads });
  try {
    return await Promise.all(tasks.map((task) => pool.run(task)));
  } finally {
    await pool.destroy();
  }
}

function bundledProgram(): string | undefined {
  const program = process.argv[1];
  return program?.endsWith(".mjs") && process.env["LRTMO_INPUT_HASH"] !== undefined ? program : undefined;
}
