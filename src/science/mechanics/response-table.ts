// The function H of bridge-response.ts at the nodes of a grid, by finite elements: one mesh for each gap and pore radius,
// one elastic system for each Poisson's ratio, and one slow discharge for all Fourier numbers.

import { hour } from "../material/constants.js";
import { diffusivity } from "../material/diffusivity.js";
import { meshParticle } from "../particle/mesh.js";
import type { TaskOptions } from "../task.js";
import { loadNumber, type ResponseAxes, type ResponseTable } from "./bridge-response.js";
import { assembleElasticity } from "./elasticity.js";
import { geometryOf } from "./geometry-of.js";
import { stressModel } from "./model.js";
import type { StressParameters } from "./parameters.js";
import { simulate } from "./simulate.js";

/** H at Fourier numbers, by finite elements. @param parameters with the pores, gap, ν and void; rate, D, E, S do not matter */
export async function tabulateResponse(
  parameters: StressParameters,
  axes: ResponseAxes,
  { resolution = 1, signal, onProgress }: TaskOptions & { resolution?: number } = {}
): Promise<ResponseTable> {
  // so slow that no surface saturates, whatever D
  const D = diffusivity(parameters.temperature, parameters.diffusivity);
  const slow = { ...parameters, rate: Math.max(0.01, (0.003 * D * hour) / parameters.particleRadius ** 2) };
  const P = loadNumber(slow);
  const depths = axes.fourier.map((fourier) => fourier * P);
  const count = depths.length;
  const response = new Float64Array(
    axes.gap.length * axes.poreRadius.length * axes.poissonRatio.length * count
  );
  let row = 0;
  for (const gap of axes.gap) {
    for (const poreRadius of axes.poreRadius) {
      const p = { ...slow, gap, poreRadius };
      const geometry = geometryOf(p);
      const [first] = axes.poissonRatio;
      const made = stressModel(meshParticle(geometry, { resolution, signal }), geometry.radius, first);
      const order = made.transport.symbolic.order;
      for (const poissonRatio of axes.poissonRatio) {
        const elastic =
          poissonRatio === first ? made.elastic : assembleElasticity(made.unitMesh, poissonRatio, order);
        const { bridge } = await simulate(
          { ...p, poissonRatio },
          {
            model: { ...made, elastic },
            frames: depths,
            programme: [{ phase: "discharge", until: depths[count - 1] }],
            signal
          }
        );
        // the first frame is the uniform start
        const scale = p.youngsModulus * (p.volumeChange / 3) * P;
        for (let f = 0; f < count; ++f) response[row * count + f] = bridge.hoop[f + 1] / scale;
        ++row;
        onProgress?.((row * count) / response.length, "response of the bridge");
      }
    }
  }
  return { ...axes, response };
}
