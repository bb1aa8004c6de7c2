// Asks the worker for areas and overlaps; while it is busy only the latest of what is asked meanwhile is kept.
import type { LiveSims, SimsAnswer, SimsRequest } from "./live-request.js";

type Reply = { id: number; answer: SimsAnswer } | { id: number; error: string };
interface Waiting {
  request: SimsRequest;
  resolve: (answer: SimsAnswer | null) => void;
  reject: (error: Error) => void;
}

export function liveSims(): LiveSims {
  let worker: Worker | null = null;
  let [running, next]: (Waiting | null)[] = [null, null];
  let lastId = 0;
  const fail = (error: Error) => {
    running?.reject(error);
    next?.reject(error);
    [running, next] = [null, null];
  };
  const start = (): Worker => {
    const made = new Worker(import.meta.resolve("./live-work.js"), { type: "module" });
    made.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      if (data.id !== lastId || !running) return;
      const done = running;
      running = null;
      if ("error" in data) done.reject(new Error(data.error));
      else done.resolve(data.answer);
      if (next) send(next);
    });
    made.addEventListener("error", () => {
      worker = null;
      fail(new Error("the worker of the ion maps could not be started; reload the page"));
    });
    return made;
  };
  const send = (waiting: Waiting) => {
    [running, next] = [waiting, null];
    (worker ??= start()).postMessage({ id: ++lastId, request: waiting.request });
  };
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        const waiting = { request, resolve, reject };
        if (!running) send(waiting);
        else {
          next?.resolve(null);
          next = waiting;
        }
      }),
    dispose() {
      worker?.terminate();
      worker = null;
      fail(new Error("the page was left"));
    }
  };
}
