// The worker in which files are read and analysed, so that the page never waits. Its questions are answered in order.
import { readingRoom } from "./reading-room.js";
import type { Message } from "./requests.js";
import { said } from "./said.js";

const room = readingRoom();
let queue: Promise<unknown> = Promise.resolve();

self.onmessage = ({ data: { id, ask, question } }: MessageEvent<Message>) => {
  const onProgress = (fraction: number, what: string) => self.postMessage({ id, fraction, what });
  queue = queue.then(async () => {
    try {
      self.postMessage({ id, answer: await room.answer(ask, question, { onProgress }) });
    } catch (error) {
      // a library whose memory is no longer sound is not asked again
      const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
      const fatal = cause instanceof WebAssembly.RuntimeError;
      self.postMessage({ id, error: said(error, "file").message, ...(fatal && { fatal }) });
    }
  });
};
