// Asks the worker for a simulation; a newer request takes the place of an older one.
import type { VolumeTableName } from "../../science/material/volume-change-tables.js";
import type { FullParameters } from "../../science/mechanics/full-parameters.js";
import type { StressResult } from "../../science/mechanics/result.js";
import type { TaskOptions } from "../../science/task.js";

/** Switches of the full model. */
export interface FullSwitches {
  volume: VolumeTableName;
  strain: "small" | "finite";
  coupling: "on" | "off";
  programme: "discharge" | "charge" | "cycle" | "three cycles";
}

export interface RunRequest {
  parameters: FullParameters;
  resolution: number;
  /** the full model with these switches; a uniform flux at small strain where it is not given */
  full?: FullSwitches;
}

type Reply =
  | { id: number; fraction: number; what: string }
  | { id: number; result: StressResult }
  | { id: number; error: string };

export interface StressRunner {
  run<R extends StressResult>(request: RunRequest, options?: TaskOptions): Promise<R>;
}

export function stressRunner(): StressRunner {
  let worker: Worker | null = null;
  let lastId = 0;
  const start = () => (worker ??= new Worker(import.meta.resolve("./work.js"), { type: "module" }));
  return {
    run<R extends StressResult>(request: RunRequest, { signal, onProgress }: TaskOptions = {}) {
      const target = start();
      const id = ++lastId;
      return new Promise<R>((resolve, reject) => {
        // takes all listeners away once the run has ended, one way or the other
        const settled = new AbortController();
        const listening = { signal: settled.signal };
        const fail = (error: Error) => {
          settled.abort();
          reject(error);
        };
        const receive = ({ data }: MessageEvent<Reply>) => {
          if (data.id > id) fail(new DOMException("superseded by a newer run", "AbortError"));
          if (data.id !== id) return;
          if ("fraction" in data) {
            onProgress?.(data.fraction, data.what);
            return;
          }
          if ("error" in data) {
            fail(new Error(data.error));
            return;
          }
          settled.abort();
          // the worker answers with the result of the model that was asked for
          resolve(data.result as R);
        };
        const die = () => {
          // a worker that failed answers no more; the next run starts a new one
          target.terminate();
          if (worker === target) worker = null;
          fail(new Error("the simulation's worker could not be started; reload the page"));
        };
        const abort = () => {
          target.postMessage({ stop: id });
          fail(new DOMException("stopped by the reader", "AbortError"));
        };
        target.addEventListener("message", receive, listening);
        target.addEventListener("error", die, listening);
        signal?.addEventListener("abort", abort, listening);
        target.postMessage({ id, ...request });
      });
    }
  };
}
