// Stress from strain, small strains and an isotropic solid: σ = λ tr(ε − e I) I + 2μ (ε − e I).
// Components in the order rr (radial from the axis), θθ (hoop), zz (axial), rz (shear).

import { mapElement, type P2Points } from "../numerics/p2.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import { lame } from "../material/elasticity.js";

/** One number a node (or point) in each field, Pa. */
export interface StressFields<A extends Float64Array | Float32Array = Float64Array> {
  radial: A;
  hoop: A;
  axial: A;
  shear: A;
}

export function stressFields(count: number): StressFields {
  const room = () => new Float64Array(count);
  return { radial: room(), hoop: room(), axial: room(), shear: room() };
}

/** √(½[(σ_rr − σ_θθ)² + (σ_θθ − σ_zz)² + (σ_zz − σ_rr)²] + 3 σ_rz²) */
export function vonMises(radial: number, hoop: number, axial: number, shear: number): number {
  return Math.sqrt(
    0.5 * ((radial - hoop) ** 2 + (hoop - axial) ** 2 + (axial - radial) ** 2) + 3 * shear * shear
  );
}

/** Stress in the frame of the sphere around the origin: along its radius, and around the polar angle. */
export function sphericalStress(
  r: number,
  z: number,
  radial: number,
  axial: number,
  shear: number
): { radial: number; polar: number } {
  const rho = Math.hypot(r, z);
  const [s, c] = rho > 0 ? [r / rho, z / rho] : [0, 1];
  return {
    radial: radial * s * s + axial * c * c + 2 * shear * s * c,
    polar: radial * c * c + axial * s * s - 2 * shear * s * c
  };
}

/**
 * Stress at the quadrature points of every triangle, [triangle][point], straight from the finite elements.
 * @param points tabulated shapes; overwritten by the maps of the elements
 * @param displacement 2·node + component  @param eigenstrain one number a node
 */
export function stressAtPoints(
  mesh: TriangleMesh,
  points: P2Points,
  displacement: Float64Array,
  eigenstrain: Float64Array,
  youngsModulus: number,
  poissonRatio: number
): StressFields {
  const { lambda, mu } = lame(youngsModulus, poissonRatio);
  const { count, n, nR, nZ, r } = points;
  const out = stressFields(mesh.triangleCount * count);
  for (let t = 0; t < mesh.triangleCount; ++t) {
    mapElement(points, mesh.coordinates, mesh.triangles, t);
    for (let q = 0; q < count; ++q) {
      let [rr, rz, zr, zz, u, e] = [0, 0, 0, 0, 0, 0];
      for (let a = 0; a < 6; ++a) {
        const node = mesh.triangles[6 * t + a];
        const ur = displacement[2 * node];
        const uz = displacement[2 * node + 1];
        const k = 6 * q + a;
        rr += nR[k] * ur;
        rz += nZ[k] * ur;
        zr += nR[k] * uz;
        zz += nZ[k] * uz;
        u += n[k] * ur;
        e += n[k] * eigenstrain[node];
      }
      const tt = u / r[q];
      const trace = lambda * (rr + tt + zz - 3 * e);
      const at = t * count + q;
      out.radial[at] = trace + 2 * mu * (rr - e);
      out.hoop[at] = trace + 2 * mu * (tt - e);
      out.axial[at] = trace + 2 * mu * (zz - e);
      out.shear[at] = mu * (rz + zr);
    }
  }
  return out;
}
