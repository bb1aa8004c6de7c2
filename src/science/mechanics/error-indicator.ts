// How wrong the stress may be on one mesh: the recovered stress σ* (interpolated between the nodes) less the stress σ_h
// straight from the elements, in the energy norm,
//   η² = ∫ (σ* − σ_h) : C⁻¹ : (σ* − σ_h) dV,  C⁻¹ σ = ((1 + ν) σ − ν tr σ I)/E.
// Since σ* converges faster than σ_h, η tends to the true error of σ_h.
// Zienkiewicz & Zhu, Int. J. Numer. Methods Eng. 33 (1992) 1331 and 1365, doi:10.1002/nme.1620330702.

import type { Location } from "../numerics/mesh-locate.js";
import { mapElement, p2Points } from "../numerics/p2.js";
import { triangleDegree5 } from "../numerics/quadrature.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import { displacementOf } from "./elasticity.js";
import type { StressModel } from "./model.js";
import { stressAtNodes } from "./nodal-stress.js";
import { stressAtPoints, stressFields, type StressFields } from "./stress.js";

/** η times this is taken as the bound: on spheres, η alone is 0 to 6 % above the true error of σ_h. */
export const safety = 1.2;
/** The same around one point, where η is up to 2 % below the true error and up to 25 % above it. */
export const localSafety = 1.5;

export interface ErrorIndicator {
  /** η over the energy norm of σ*: relative error of the stress in the whole solid */
  relative: number;
  /** `relative` times `safety` */
  bound: number;
  /** root mean square of the error in each triangle, as a stress: √(E η_t²/V_t), Pa */
  triangles: Float64Array;
  /** the same over all triangles that touch the one at a place, times `localSafety`, Pa */
  near: (place: Location) => number;
}

/** Points that `raw` must be given at. */
export const indicatorRule = triangleDegree5;

/**
 * @param nodal recovered stress at the nodes  @param raw stress at the points of `indicatorRule`, [triangle][point]
 */
export function errorIndicator(
  mesh: TriangleMesh,
  nodal: StressFields | StressFields<Float32Array>,
  raw: StressFields,
  poissonRatio: number
): ErrorIndicator {
  const points = p2Points(indicatorRule);
  const { count, n, weight } = points;
  const { triangles, triangleCount } = mesh;
  const energy = (radial: number, hoop: number, axial: number, shear: number) =>
    (1 + poissonRatio) * (radial ** 2 + hoop ** 2 + axial ** 2 + 2 * shear ** 2) -
    poissonRatio * (radial + hoop + axial) ** 2;
  // E times the energies
  const squares = new Float64Array(triangleCount);
  const volumes = new Float64Array(triangleCount);
  let [error, norm] = [0, 0];
  for (let t = 0; t < triangleCount; ++t) {
    mapElement(points, mesh.coordinates, triangles, t);
    for (let q = 0; q < count; ++q) {
      const p = t * count + q;
      let [radial, hoop, axial, shear] = [0, 0, 0, 0];
      for (let a = 0; a < 6; ++a) {
        const node = triangles[6 * t + a];
        const shape = n[6 * q + a];
        radial += shape * nodal.radial[node];
        hoop += shape * nodal.hoop[node];
        axial += shape * nodal.axial[node];
        shear += shape * nodal.shear[node];
      }
      norm += weight[q] * energy(radial, hoop, axial, shear);
      squares[t] +=
        weight[q] *
        energy(radial - raw.radial[p], hoop - raw.hoop[p], axial - raw.axial[p], shear - raw.shear[p]);
      volumes[t] += weight[q];
    }
    error += squares[t];
  }
  // a body without stress is as right as can be
  const relative = norm > 0 ? Math.sqrt(error / norm) : 0;
  return {
    relative,
    bound: safety * relative,
    triangles: squares.map((s, t) => Math.sqrt(s / volumes[t])),
    near({ triangle }) {
      const corners = new Set(triangles.subarray(6 * triangle, 6 * triangle + 3));
      let [square, volume] = [0, 0];
      for (let t = 0; t < triangleCount; ++t) {
        if (![0, 1, 2].some((a) => corners.has(triangles[6 * t + a]))) continue;
        square += squares[t];
        volume += volumes[t];
      }
      return localSafety * Math.sqrt(square / volume);
    }
  };
}

/** Of a small-strain model under an eigenstrain at its nodes, with the recovered stress and the raw one. */
export function smallStrainIndicator(
  { unitMesh, elastic, recovery }: Pick<StressModel, "unitMesh" | "elastic" | "recovery">,
  youngsModulus: number,
  eigenstrain: Float64Array
): { indicator: ErrorIndicator; stress: StressFields; raw: StressFields } {
  const { poissonRatio } = elastic;
  const displacement = displacementOf(elastic, eigenstrain);
  const stress = stressFields(unitMesh.nodeCount);
  stressAtNodes(unitMesh, recovery, displacement, eigenstrain, youngsModulus, poissonRatio, stress);
  const points = p2Points(indicatorRule);
  const raw = stressAtPoints(unitMesh, points, displacement, eigenstrain, youngsModulus, poissonRatio);
  return { indicator: errorIndicator(unitMesh, stress, raw, poissonRatio), stress, raw };
}
