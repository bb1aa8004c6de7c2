// Finite elastic strain on axisymmetric P2 triangles, total Lagrangian: F = I + ∂u/∂X = F_e F_ic, F_ic = g I,
// g = (1 + ΔV/V0)^{1/3} interpolated from the nodes. With S the second Piola–Kirchhoff stress, P = F S,
//   residual  R_a = ∫ P : ∂N_a/∂X,  tangent  A_iJkL = ∂P_iJ/∂F_kL = δ_ik S_JL + a H_iJ H_kL + b (K_ik G_JL + H_iL H_kJ).
// Two isotropic laws have this form:
//   St Venant–Kirchhoff  S = g (λ tr E_e I + 2μ E_e), E_e = ½ (FᵀF/g² − I);   a = λ/g, b = μ/g, G = I, H = F, K = FFᵀ;
//   neo-Hooke  S = g μ I + g³ (λ ln J_e − μ) C⁻¹;  a = g³ λ, b = g³ (μ − λ ln J_e), G = C⁻¹, H = F⁻ᵀ, K = I
// (Bonet & Wood, Nonlinear Continuum Mechanics for Finite Element Analysis, ch. 6 and 9). All for E = 1.

import { mapElement, p2Points } from "../numerics/p2.js";
import { triangleDegree5, type TriangleRule } from "../numerics/quadrature.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";

export type ElasticLaw = "st-venant-kirchhoff" | "neo-hooke";

/** What the elements need of the undeformed mesh, made once. Point p = count · triangle + q. */
export interface ElementTables {
  count: number;
  /** [q][node]: shape functions */
  n: Float64Array;
  /** [p]: weight · |J| · r */
  weight: Float64Array;
  /** [p][node][∂N/∂r, ∂N/∂z, N/r] */
  slopes: Float64Array;
}

export function elementTables(mesh: TriangleMesh, rule: TriangleRule = triangleDegree5): ElementTables {
  const points = p2Points(rule);
  const { count, n } = points;
  const weight = new Float64Array(mesh.triangleCount * count);
  const slopes = new Float64Array(18 * weight.length);
  for (let t = 0; t < mesh.triangleCount; ++t) {
    mapElement(points, mesh.coordinates, mesh.triangles, t);
    weight.set(points.weight, t * count);
    for (let k = 0, at = 18 * t * count; k < 6 * count; ++k, at += 3) {
      slopes[at] = points.nR[k];
      slopes[at + 1] = points.nZ[k];
      slopes[at + 2] = n[k] / points.r[(k / 6) | 0];
    }
  }
  return { count, n: n.slice(), weight, slopes };
}

/** g at every point. @param growth ΔV/V0 at the nodes  @param share of the growth, 0 … 1 */
export function pointStretches(
  { count, n }: ElementTables,
  { triangles, triangleCount }: TriangleMesh,
  growth: Float64Array,
  share = 1,
  out = new Float64Array(count * triangleCount)
): Float64Array {
  for (let t = 0, p = 0; t < triangleCount; ++t) {
    for (let q = 0; q < count; ++q, ++p) {
      let v = 0;
      for (let a = 0; a < 6; ++a) v += n[6 * q + a] * growth[triangles[6 * t + a]];
      out[p] = Math.cbrt(1 + share * v);
    }
  }
  return out;
}

export interface Material {
  law: ElasticLaw;
  /** Lamé's constants for E = 1 */
  lambda: number;
  mu: number;
}

/** Where the deformation gradient and all that follows from it at one point is left: see the fields' order below. */
const state = new Float64Array(9);
const [rr, rz, zr, zz, tt, sRR, sRZ, sZZ, sTT] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** F of the nodal displacements u[0 … 11] of a triangle, and S. Returns det F. */
function stressState(
  { law, lambda, mu }: Material,
  slopes: Float64Array,
  at: number,
  u: Float64Array,
  g: number
): number {
  let frr = 1;
  let frz = 0;
  let fzr = 0;
  let fzz = 1;
  let ftt = 1;
  for (let a = 0, k = at; a < 12; a += 2, k += 3) {
    const ur = u[a];
    const uz = u[a + 1];
    const byR = slopes[k];
    const byZ = slopes[k + 1];
    frr += byR * ur;
    frz += byZ * ur;
    fzr += byR * uz;
    fzz += byZ * uz;
    ftt += slopes[k + 2] * ur;
  }
  state[rr] = frr;
  state[rz] = frz;
  state[zr] = fzr;
  state[zz] = fzz;
  state[tt] = ftt;
  const plane = frr * fzz - frz * fzr;
  const det = plane * ftt;
  const crr = frr * frr + fzr * fzr;
  const crz = frr * frz + fzr * fzz;
  const czz = frz * frz + fzz * fzz;
  const ctt = ftt * ftt;
  if (law === "st-venant-kirchhoff") {
    const inverse = 1 / (g * g);
    const trace = 0.5 * lambda * ((crr + czz + ctt) * inverse - 3);
    state[sRR] = g * (trace + mu * (crr * inverse - 1));
    state[sZZ] = g * (trace + mu * (czz * inverse - 1));
    state[sTT] = g * (trace + mu * (ctt * inverse - 1));
    state[sRZ] = (mu * crz) / g;
  } else {
    const g3 = g * g * g;
    const inverse = 1 / (plane * plane);
    const c = g3 * (lambda * Math.log(det / g3) - mu);
    state[sRR] = g * mu + c * czz * inverse;
    state[sZZ] = g * mu + c * crr * inverse;
    state[sTT] = g * mu + c / ctt;
    state[sRZ] = -c * crz * inverse;
  }
  return det;
}

const local = new Float64Array(12);
const force = new Float64Array(12);
const element = new Float64Array(144);

function gather(triangles: Int32Array, t: number, displacement: Float64Array): void {
  for (let a = 0; a < 6; ++a) {
    const node = 2 * triangles[6 * t + a];
    local[2 * a] = displacement[node];
    local[2 * a + 1] = displacement[node + 1];
  }
}

/**
 * R at every dof (2·node + component); `out` is overwritten.
 * @returns −1, or the first triangle that the displacement turns inside out
 */
export function assembleResidual(
  { count, weight, slopes }: ElementTables,
  { triangles, triangleCount }: TriangleMesh,
  material: Material,
  stretch: Float64Array,
  displacement: Float64Array,
  out: Float64Array
): number {
  out.fill(0);
  for (let t = 0, p = 0; t < triangleCount; ++t) {
    gather(triangles, t, displacement);
    force.fill(0);
    for (let q = 0; q < count; ++q, ++p) {
      const det = stressState(material, slopes, 18 * p, local, stretch[p]);
      if (!(det > 0)) return t;
      const w = weight[p];
      const prr = w * (state[rr] * state[sRR] + state[rz] * state[sRZ]);
      const prz = w * (state[rr] * state[sRZ] + state[rz] * state[sZZ]);
      const pzr = w * (state[zr] * state[sRR] + state[zz] * state[sRZ]);
      const pzz = w * (state[zr] * state[sRZ] + state[zz] * state[sZZ]);
      const ptt = w * state[tt] * state[sTT];
      for (let a = 0, k = 18 * p; a < 12; a += 2, k += 3) {
        const byR = slopes[k];
        const byZ = slopes[k + 1];
        force[a] += prr * byR + prz * byZ + ptt * slopes[k + 2];
        force[a + 1] += pzr * byR + pzz * byZ;
      }
    }
    for (let a = 0; a < 6; ++a) {
      const node = 2 * triangles[6 * t + a];
      out[node] += force[2 * a];
      out[node + 1] += force[2 * a + 1];
    }
  }
  return -1;
}

/** Adds the tangent's entries to `values` at `slots` (144 a triangle, row-major, dof 2·node + component), cleared first. */
export function assembleTangent(
  { count, weight, slopes }: ElementTables,
  { triangles, triangleCount }: TriangleMesh,
  material: Material,
  stretch: Float64Array,
  displacement: Float64Array,
  slots: Int32Array,
  values: Float64Array
): void {
  const { law, lambda, mu } = material;
  values.fill(0);
  for (let t = 0, p = 0; t < triangleCount; ++t) {
    gather(triangles, t, displacement);
    element.fill(0);
    for (let q = 0; q < count; ++q, ++p) {
      const at = 18 * p;
      const g = stretch[p];
      const det = stressState(material, slopes, at, local, g);
      let hrr = state[rr];
      let hrz = state[rz];
      let hzr = state[zr];
      let hzz = state[zz];
      let htt = state[tt];
      const w = weight[p];
      let a = w;
      let b = w;
      let [grr, grz, gzz, gtt, krr, krz, kzz, ktt] = [1, 0, 1, 1, 1, 0, 1, 1];
      if (law === "st-venant-kirchhoff") {
        a *= lambda / g;
        b *= mu / g;
        krr = hrr * hrr + hrz * hrz;
        krz = hrr * hzr + hrz * hzz;
        kzz = hzr * hzr + hzz * hzz;
        ktt = htt * htt;
      } else {
        const plane = hrr * hzz - hrz * hzr;
        a *= g * g * g * lambda;
        b *= g * g * g * (mu - lambda * Math.log(det / (g * g * g)));
        [hrr, hrz, hzr, hzz, htt] = [hzz / plane, -hzr / plane, -hrz / plane, hrr / plane, 1 / htt];
        grr = hrr * hrr + hzr * hzr;
        grz = hrr * hrz + hzr * hzz;
        gzz = hrz * hrz + hzz * hzz;
        gtt = htt * htt;
      }
      const s1 = w * state[sRR];
      const s2 = w * state[sRZ];
      const s3 = w * state[sZZ];
      // A in the order rr, rz, zr, zz, θθ
      const ab = a + b;
      const a11 = s1 + ab * hrr * hrr + b * krr * grr;
      const a12 = s2 + ab * hrr * hrz + b * krr * grz;
      const a13 = ab * hrr * hzr + b * krz * grr;
      const a14 = a * hrr * hzz + b * (krz * grz + hrz * hzr);
      const a22 = s3 + ab * hrz * hrz + b * krr * gzz;
      const a23 = a * hrz * hzr + b * (krz * grz + hrr * hzz);
      const a24 = ab * hrz * hzz + b * krz * gzz;
      const a33 = s1 + ab * hzr * hzr + b * kzz * grr;
      const a34 = s2 + ab * hzr * hzz + b * kzz * grz;
      const a44 = s3 + ab * hzz * hzz + b * kzz * gzz;
      const a15 = a * hrr * htt;
      const a25 = a * hrz * htt;
      const a35 = a * hzr * htt;
      const a45 = a * hzz * htt;
      const a55 = w * state[sTT] + ab * htt * htt + b * ktt * gtt;
      for (let j = 0, k = at; j < 6; ++j, k += 3) {
        const x = slopes[k];
        const y = slopes[k + 1];
        const h = slopes[k + 2];
        const r1 = a11 * x + a12 * y + a15 * h;
        const r2 = a12 * x + a22 * y + a25 * h;
        const r3 = a13 * x + a23 * y + a35 * h;
        const r4 = a14 * x + a24 * y + a45 * h;
        const r5 = a15 * x + a25 * y + a55 * h;
        const z1 = a13 * x + a14 * y;
        const z2 = a23 * x + a24 * y;
        const z3 = a33 * x + a34 * y;
        const z4 = a34 * x + a44 * y;
        const z5 = a35 * x + a45 * y;
        // rows from the diagonal on; the rest is its mirror image
        for (let m = k, e = 26 * j; m < at + 18; m += 3, e += 24) {
          const u = slopes[m];
          const v = slopes[m + 1];
          const n = slopes[m + 2];
          element[e] += u * r1 + v * r2 + n * r5;
          element[e + 1] += u * z1 + v * z2 + n * z5;
          element[e + 12] += u * r3 + v * r4;
          element[e + 13] += u * z3 + v * z4;
        }
      }
    }
    const first = 144 * t;
    for (let i = 0; i < 12; ++i) {
      // the 2 × 2 block on the diagonal is whole
      const whole = i | 1;
      for (let j = 0; j <= whole; ++j) values[slots[first + 12 * i + j]] += element[12 * i + j];
      for (let j = whole + 1; j < 12; ++j) values[slots[first + 12 * i + j]] += element[12 * j + i];
    }
  }
}
