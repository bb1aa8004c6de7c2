// Errors of numerical fields against exact ones: in the volume-weighted L2 norm, relative to the exact field's, and the
// largest one, relative to the exact field's largest modulus.

import { mapElement, p2Points } from "../numerics/p2.js";
import { triangleDegree2, triangleDegree5, type TriangleRule } from "../numerics/quadrature.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import { sphericalStress, stressAtPoints, type StressFields } from "./stress.js";

export interface FieldError {
  /** √(∫(f − g)² dV / ∫ g² dV) */
  l2: number;
  /** max |f − g| / max |g| */
  max: number;
}

function accumulate() {
  let [difference, norm, largestDifference, largest] = [0, 0, 0, 0];
  return {
    add(weight: number, value: number, exact: number) {
      difference += weight * (value - exact) ** 2;
      norm += weight * exact * exact;
      largestDifference = Math.max(largestDifference, Math.abs(value - exact));
      largest = Math.max(largest, Math.abs(exact));
    },
    error: (): FieldError => ({ l2: Math.sqrt(difference / norm), max: largestDifference / largest })
  };
}

/** Of a P2 field given at the nodes. @param exact its value at (r, z) in the unit of the mesh */
export function compareField(
  mesh: TriangleMesh,
  field: ArrayLike<number>,
  exact: (r: number, z: number) => number,
  rule: TriangleRule = triangleDegree5
): FieldError {
  const points = p2Points(rule);
  const sums = accumulate();
  for (let t = 0; t < mesh.triangleCount; ++t) {
    mapElement(points, mesh.coordinates, mesh.triangles, t);
    for (let q = 0; q < points.count; ++q) {
      let value = 0;
      for (let a = 0; a < 6; ++a) value += points.n[6 * q + a] * field[mesh.triangles[6 * t + a]];
      sums.add(points.weight[q], value, exact(points.r[q], points.z[q]));
    }
  }
  return sums.error();
}

type SphereStress = (rho: number) => { radial: number; hoop: number };

/** Of the stress straight from the elements, at three points of each, against that of a sphere. */
export function compareStressAtPoints(
  mesh: TriangleMesh,
  displacement: Float64Array,
  eigenstrain: Float64Array,
  youngsModulus: number,
  poissonRatio: number,
  exact: SphereStress
): { radial: FieldError; hoop: FieldError } {
  const points = p2Points(triangleDegree2);
  const stress = stressAtPoints(mesh, points, displacement, eigenstrain, youngsModulus, poissonRatio);
  const [radial, hoop] = [accumulate(), accumulate()];
  for (let t = 0; t < mesh.triangleCount; ++t) {
    mapElement(points, mesh.coordinates, mesh.triangles, t);
    for (let q = 0; q < points.count; ++q) {
      const k = t * points.count + q;
      const [r, z, weight] = [points.r[q], points.z[q], points.weight[q]];
      const expected = exact(Math.hypot(r, z));
      const along = sphericalStress(r, z, stress.radial[k], stress.axial[k], stress.shear[k]).radial;
      radial.add(weight, along, expected.radial);
      hoop.add(weight, stress.hoop[k], expected.hoop);
    }
  }
  return { radial: radial.error(), hoop: hoop.error() };
}

/**
 * Of the recovered stress at the nodes against that of a sphere; both relative to the largest exact hoop stress.
 * @returns the largest errors anywhere, and of the hoop stress at the innermost nodes
 */
export function compareNodalStress(
  mesh: TriangleMesh,
  stress: StressFields | StressFields<Float32Array>,
  exact: SphereStress
): { radial: number; hoop: number; innermostHoop: number } {
  const x = mesh.coordinates;
  const rho = Float64Array.from({ length: mesh.nodeCount }, (_, i) => Math.hypot(x[2 * i], x[2 * i + 1]));
  const innermost = rho.reduce((least, v) => Math.min(least, v), Infinity);
  let [radial, hoop, innermostHoop, largest] = [0, 0, 0, 0];
  for (let i = 0; i < mesh.nodeCount; ++i) {
    const expected = exact(rho[i]);
    const along = sphericalStress(
      x[2 * i],
      x[2 * i + 1],
      stress.radial[i],
      stress.axial[i],
      stress.shear[i]
    ).radial;
    const error = Math.abs(stress.hoop[i] - expected.hoop);
    radial = Math.max(radial, Math.abs(along - expected.radial));
    hoop = Math.max(hoop, error);
    if (rho[i] <= innermost * (1 + 1e-9)) innermostHoop = Math.max(innermostHoop, error);
    largest = Math.max(largest, Math.abs(expected.hoop));
  }
  return { radial: radial / largest, hoop: hoop / largest, innermostHoop: innermostHoop / largest };
}
