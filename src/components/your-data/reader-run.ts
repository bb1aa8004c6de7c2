// Asks the worker. A reader of files does not listen while it works, so stopping ends the worker; the next question starts another, which
// is given what was kept and opens the last file again.
import type { TaskOptions } from "../../science/task.js";
import type { Answers, Ask, Questions, Reply } from "./requests.js";

export interface Reader {
  ask: <A extends Ask>(ask: A, question: Questions[A], options?: TaskOptions) => Promise<Answers[A]>;
  /** Ends the worker: what runs is lost, not what was kept. */
  dispose: () => void;
}

type Reading = Pick<Worker, "postMessage" | "addEventListener" | "terminate">;

/** Questions that the open file has no part in. */
const withoutFile: readonly Ask[] = ["open", "example", "forget", "recall"];

/** @param start a worker that runs `reader-work.ts`; tests give one of their own */
export function reader(
  start: () => Reading = () => new Worker(import.meta.resolve("./reader-work.js"), { type: "module" })
): Reader {
  let worker: Reading | null = null;
  let lastId = 0;
  /** what brings a new worker to where the last one was */
  let opened: Questions["open"] | null = null;
  let chosen: Questions["choose"] | null = null;
  let kept: Questions["recall"] = { references: [], low: null };
  /** settled once the worker that runs has the file open; null where it has not been asked to */
  let reopened: Promise<unknown> | null = null;
  /** a worker that ends answers none of its questions */
  const waiting = new Set<(error: Error) => void>();

  const running = (): Reading => {
    if (worker) return worker;
    worker = start();
    // answered in order: before any question that needs it
    worker.postMessage({ id: ++lastId, ask: "recall", question: kept });
    return worker;
  };
  const end = () => {
    worker?.terminate();
    worker = reopened = null;
  };
  const stop = (error: Error) => {
    end();
    for (const fail of [...waiting]) fail(error);
  };

  function send<A extends Ask>(
    ask: A,
    question: Questions[A],
    { signal, onProgress }: TaskOptions
  ): Promise<Answers[A]> {
    const stopped = () => new DOMException("stopped by the reader", "AbortError");
    // not sent, so that there is nothing to end
    if (signal?.aborted) return Promise.reject(stopped());
    const id = ++lastId;
    const target = running();
    return new Promise<Answers[A]>((resolve, reject) => {
      const settled = new AbortController();
      const listening = { signal: settled.signal };
      const fail = (error: Error) => {
        settled.abort();
        waiting.delete(fail);
        reject(error);
      };
      waiting.add(fail);
      target.addEventListener(
        "message",
        ({ data }: MessageEvent<Reply>) => {
          if (data.id !== id) return;
          if ("fraction" in data) onProgress?.(data.fraction, data.what);
          else if ("error" in data) (data.fatal ? stop : fail)(new Error(data.error));
          else {
            settled.abort();
            waiting.delete(fail);
            resolve(data.answer as Answers[A]);
          }
        },
        listening
      );
      target.addEventListener(
        "error",
        () =>
          stop(
            new Error(
              "the worker that reads files ended; the file may need more memory than there is: bin or crop it"
            )
          ),
        listening
      );
      signal?.addEventListener("abort", () => stop(stopped()), listening);
      target.postMessage({ id, ask, question });
    });
  }

  /** Opens the last file in a worker that has not. */
  function reopen(options: TaskOptions): Promise<unknown> {
    const bring = async () => {
      if (opened) await send("open", opened, options);
      if (chosen) await send("choose", chosen, options);
    };
    const mine = (reopened = bring());
    // what failed is tried again with the next question
    mine.catch(() => reopened === mine && (reopened = null));
    return mine;
  }

  /** A worker with the file open; it may end while one waits for it. */
  async function ready(options: TaskOptions): Promise<void> {
    let awaited: Promise<unknown> | null;
    do await (awaited = reopened ?? reopen(options));
    while (awaited !== reopened);
  }

  return {
    dispose: end,
    async ask(ask, question, options = {}) {
      if (!withoutFile.includes(ask)) await ready(options);
      const answer = await send(ask, question, options);
      if (ask === "open") {
        opened = question as Questions["open"];
        chosen = null;
        reopened = Promise.resolve();
      } else if (ask === "choose") chosen = question as Questions["choose"];
      else if (ask === "keep" || ask === "forget")
        kept = { ...kept, references: answer as Answers["keep" | "forget"] };
      else if (ask === "keepLow") kept = { ...kept, low: (answer as Answers["keepLow"]).spectrum };
      return answer;
    }
  };
}
