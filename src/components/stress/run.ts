// Asks the worker for a simulation; a newer request takes the place of an older one.
import type { StressResult } from "../../science/mechanics/simulate.js";
import type { StressParameters } from "../../science/mechanics/parameters.js";
import type { TaskOptions } from "../../science/task.js";

type Reply =
  | { id: number; fraction: number; what: string }
  | { id: number; result: StressResult }
  | { id: number; error: string };

export interface StressRunner {
  run(parameters: StressParameters, options?: TaskOptions & { resolution?: number }): Promise<StressResult>;
  dispose(): void;
}

export function stressRunner(): StressRunner {
  let worker: Worker | null = null;
  let lastId = 0;
  const start = () => (worker ??= new Worker(import.meta.resolve("./work.js"), { type: "module" }));
  return {
    run(parameters, { signal, onProgress, resolution = 1 } = {}) {
      const target = start();
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        const stop = (reason: string) => {
          target.removeEventListener("message", receive);
          reject(new DOMException(reason, "AbortError"));
        };
        const receive = ({ data }: MessageEvent<Reply>) => {
          if (data.id > id) stop("superseded by a newer run");
          if (data.id !== id) return;
          if ("fraction" in data) {
            onProgress?.(data.fraction, data.what);
            return;
          }
          target.removeEventListener("message", receive);
          if ("error" in data) reject(new Error(data.error));
          else resolve(data.result);
        };
        target.addEventListener("message", receive);
        target.addEventListener(
          "error",
          () => reject(new Error("the simulation's worker could not be started; reload the page")),
          {
            once: true
          }
        );
        signal?.addEventListener("abort", () => {
          target.postMessage({ stop: id });
          stop("stopped by the reader");
        });
        target.postMessage({ id, parameters, resolution });
      });
    },
    dispose() {
      worker?.terminate();
      worker = null;
    }
  };
}
