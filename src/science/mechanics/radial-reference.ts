// A swelling sphere a ≤ r ≤ b at finite strain in one dimension, by Chebyshev collocation: an independent check of the
// finite elements, which share nothing with it but the elastic law. Unknown: where r is displaced to, ρ = r + u(r).
//   F = diag(ρ', ρ/r, ρ/r),  F_e = F/g,  dP_r/dr + 2 (P_r − P_t)/r = 0,  P_r = 0 on free surfaces (u = 0 at a centre),
// with the first Piola–Kirchhoff stress from the elastic stretches p = ρ'/g and t = ρ/(r g):
//   St Venant–Kirchhoff  P_r = g² p S_r,  S_r = λ tr + μ (p² − 1),  tr = ½ (p² − 1) + (t² − 1);
//   neo-Hooke  P_r = g² (μ (p − 1/p) + λ ln(p t²)/p); the same for P_t with t for p. Cauchy: σ_r = P_r/(g² t²), σ_t = P_t/(g² p t).

import { chebyshev, solveDense } from "../numerics/chebyshev.js";
import { lame } from "../material/elasticity.js";
import type { ElasticLaw } from "./finite-element.js";

export interface RadialProblem {
  /** radii a and b; a = 0 for a solid sphere */
  inner: number;
  outer: number;
  youngsModulus: number;
  poissonRatio: number;
  law?: ElasticLaw;
}

/** Functions of the undeformed radius. */
export interface RadialSolution {
  displacement: (r: number) => number;
  /** Cauchy stress */
  radial: (r: number) => number;
  hoop: (r: number) => number;
  /** of Newton's method */
  iterations: number;
}

/** P_r and P_t over g², and their derivatives by p and t. */
function response(law: ElasticLaw, lambda: number, mu: number, p: number, t: number) {
  if (law === "st-venant-kirchhoff") {
    const trace = 0.5 * (p * p - 1) + (t * t - 1);
    const [sr, st] = [lambda * trace + mu * (p * p - 1), lambda * trace + mu * (t * t - 1)];
    return {
      r: p * sr,
      t: t * st,
      rByP: sr + p * p * (lambda + 2 * mu),
      rByT: 2 * lambda * p * t,
      tByP: lambda * p * t,
      tByT: st + 2 * t * t * (lambda + mu)
    };
  }
  const log = lambda * Math.log(p * t * t);
  return {
    r: mu * (p - 1 / p) + log / p,
    t: mu * (t - 1 / t) + log / t,
    rByP: mu * (1 + 1 / (p * p)) + (lambda - log) / (p * p),
    rByT: (2 * lambda) / (p * t),
    tByP: lambda / (p * t),
    tByT: mu * (1 + 1 / (t * t)) + (2 * lambda - log) / (t * t)
  };
}

/**
 * @param growth ΔV/V0 at radius r, smooth
 * @param degree of the polynomial that stands for u
 * @throws where Newton's method does not converge
 */
export function radialReference(
  { inner: a, outer: b, youngsModulus, poissonRatio, law = "st-venant-kirchhoff" }: RadialProblem,
  growth: (r: number) => number,
  degree = 48
): RadialSolution {
  const { lambda, mu } = lame(1, poissonRatio);
  const { points: r, derivative: D, interpolate } = chebyshev(degree, a, b);
  const size = degree + 1;
  const g = r.map((v) => Math.cbrt(1 + growth(v)));
  const mean = g.reduce((sum, v) => sum + v, 0) / size;
  const u = r.map((v) => (mean - 1) * v);
  const by = (values: Float64Array, i: number) => {
    let sum = 0;
    for (let j = 0; j < size; ++j) sum += D[i * size + j] * values[j];
    return sum;
  };
  const stretchesAt = (i: number): [p: number, t: number] => {
    const p = (1 + by(u, i)) / g[i];
    return [p, r[i] > 0 ? (1 + u[i] / r[i]) / g[i] : p];
  };

  let change = Infinity;
  let iterations = 0;
  for (; change > 1e-13 * b; ++iterations) {
    if (iterations === 60) {
      throw new Error(
        `unsupported volume change: no radial solution after ${iterations} iterations (last change ${change}); lower it`
      );
    }
    const at = Array.from({ length: size }, (_, i) => response(law, lambda, mu, ...stretchesAt(i)));
    const force = Float64Array.from(at, (s, i) => g[i] ** 2 * s.r);
    // of P_r by u: row i of diag(rp) D + diag(rt)
    const rp = Float64Array.from(at, (s, i) => g[i] * s.rByP);
    const rt = Float64Array.from(at, (s, i) => (r[i] > 0 ? (g[i] * s.rByT) / r[i] : 0));
    const A = new Float64Array(size * size);
    const f = new Float64Array(size);
    for (let i = 0; i < size; ++i) {
      const row = i * size;
      if (r[i] === 0) {
        A[row + i] = 1;
        f[i] = u[i];
        continue;
      }
      if (i === 0 || i === degree) {
        for (let j = 0; j < size; ++j) A[row + j] = rp[i] * D[row + j];
        A[row + i] += rt[i];
        f[i] = force[i];
        continue;
      }
      f[i] = by(force, i) + (2 * (force[i] - g[i] ** 2 * at[i].t)) / r[i];
      const tp = g[i] * at[i].tByP;
      const tt = (g[i] * at[i].tByT) / r[i];
      for (let k = 0; k < size; ++k) {
        const d = D[row + k];
        for (let j = 0; j < size; ++j) A[row + j] += d * rp[k] * D[k * size + j];
        A[row + k] += d * rt[k] + (2 * (rp[i] - tp) * d) / r[i];
      }
      A[row + i] += (2 * (rt[i] - tt)) / r[i];
    }
    solveDense(A, f);
    const before = change;
    change = f.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
    for (let i = 0; i < size; ++i) u[i] -= f[i];
    // rounding leaves no more to gain
    if (change < 1e-9 * b && change > 0.5 * before) break;
  }

  const radial = new Float64Array(size);
  const hoop = new Float64Array(size);
  for (let i = 0; i < size; ++i) {
    const [p, t] = stretchesAt(i);
    const stress = response(law, lambda, mu, p, t);
    radial[i] = (youngsModulus * stress.r) / (t * t);
    hoop[i] = (youngsModulus * stress.t) / (p * t);
  }
  return {
    displacement: (x) => interpolate(u, x),
    radial: (x) => interpolate(radial, x),
    hoop: (x) => interpolate(hoop, x),
    iterations
  };
}
