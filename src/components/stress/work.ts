// The worker in which a reader's simulation runs: one at a time, with progress, stopped on request.
import { checkFullParameters, type FullParameters } from "../../science/mechanics/full-parameters.js";
import { geometryOf } from "../../science/mechanics/geometry-of.js";
import { stressModel, type StressModel } from "../../science/mechanics/model.js";
import { chargeDischarge, type HalfCycle } from "../../science/mechanics/programme.js";
import { cycles, simulateFull, type FullOptions } from "../../science/mechanics/simulate-full.js";
import { simulate } from "../../science/mechanics/simulate.js";
import { meshParticle } from "../../science/particle/mesh.js";
import type { FullSwitches, RunRequest } from "./run.js";

let current: AbortController | null = null;
/** mesh and factors of the last particle: most changes of the reader leave them as they are */
let last: { key: string; model: StressModel } | null = null;

function modelOf(parameters: FullParameters, resolution: number, signal: AbortSignal): StressModel {
  const geometry = geometryOf(parameters);
  const key = JSON.stringify([geometry, parameters.poissonRatio, resolution]);
  if (last?.key === key) return last.model;
  const mesh = meshParticle(geometry, { resolution, signal });
  const model = stressModel(mesh, geometry.radius, parameters.poissonRatio);
  last = { key, model };
  return model;
}

const programmes: Record<FullSwitches["programme"], HalfCycle[]> = {
  discharge: [{ phase: "discharge" }],
  charge: [{ phase: "charge" }],
  cycle: chargeDischarge,
  "three cycles": cycles(3)
};

const post = (message: unknown) => self.postMessage(message);
// a macrotask, so that a message that asks to stop is read between two steps
const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

self.onmessage = async (event: MessageEvent<({ id: number } & RunRequest) | { stop: number }>) => {
  const request = event.data;
  current?.abort();
  if ("stop" in request) return;
  const controller = (current = new AbortController());
  const { id, parameters, resolution, full } = request;
  try {
    checkFullParameters(parameters);
    post({ id, fraction: 0, what: "making the mesh" });
    const options: FullOptions = {
      model: modelOf(parameters, resolution, controller.signal),
      signal: controller.signal,
      tick,
      onProgress: (fraction, what) => post({ id, fraction, what })
    };
    if (full) {
      options.volume = full.volume;
      options.strain = full.strain;
      options.stressDriven = full.coupling === "on";
      options.programme = programmes[full.programme];
      options.frames = options.stressDriven || full.programme === "three cycles" ? 20 : 50;
    }
    const result = full ? await simulateFull(parameters, options) : await simulate(parameters, options);
    if (!controller.signal.aborted) post({ id, result });
  } catch (error) {
    if (!controller.signal.aborted)
      post({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
