// Asks the worker for a run. The model does not listen while it runs, so stopping ends the worker; a new question stops the last.
import type { TaskOptions } from "../../science/task.js";
import type { PathwayAnswer, PathwayReply, PathwayRequest } from "./live-request.js";

export interface LivePathways {
  ask: (request: PathwayRequest, options?: TaskOptions) => Promise<PathwayAnswer>;
  /** Ends the worker. */
  dispose: () => void;
}

export function livePathways(): LivePathways {
  let worker: Worker | null = null;
  let lastId = 0;
  const end = () => {
    worker?.terminate();
    worker = null;
  };
  return {
    dispose: end,
    ask(request, { signal, onProgress } = {}) {
      const id = ++lastId;
      const target = (worker ??= new Worker(import.meta.resolve("./live-work.js"), { type: "module" }));
      return new Promise<PathwayAnswer>((resolve, reject) => {
        const settled = new AbortController();
        const listening = { signal: settled.signal };
        const fail = (error: Error) => {
          settled.abort();
          reject(error);
        };
        const stop = (error: Error) => {
          if (worker === target) end();
          fail(error);
        };
        const receive = ({ data }: MessageEvent<PathwayReply>) => {
          if (data.id !== id) return;
          if ("fraction" in data) onProgress?.(data.fraction, data.what);
          else if ("error" in data) fail(new Error(data.error));
          else {
            settled.abort();
            resolve(data.answer);
          }
        };
        target.addEventListener("message", receive, listening);
        target.addEventListener(
          "error",
          () => stop(new Error("the model's worker could not be started; reload the page")),
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
