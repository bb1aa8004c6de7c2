// Stress at the nodes: from recovered gradients inside, from the free-surface formula on surfaces.

import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import { lame } from "../material/elasticity.js";
import { freeSurface, stencilWidth, type FreeSurface } from "./free-surface.js";
import { gradientOperator, type GradientOperator } from "./recovery.js";
import type { StressFields } from "./stress.js";

export interface NodalRecovery {
  gradient: GradientOperator;
  surface: FreeSurface;
}

/** @param symmetryTags tags of boundary edges that are not surfaces */
export function nodalRecovery(mesh: TriangleMesh, symmetryTags: number[]): NodalRecovery {
  return { gradient: gradientOperator(mesh, symmetryTags), surface: freeSurface(mesh, symmetryTags) };
}

/**
 * Fills `out` with the stress at every node (Pa).
 * @param displacement 2·node + component, in the unit of the mesh  @param eigenstrain one number a node
 */
export function stressAtNodes(
  mesh: TriangleMesh,
  { gradient, surface }: NodalRecovery,
  displacement: Float64Array,
  eigenstrain: Float64Array,
  youngsModulus: number,
  poissonRatio: number,
  out: StressFields
): void {
  const { lambda, mu } = lame(youngsModulus, poissonRatio);
  const { rowStart, columns, byR, byZ, onAxis } = gradient;
  const { radial, hoop, axial, shear } = out;
  const x = mesh.coordinates;
  for (let i = 0; i < mesh.nodeCount; ++i) {
    let rr = 0;
    let rz = 0;
    let zr = 0;
    let zz = 0;
    for (let k = rowStart[i]; k < rowStart[i + 1]; ++k) {
      const ur = displacement[2 * columns[k]];
      const uz = displacement[2 * columns[k] + 1];
      rr += byR[k] * ur;
      rz += byZ[k] * ur;
      zr += byR[k] * uz;
      zz += byZ[k] * uz;
    }
    const e = eigenstrain[i];
    const tt = onAxis[i] ? rr : displacement[2 * i] / x[2 * i];
    const trace = lambda * (rr + tt + zz - 3 * e);
    radial[i] = trace + 2 * mu * (rr - e);
    hoop[i] = trace + 2 * mu * (tt - e);
    axial[i] = trace + 2 * mu * (zz - e);
    shear[i] = onAxis[i] ? 0 : mu * (rz + zr);
  }
  const plane = youngsModulus / (1 - poissonRatio * poissonRatio);
  const { nodes, stencil, weightR, weightZ, tangent } = surface;
  for (let s = 0; s < nodes.length; ++s) {
    const i = nodes[s];
    let along = 0;
    for (let k = stencilWidth * s; k < stencilWidth * (s + 1); ++k) {
      along += weightR[k] * displacement[2 * stencil[k]] + weightZ[k] * displacement[2 * stencil[k] + 1];
    }
    const e = eigenstrain[i];
    const tt = onAxis[i] ? along : displacement[2 * i] / x[2 * i];
    const stress = plane * (along - e + poissonRatio * (tt - e));
    const [tr, tz] = [tangent[2 * s], tangent[2 * s + 1]];
    radial[i] = stress * tr * tr;
    axial[i] = stress * tz * tz;
    shear[i] = stress * tr * tz;
    hoop[i] = plane * (tt - e + poissonRatio * (along - e));
  }
}
