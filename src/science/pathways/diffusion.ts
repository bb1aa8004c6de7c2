// One implicit (backward Euler) step of ∂(s y)/∂t = ∇·(s D ∇y) in shells, with the inward flux at the surface given or
// tied to the surface's value: w_i s_i (y_i − y_i⁰) = h [k_{i+1} (y_{i+1} − y_i) − k_i (y_i − y_{i−1})] + h (3/R) J at the outermost.
// Finite volumes: what enters is what the mean gains, to rounding. Tridiagonal, by Thomas' algorithm.

import type { Shells } from "./grid.js";

export interface ImplicitStep {
  /** [shell]: unknown, holds the old values at the call and the new ones after it */
  y: Float64Array;
  /** s, share of each shell in which it diffuses; 1 throughout where left out */
  share?: Float64Array;
  /** D at the inner faces, count + 1 (m²/s) */
  diffusivity: Float64Array;
  /** s */
  time: number;
  /** J = constant − slope · y_outermost, inward, per formula unit · m/s */
  flux: { constant: number; slope: number };
}

const upper = new WeakMap<Shells, { c: Float64Array; d: Float64Array }>();

/** @returns J, the inward flux of the step */
export function implicitStep(shells: Shells, { y, share, diffusivity, time, flux }: ImplicitStep): number {
  const { count, weights, coupling, radius } = shells;
  let scratch = upper.get(shells);
  if (!scratch) upper.set(shells, (scratch = { c: new Float64Array(count), d: new Float64Array(count) }));
  const { c, d } = scratch;
  const area = (3 / radius) * time;
  let lower = 0;
  for (let i = 0; i < count; ++i) {
    const s = share ? share[i] : 1;
    const face = share && i + 1 < count ? 0.5 * (s + share[i + 1]) : s;
    const out = i + 1 < count ? time * diffusivity[i + 1] * coupling[i + 1] * face : 0;
    let middle = weights[i] * s + lower + out;
    let right = weights[i] * s * y[i];
    if (i === count - 1) {
      middle += area * flux.slope;
      right += area * flux.constant;
    }
    const pivot = i === 0 ? middle : middle - lower * c[i - 1];
    c[i] = out / pivot;
    d[i] = (right + (i === 0 ? 0 : lower * d[i - 1])) / pivot;
    lower = out;
  }
  y[count - 1] = d[count - 1];
  for (let i = count - 2; i >= 0; --i) y[i] = d[i] + c[i] * y[i + 1];
  return flux.constant - flux.slope * y[count - 1];
}
