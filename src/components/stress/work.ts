// The worker in which a reader's simulation runs: one at a time, with progress, stopped on request.
import { simulate } from "../../science/mechanics/simulate.js";
import type { StressParameters } from "../../science/mechanics/parameters.js";

export interface StressRequest {
  id: number;
  parameters: StressParameters;
  resolution: number;
}

let current: AbortController | null = null;
const post = (message: unknown) => self.postMessage(message);
// a macrotask, so that a message that asks to stop is read between two steps
const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

self.onmessage = async (event: MessageEvent<StressRequest | { stop: number }>) => {
  const request = event.data;
  current?.abort();
  if ("stop" in request) return;
  const controller = (current = new AbortController());
  const { id } = request;
  try {
    const result = await simulate(request.parameters, {
      resolution: request.resolution,
      signal: controller.signal,
      tick,
      onProgress: (fraction, what) => post({ id, fraction, what })
    });
    if (!controller.signal.aborted) post({ id, result });
  } catch (error) {
    if (!controller.signal.aborted)
      post({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
