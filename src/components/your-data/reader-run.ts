// Asks the worker. A reader of files does not listen while it works, so stopping ends the worker; the next question starts another, which
// opens the last file again.
import type { TaskOptions } from "../../science/task.js";
import type { Answers, Ask, Questions, Reply } from "./requests.js";

export interface Reader {
  ask: <A extends Ask>(ask: A, question: Questions[A], options?: TaskOptions) => Promise<Answers[A]>;
  /** Ends the worker: what runs is lost, and so is what was kept. */
  dispose: () => void;
}

export function reader(): Reader {
  let worker: Worker | null = null;
  let lastId = 0;
  /** what brings a new worker to where the last one was */
  let opened: Questions["open"] | null = null;
  let chosen: Questions["choose"] | null = null;
  const end = () => {
    worker?.terminate();
    worker = null;
  };

  function send<A extends Ask>(
    ask: A,
    question: Questions[A],
    { signal, onProgress }: TaskOptions
  ): Promise<Answers[A]> {
    const id = ++lastId;
    const target = (worker ??= new Worker(import.meta.resolve("./reader-work.js"), { type: "module" }));
    return new Promise<Answers[A]>((resolve, reject) => {
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
      target.addEventListener(
        "message",
        ({ data }: MessageEvent<Reply>) => {
          if (data.id !== id) return;
          if ("fraction" in data) onProgress?.(data.fraction, data.what);
          else if ("error" in data) (data.fatal ? stop : fail)(new Error(data.error));
          else {
            settled.abort();
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
      signal?.addEventListener(
        "abort",
        () => stop(new DOMException("stopped by the reader", "AbortError")),
        listening
      );
      if (signal?.aborted) stop(new DOMException("stopped by the reader", "AbortError"));
      else target.postMessage({ id, ask, question });
    });
  }

  return {
    dispose: end,
    async ask(ask, question, options = {}) {
      if (!worker && opened && ask !== "open" && ask !== "example") {
        await send("open", opened, options);
        if (chosen && ask !== "choose") await send("choose", chosen, options);
      }
      const answer = await send(ask, question, options);
      if (ask === "open") {
        opened = question as Questions["open"];
        chosen = null;
      } else if (ask === "choose") chosen = question as Questions["choose"];
      return answer;
    }
  };
}
