// The worker in which a reader's simulation runs: one at a time, with progress, stopped on request.
import { geometryOf } from "../../science/mechanics/geometry-of.js";
import { stressModel, type StressModel } from "../../science/mechanics/model.js";
import { checkStressParameters, type StressParameters } from "../../science/mechanics/parameters.js";
import { simulate } from "../../science/mechanics/simulate.js";
import { meshParticle } from "../../science/particle/mesh.js";

export interface StressRequest {
  id: number;
  parameters: StressParameters;
  resolution: number;
}

let current: AbortController | null = null;
/** mesh and factors of the last particle: most changes of the reader leave them as they are */
let last: { key: string; model: StressModel } | null = null;

function modelOf(parameters: StressParameters, resolution: number, signal: AbortSignal): StressModel {
  checkStressParameters(parameters);
  const geometry = geometryOf(parameters);
  const key = JSON.stringify([geometry, parameters.poissonRatio, resolution]);
  if (last?.key === key) return last.model;
  const mesh = meshParticle(geometry, { resolution, signal });
  const model = stressModel(mesh, geometry.radius, parameters.poissonRatio);
  last = { key, model };
  return model;
}

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
    post({ id, fraction: 0, what: "making the mesh" });
    const result = await simulate(request.parameters, {
      model: modelOf(request.parameters, request.resolution, controller.signal),
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
