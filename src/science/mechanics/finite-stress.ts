// Cauchy stress at finite strain, σ = F_e S_e F_eᵀ / det F_e, F_e = F/g, at the nodes of the undeformed mesh.
// Inside, F comes from recovered gradients of the displacement. On a free surface S_e N = 0 (since F_e S_e N = 0 and F_e
// is regular), so that what remains follows from the stretches within the surface, along its tangent T and around the axis,
//   λ_t = |∂x/∂s|/g,  λ_θ = (1 + u_r/r)/g,  and λ_n from S_n = 0  (E_nt = 0: isotropy);
//   σ = σ_t t⊗t + σ_θ θ⊗θ with t the tangent of the deformed surface.

import { mapElement, p2Points } from "../numerics/p2.js";
import type { TriangleRule } from "../numerics/quadrature.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import { lame } from "../material/elasticity.js";
import type { ElasticLaw, Material } from "./finite-element.js";
import { stencilWidth, type FreeSurface } from "./free-surface.js";
import type { NodalRecovery } from "./nodal-stress.js";
import { stressFields, type StressFields } from "./stress.js";

/** ∂/∂s of the two components of a field on free surfaces: weights beside those of FreeSurface, per stencil entry. */
export interface SurfaceSlopes extends FreeSurface {
  slopeR: Float64Array;
  slopeZ: Float64Array;
}

/** Takes the tangent out of the weights of a surface's ε_tt, which are those of ∂u_r/∂s times t_r and of ∂u_z/∂s times t_z. */
export function surfaceSlopes(surface: FreeSurface): SurfaceSlopes {
  const { nodes, stencil, weightR, weightZ, tangent } = surface;
  const slopeR = new Float64Array(weightR.length);
  const slopeZ = new Float64Array(weightZ.length);
  for (let s = 0; s < nodes.length; ++s) {
    const [tr, tz] = [tangent[2 * s], tangent[2 * s + 1]];
    const [from, to] = [stencilWidth * s, stencilWidth * (s + 1)];
    // where the surface is mirrored at its end, the component along the axis of the mirror has no slope at the end itself
    const mirrored = new Set(stencil.subarray(from, to)).size < stencilWidth;
    for (let k = from; k < to; ++k) {
      slopeR[k] = tr !== 0 ? weightR[k] / tr : mirrored ? 0 : weightZ[k] / tz;
      slopeZ[k] = tz !== 0 ? weightZ[k] / tz : mirrored ? 0 : weightR[k] / tr;
    }
  }
  return { ...surface, slopeR, slopeZ };
}

/** Cauchy stress of elastic stretches F_e given in the (r, z) plane and around the axis, for E = 1. */
function cauchy({ law, lambda, mu }: Material, F: Float64Array, out: Float64Array): void {
  const [rr, rz, zr, zz, tt] = F;
  const det = (rr * zz - rz * zr) * tt;
  const [brr, brz, bzz, btt] = [rr * rr + rz * rz, rr * zr + rz * zz, zr * zr + zz * zz, tt * tt];
  if (law === "st-venant-kirchhoff") {
    // F (λ tr I + μ (C − I)) Fᵀ = λ tr b + μ (b² − b)
    const trace = 0.5 * lambda * (brr + bzz + btt - 3) - mu;
    out[0] = (trace * brr + mu * (brr * brr + brz * brz)) / det;
    out[1] = (trace * btt + mu * btt * btt) / det;
    out[2] = (trace * bzz + mu * (bzz * bzz + brz * brz)) / det;
    out[3] = (trace * brz + mu * brz * (brr + bzz)) / det;
  } else {
    const pressure = lambda * Math.log(det) - mu;
    out[0] = (mu * brr + pressure) / det;
    out[1] = (mu * btt + pressure) / det;
    out[2] = (mu * bzz + pressure) / det;
    out[3] = (mu * brz) / det;
  }
}

/** A free surface so stretched that St Venant–Kirchhoff's law leaves it no thickness. */
export class StretchLimit extends Error {
  constructor(along: number, around: number) {
    super(
      `unsupported volume change: a free surface is stretched to ${along.toFixed(2)} and ${around.toFixed(2)} of its size, beyond what St Venant–Kirchhoff's law can carry; lower the volume change or the rate`
    );
    this.name = "StretchLimit";
  }
}

/** Principal Cauchy stresses along two stretches in a free surface, for E = 1. @throws StretchLimit */
function surfaceStress(
  { law, lambda, mu }: Material,
  along: number,
  around: number
): { along: number; around: number } {
  if (law === "st-venant-kirchhoff") {
    const [e, f] = [0.5 * (along * along - 1), 0.5 * (around * around - 1)];
    const normal = (-lambda * (e + f)) / (lambda + 2 * mu);
    if (1 + 2 * normal <= 0) throw new StretchLimit(along, around);
    const trace = lambda * (e + f + normal);
    const det = along * around * Math.sqrt(1 + 2 * normal);
    return {
      along: ((trace + 2 * mu * e) * along * along) / det,
      around: ((trace + 2 * mu * f) * around * around) / det
    };
  }
  // μ (n² − 1) + λ ln(n · along · around) = 0, which rises with n; as a function of ln n it is convex
  let log = (-lambda * Math.log(along * around)) / (lambda + 2 * mu);
  const inPlane = Math.log(along * around);
  for (let k = 0; k < 50; ++k) {
    const n2 = Math.exp(2 * log);
    const step = (mu * (n2 - 1) + lambda * (log + inPlane)) / (2 * mu * n2 + lambda);
    log -= step;
    if (Math.abs(step) < 1e-15) break;
  }
  const pressure = lambda * (log + inPlane);
  const det = Math.exp(log + inPlane);
  return {
    along: (mu * (along * along - 1) + pressure) / det,
    around: (mu * (around * around - 1) + pressure) / det
  };
}

const F = new Float64Array(5);
const sigma = new Float64Array(4);

/**
 * Fills `out` with the Cauchy stress at every node (Pa), its components along the fixed directions r, θ, z.
 * @param slopes of the free surfaces in `recovery`
 * @param displacement 2·node + component, in the unit of the mesh  @param growth ΔV/V0 at the nodes
 */
export function cauchyAtNodes(
  mesh: TriangleMesh,
  { gradient }: Pick<NodalRecovery, "gradient">,
  slopes: SurfaceSlopes,
  { law, poissonRatio, youngsModulus }: { law: ElasticLaw; poissonRatio: number; youngsModulus: number },
  displacement: Float64Array,
  growth: Float64Array,
  out: StressFields
): void {
  const material = { law, ...lame(1, poissonRatio) };
  const { rowStart, columns, byR, byZ, onAxis } = gradient;
  const { radial, hoop, axial, shear } = out;
  const x = mesh.coordinates;
  for (let i = 0; i < mesh.nodeCount; ++i) {
    if (rowStart[i] === rowStart[i + 1]) continue;
    let [rr, rz, zr, zz] = [1, 0, 0, 1];
    for (let k = rowStart[i]; k < rowStart[i + 1]; ++k) {
      const ur = displacement[2 * columns[k]];
      const uz = displacement[2 * columns[k] + 1];
      rr += byR[k] * ur;
      rz += byZ[k] * ur;
      zr += byR[k] * uz;
      zz += byZ[k] * uz;
    }
    const inverse = 1 / Math.cbrt(1 + growth[i]);
    F[0] = rr * inverse;
    F[1] = onAxis[i] ? 0 : rz * inverse;
    F[2] = onAxis[i] ? 0 : zr * inverse;
    F[3] = zz * inverse;
    F[4] = onAxis[i] ? F[0] : (1 + displacement[2 * i] / x[2 * i]) * inverse;
    cauchy(material, F, sigma);
    radial[i] = youngsModulus * sigma[0];
    hoop[i] = youngsModulus * sigma[1];
    axial[i] = youngsModulus * sigma[2];
    shear[i] = youngsModulus * sigma[3];
  }
  const { nodes, stencil, slopeR, slopeZ, tangent } = slopes;
  for (let s = 0; s < nodes.length; ++s) {
    const i = nodes[s];
    let [tr, tz] = [tangent[2 * s], tangent[2 * s + 1]];
    for (let k = stencilWidth * s; k < stencilWidth * (s + 1); ++k) {
      tr += slopeR[k] * displacement[2 * stencil[k]];
      tz += slopeZ[k] * displacement[2 * stencil[k] + 1];
    }
    const length = Math.hypot(tr, tz);
    const g = Math.cbrt(1 + growth[i]);
    const along = length / g;
    const around = onAxis[i] ? along : (1 + displacement[2 * i] / x[2 * i]) / g;
    const stress = surfaceStress(material, along, around);
    const factor = (youngsModulus * stress.along) / length ** 2;
    radial[i] = factor * tr * tr;
    axial[i] = factor * tz * tz;
    shear[i] = factor * tr * tz;
    hoop[i] = youngsModulus * stress.around;
  }
}

/** Cauchy stress at the points of a rule in every triangle, [triangle][point], straight from the finite elements (Pa). */
export function cauchyAtPoints(
  mesh: TriangleMesh,
  rule: TriangleRule,
  { law, poissonRatio, youngsModulus }: { law: ElasticLaw; poissonRatio: number; youngsModulus: number },
  displacement: Float64Array,
  growth: Float64Array
): StressFields {
  const material = { law, ...lame(1, poissonRatio) };
  const points = p2Points(rule);
  const { count, n, nR, nZ, r } = points;
  const out = stressFields(mesh.triangleCount * count);
  for (let t = 0; t < mesh.triangleCount; ++t) {
    mapElement(points, mesh.coordinates, mesh.triangles, t);
    for (let q = 0; q < count; ++q) {
      F[0] = F[3] = F[4] = 1;
      F[1] = F[2] = 0;
      let v = 0;
      for (let a = 0, k = 6 * q; a < 6; ++a, ++k) {
        const node = mesh.triangles[6 * t + a];
        const ur = displacement[2 * node];
        const uz = displacement[2 * node + 1];
        F[0] += nR[k] * ur;
        F[1] += nZ[k] * ur;
        F[2] += nR[k] * uz;
        F[3] += nZ[k] * uz;
        F[4] += (n[k] * ur) / r[q];
        v += n[k] * growth[node];
      }
      const inverse = 1 / Math.cbrt(1 + v);
      for (let k = 0; k < 5; ++k) F[k] *= inverse;
      cauchy(material, F, sigma);
      const p = t * count + q;
      out.radial[p] = youngsModulus * sigma[0];
      out.hoop[p] = youngsModulus * sigma[1];
      out.axial[p] = youngsModulus * sigma[2];
      out.shear[p] = youngsModulus * sigma[3];
    }
  }
  return out;
}
