// The hoop stress at A on ever finer meshes, with Richardson's estimate from each three of them and the error indicator
// at A; and the same for a hollow sphere, where the error is known.

import { linearStrain } from "../material/volume-change.js";
import { capacityPerLithium } from "../material/composition.js";
import { hour } from "../material/constants.js";
import { diffusivity } from "../material/diffusivity.js";
import { meshParticle } from "../particle/mesh.js";
import { smallStrainIndicator } from "./error-indicator.js";
import { sphereDiffusion, sphereStress } from "./exact.js";
import { geometryOf } from "./geometry-of.js";
import { printedDepth } from "./iso-stress.js";
import { readingLine } from "./line.js";
import { stressModel } from "./model.js";
import { chargedLithium, type StressParameters } from "./parameters.js";
import { refinement } from "./refinement.js";
import { simulate } from "./simulate.js";

/** Edges a half, 0.7 … times those of the default mesh, each finer by √2 than the one before. */
export const studiedResolutions = [0.5, Math.SQRT1_2, 1, Math.SQRT2, 2, 2 * Math.SQRT2];

export interface RefinementRow {
  resolution: number;
  nodes: number;
  /** Pa */
  hoop: number;
  /** Richardson's limit and order from this mesh and the two before it; null where the three approach none, or are too few */
  extrapolated: number | null;
  order: number | null;
  /** 1.5 times the spread of the three; null for the first two */
  spreadBound: number | null;
  /** error indicator around A, Pa */
  indicator: number;
  /** exact hoop stress, where it is known */
  exact: number | null;
}

/** Hoop stress of a hollow sphere at its void, Pa, at a depth of discharge. */
export function exactVoidHoop(p: StressParameters, depth: number): number {
  const [a, b] = [p.voidRadius, p.particleRadius];
  const D = diffusivity(p.temperature, p.diffusivity);
  const depthPerLithium = capacityPerLithium() / p.capacity;
  const flux = ((p.rate / hour / depthPerLithium) * (b ** 3 - a ** 3)) / (3 * b * b);
  const solution = sphereDiffusion({ inner: a, outer: b, diffusivity: D, flux });
  const { youngsModulus, poissonRatio, volumeChange } = p;
  const strain = linearStrain(volumeChange, depthPerLithium);
  return sphereStress(solution, { youngsModulus, poissonRatio, strain }, a, (depth / p.rate) * hour).hoop;
}

/** @param parameters with pores, or with none, when A is the void's surface and the exact stress is known */
export async function refinementStudy(
  parameters: StressParameters,
  resolutions: readonly number[] = studiedResolutions
): Promise<RefinementRow[]> {
  const geometry = geometryOf(parameters);
  const charged = chargedLithium(parameters);
  const depthPerLithium = capacityPerLithium() / parameters.capacity;
  const exact = parameters.poreCount === 0 ? exactVoidHoop(parameters, printedDepth) : null;
  const rows: RefinementRow[] = [];
  for (const resolution of resolutions) {
    const model = stressModel(
      meshParticle(geometry, { resolution }),
      geometry.radius,
      parameters.poissonRatio
    );
    const { bridge, frames } = await simulate(parameters, {
      model,
      frames: [printedDepth],
      programme: [{ phase: "discharge", until: printedDepth }]
    });
    const hoop = bridge.hoop[1];
    const eigenstrain = Float64Array.from(frames[1].lithium, (x) =>
      linearStrain(parameters.volumeChange, (x - charged) * depthPerLithium)
    );
    const { indicator } = smallStrainIndicator(model, parameters.youngsModulus, eigenstrain);
    const scale = 1 / model.length;
    const line = readingLine(model.unitMesh, {
      radius: 1,
      voidRadius: geometry.voidRadius * scale,
      pores: geometry.pores.map(({ radius, r, z }) => ({
        radius: radius * scale,
        r: r * scale,
        z: z * scale
      }))
    });
    const last = [...rows.slice(-2), { resolution, hoop }];
    const found =
      last.length === 3
        ? refinement(
            last.map((row) => row.resolution),
            last.map((row) => row.hoop)
          )
        : null;
    rows.push({
      resolution,
      nodes: model.mesh.nodeCount,
      hoop,
      extrapolated: found?.extrapolated ?? null,
      order: found?.order ?? null,
      spreadBound: found?.bound ?? null,
      indicator: indicator.near(line.bridge.place),
      exact
    });
  }
  return rows;
}
