// Time of the full model as a page runs it: a discharge at 10 C with mesh, cell voltage and a stress frame every 1 %, with
// the linear and with a bent volume table; five cycles on a mesh made before; and lithium driven by stress.

import { defaultFullParameters } from "../../src/science/mechanics/full-parameters.js";
import { geometryOf } from "../../src/science/mechanics/geometry-of.js";
import { stressModel } from "../../src/science/mechanics/model.js";
import { cycles, simulateFull, type FullOptions } from "../../src/science/mechanics/simulate-full.js";
import { meshParticle } from "../../src/science/particle/mesh.js";

export const name = "full-model";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: Record<string, number> | null;
}

const runs = 5;
const now = () => performance.now() / 1000;

async function measure(name: string, options: () => FullOptions): Promise<Measurement> {
  const times: number[] = [];
  const size: Record<string, number> = {};
  let error: Record<string, number> | null = null;
  for (let run = 0; run <= runs; ++run) {
    const given = options();
    const start = now();
    const result = await simulateFull(defaultFullParameters(), given);
    // the first run warms the compiler up
    if (run > 0) times.push(now() - start);
    const { nodes, steps, factorisations, lithiumBalance, timeError } = result.diagnostics;
    Object.assign(size, {
      nodes,
      steps,
      factorisations,
      iterations: result.iterations,
      frames: result.frames.length
    });
    const { galvanostaticResidual, kineticResidual } = result;
    error = { lithiumBalance, galvanostaticResidual, kineticResidual, timeError };
  }
  return { case: name, size, times, error };
}

export async function run(): Promise<Measurement[]> {
  const geometry = geometryOf(defaultFullParameters());
  const model = stressModel(meshParticle(geometry), geometry.radius, 0.25);
  return [
    await measure("discharge-10C", () => ({})),
    await measure("discharge-10C-nmc811", () => ({ volume: "nmc811" })),
    await measure("five-cycles-10C", () => ({ model, programme: cycles(5), frames: 20 })),
    await measure("discharge-10C-stress-driven", () => ({ model, stressDriven: true, frames: 20 }))
  ];
}
