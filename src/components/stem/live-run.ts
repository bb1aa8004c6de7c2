// Asks the worker for an image and its strain. Of requests that come while one is worked on, only the last is worked on next.
import type { LiveAnswer, LiveRequest } from "./live-request.js";

type Reply = { id: number; answer: LiveAnswer } | { id: number; error: string };

export interface LiveMicroscope {
  /** Answers come to `onAnswer` and `onFault`, not every request has one. */
  ask: (request: LiveRequest) => void;
  /** Ends the worker. */
  dispose: () => void;
}

export function liveMicroscope(
  onAnswer: (answer: LiveAnswer) => void,
  onFault: (message: string) => void
): LiveMicroscope {
  let worker: Worker | null = null;
  let [lastId, busy] = [0, false];
  let waiting: LiveRequest | null = null;
  const begin = () => {
    const made = new Worker(import.meta.resolve("./live-work.js"), { type: "module" });
    made.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      busy = false;
      if ("answer" in data) onAnswer(data.answer);
      // a fault of values that have changed since is not told
      else if (!waiting) onFault(data.error);
      next();
    });
    made.addEventListener("error", () => {
      busy = false;
      made.terminate();
      worker = null;
      onFault("the microscope’s worker could not be started; reload the page");
    });
    return made;
  };
  const next = () => {
    if (busy || !waiting) return;
    busy = true;
    worker ??= begin();
    worker.postMessage({ id: ++lastId, request: waiting });
    waiting = null;
  };
  return {
    ask(request) {
      waiting = request;
      next();
    },
    dispose() {
      worker?.terminate();
      worker = null;
      waiting = null;
    }
  };
}
