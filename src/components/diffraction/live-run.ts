// Asks the worker for patterns and refinements. A kernel does not listen while it runs, so stopping ends the worker.
import type { TaskOptions } from "../../science/task.js";
import type { Answers, LiveRequest } from "./live-request.js";

type Reply =
  | { id: number; fraction: number; what: string }
  | { id: number; answer: Answers[keyof Answers] }
  | { id: number; error: string };

export interface LiveDiffractometer {
  ask: <Q extends LiveRequest>(request: Q, options?: TaskOptions) => Promise<Answers[Q["ask"]]>;
  /** Ends the worker. */
  dispose: () => void;
}

export function liveDiffractometer(): LiveDiffractometer {
  let worker: Worker | null = null;
  let lastId = 0;
  const end = () => {
    worker?.terminate();
    worker = null;
  };
  return {
    dispose: end,
    ask<Q extends LiveRequest>(request: Q, { signal, onProgress }: TaskOptions = {}) {
      const id = ++lastId;
      const target = (worker ??= new Worker(import.meta.resolve("./live-work.js"), { type: "module" }));
      return new Promise<Answers[Q["ask"]]>((resolve, reject) => {
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
            resolve(data.answer as Answers[Q["ask"]]);
          }
        };
        const stop = (error: Error) => {
          if (worker === target) end();
          fail(error);
        };
        target.addEventListener("message", receive, listening);
        target.addEventListener(
          "error",
          () => stop(new Error("the worker of the refinements could not be started; reload the page")),
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
