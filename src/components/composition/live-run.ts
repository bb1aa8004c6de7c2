// Asks the worker for a tomogram. The kernels do not listen while they run, so stopping ends the worker itself.
import type { TaskOptions } from "../../science/task.js";
import type { LiveRequest, LiveResult } from "./live-request.js";

type Reply =
  | { id: number; fraction: number; what: string }
  | { id: number; result: LiveResult }
  | { id: number; error: string };

export interface LiveRunner {
  run: (request: LiveRequest, options?: TaskOptions) => Promise<LiveResult>;
  /** Ends the worker. */
  dispose: () => void;
}

export function liveRunner(): LiveRunner {
  let worker: Worker | null = null;
  let lastId = 0;
  const end = () => {
    worker?.terminate();
    worker = null;
  };
  return {
    dispose: end,
    run(request, { signal, onProgress } = {}) {
      const id = ++lastId;
      const target = (worker ??= new Worker(import.meta.resolve("./live-work.js"), { type: "module" }));
      return new Promise<LiveResult>((resolve, reject) => {
        const settled = new AbortController();
        const listening = { signal: settled.signal };
        const fail = (error: Error) => {
          settled.abort();
          reject(error);
        };
        const receive = ({ data }: MessageEvent<Reply>) => {
          if (data.id !== id) return;
          if ("fraction" in data) onProgress?.(data.fraction, data.what);
          else if ("error" in data) fail(new Error(data.error));
          else {
            settled.abort();
            resolve(data.result);
          }
        };
        const stop = (error: Error) => {
          end();
          fail(error);
        };
        target.addEventListener("message", receive, listening);
        target.addEventListener(
          "error",
          () => stop(new Error("the tomograph's worker could not be started; reload the page")),
          listening
        );
        signal?.addEventListener(
          "abort",
          () => stop(new DOMException("stopped by the reader", "AbortError")),
          listening
        );
        target.postMessage({ id, request });
      });
    }
  };
}
