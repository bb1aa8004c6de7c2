// Diffusion in axisymmetric P2 elements, weak form with the measure r dr dz (2π left out):
//   M dx/dt + D K x = j b,  M_ab = ∫ N_a N_b,  K_ab = ∫ ∇N_a·∇N_b,  b_a = ∫_outer N_a r ds,
// j the inward flux at the outer surface, in units of x times m/s; no flux elsewhere.

import { mapElement, p2Points, edgeShapes, edgeSlopes } from "../numerics/p2.js";
import { gaussLegendre } from "../numerics/gauss.js";
import { nestedDissection } from "../numerics/ordering.js";
import { analysePattern, type LdltSymbolic } from "../numerics/ldlt.js";
import { elementSlots, symmetricPattern } from "../numerics/pattern.js";
import { triangleDegree5 } from "../numerics/quadrature.js";
import type { SparseMatrix } from "../numerics/sparse.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";

export interface TransportMatrices {
  mass: SparseMatrix;
  /** for D = 1; shares the pattern of `mass` */
  stiffness: SparseMatrix;
  symbolic: LdltSymbolic;
  /** b, one number a node */
  surface: Float64Array;
  /** nodes of the outer surface, ascending */
  surfaceNodes: Int32Array;
  /** ∫ N_a r dr dz of each node; they add up to the volume over 2π */
  nodeVolume: Float64Array;
  /** ∫ r dr dz: the solid's volume over 2π */
  volume: number;
  /** ∫ r ds over the outer surface: its area over 2π */
  area: number;
}

/** @param outerTag tag of the boundary edges that the flux enters through */
export function assembleTransport(mesh: TriangleMesh, outerTag: number): TransportMatrices {
  const { nodeCount, triangles, triangleCount, coordinates } = mesh;
  const mass = symmetricPattern(nodeCount, triangles, 6, 1);
  const slots = elementSlots(mass, triangles, 6, 1);
  const stiffness: SparseMatrix = { ...mass, values: new Float64Array(mass.values.length) };
  const points = p2Points(triangleDegree5);
  const { count, n, nR, nZ, weight } = points;
  for (let t = 0; t < triangleCount; ++t) {
    mapElement(points, coordinates, triangles, t);
    for (let a = 0; a < 6; ++a) {
      for (let b = 0; b <= a; ++b) {
        let m = 0;
        let k = 0;
        for (let q = 0; q < count; ++q) {
          const i = 6 * q + a;
          const j = 6 * q + b;
          m += weight[q] * n[i] * n[j];
          k += weight[q] * (nR[i] * nR[j] + nZ[i] * nZ[j]);
        }
        const slot = slots[36 * t + 6 * a + b];
        mass.values[slot] += m;
        stiffness.values[slot] += k;
        if (a !== b) {
          const mirrored = slots[36 * t + 6 * b + a];
          mass.values[mirrored] += m;
          stiffness.values[mirrored] += k;
        }
      }
    }
  }
  const symbolic = analysePattern(mass, nestedDissection(mass, coordinates, 1));
  const nodeVolume = new Float64Array(nodeCount);
  let volume = 0;
  for (let i = 0; i < nodeCount; ++i) {
    for (let k = mass.rowStart[i]; k < mass.rowStart[i + 1]; ++k) nodeVolume[i] += mass.values[k];
    volume += nodeVolume[i];
  }
  return { mass, stiffness, symbolic, ...outerSurface(mesh, outerTag), nodeVolume, volume };
}

function outerSurface(mesh: TriangleMesh, outerTag: number) {
  const { nodes: s, weights } = gaussLegendre(4);
  const { boundaryEdges, boundaryTags, boundaryEdgeCount, coordinates: x } = mesh;
  const surface = new Float64Array(mesh.nodeCount);
  const onSurface = new Set<number>();
  let area = 0;
  for (let e = 0; e < boundaryEdgeCount; ++e) {
    if (boundaryTags[e] !== outerTag) continue;
    const ends = [0, 1, 2].map((k) => boundaryEdges[3 * e + k]);
    for (const node of ends) onSurface.add(node);
    for (let q = 0; q < s.length; ++q) {
      const shape = edgeShapes(s[q]);
      const slope = edgeSlopes(s[q]);
      const sum = (f: number[], offset: number) =>
        f[0] * x[2 * ends[0] + offset] + f[1] * x[2 * ends[1] + offset] + f[2] * x[2 * ends[2] + offset];
      const ds = weights[q] * sum(shape, 0) * Math.hypot(sum(slope, 0), sum(slope, 1));
      for (let a = 0; a < 3; ++a) surface[ends[a]] += ds * shape[a];
      area += ds;
    }
  }
  if (!(area > 0)) throw new Error("missing outer surface: the mesh has no boundary edge with its tag");
  return { surface, surfaceNodes: Int32Array.from(onSurface).sort(), area };
}

/** Σ_a V_a x_a / Σ_a V_a: the mean of a nodal field over the solid. */
export function meanOver({ nodeVolume, volume }: TransportMatrices, field: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < nodeVolume.length; ++i) sum += nodeVolume[i] * field[i];
  return sum / volume;
}
