// How far a discharge gets before the surface is full, by finite elements, beside the closed form of saturation-map.ts.

import { loadNumber } from "./bridge-response.js";
import { defaultStressParameters, type StressParameters } from "./parameters.js";
import { reachableDepth } from "./saturation-map.js";
import { simulate, type SimulateOptions } from "./simulate.js";

export interface ReachedDepth {
  rate: number;
  /** m²/s */
  diffusivity: number;
  loadNumber: number;
  /** of the hollow sphere, in closed form */
  expected: number;
  /** by finite elements; null where the run ends before 1 % */
  computed: number | null;
}

/** Finite elements at pairs of rate and diffusivity. @param options with a model, unless a mesh for each run is wanted */
export async function reachedDepths(
  rates: readonly number[],
  diffusivities: readonly number[],
  options: SimulateOptions = {},
  base: StressParameters = defaultStressParameters()
): Promise<ReachedDepth[]> {
  const reach = reachableDepth(base.voidRadius / base.particleRadius);
  const rows: ReachedDepth[] = [];
  for (const rate of rates) {
    for (const diffusivity of diffusivities) {
      const parameters = { ...base, rate, diffusivity };
      const P = loadNumber(parameters);
      rows.push({
        rate,
        diffusivity,
        loadNumber: P,
        expected: reach(P),
        computed: await depthBySimulation(parameters, options)
      });
    }
  }
  return rows;
}

async function depthBySimulation(
  parameters: StressParameters,
  options: SimulateOptions
): Promise<number | null> {
  try {
    const { stopped } = await simulate(parameters, { ...options, frames: [1] });
    return stopped ? stopped.depthOfDischarge : 1;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("unsupported rate")) return null;
    throw error;
  }
}
