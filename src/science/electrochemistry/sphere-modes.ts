// Diffusion in a solid sphere under a flux at its surface, in the eigenfunctions of no flux (Crank, The Mathematics of
// Diffusion, §6.3; Carslaw & Jaeger §9.8): with ρ = r/R and the roots of tan q = q,
//   x(ρ, t) = x̄(t) + Σ u_n(t) sin(q_n ρ)/(ρ sin q_n),  dx̄/dt = 3j/R,  du_n/dt = −(D q_n²/R²) u_n + 2j/R,
// j the inward flux (lithium per formula unit · m/s). The mean is exact whatever the number of modes, so lithium is kept to
// rounding. Modes beyond the last follow the flux at once: as Σ 2/q_n² = 1/5, they raise the surface by (jR/D)(1/5 − Σ_N).

export interface SphereModes {
  /** q_n, ascending from 4.493 */
  roots: Float64Array;
  /** 1/5 − Σ 2/q_n² over these roots: what the modes beyond them hold in a steady state */
  tail: number;
}

/** The first `count` roots of tan q = q, and what the rest of them add up to. */
export function sphereModes(count: number): SphereModes {
  if (!(Number.isInteger(count) && count >= 0))
    throw new Error(`invalid number of modes: ${count}; must be a whole number of at least 0`);
  const roots = new Float64Array(count);
  let sum = 0;
  for (let n = 0; n < count; ++n) {
    // q = π(n + 3/2) − δ with tan δ = 1/q: contracts by 1/q² at least
    const asymptote = Math.PI * (n + 1.5);
    let q = asymptote - 1 / asymptote;
    for (let k = 0; k < 30; ++k) q = asymptote - Math.atan(1 / q);
    roots[n] = q;
    sum += 2 / (q * q);
  }
  return { roots, tail: 0.2 - sum };
}

/**
 * Modes that resolve a time: those beyond decay faster than it.
 * @param time s  @param diffusionTime R²/D, s
 */
export function modesFor(time: number, diffusionTime: number, most = 400): number {
  return Math.min(most, Math.max(12, Math.ceil(Math.sqrt(diffusionTime / time) / Math.PI)));
}

/** (1 − e^{−z})/z */
export function decayMean(z: number): number {
  return z > 0 ? -Math.expm1(-z) / z : 1;
}

/** (1 − (1 − e^{−z})/z)/z, from its series where that would cancel. */
export function decayRamp(z: number): number {
  return z < 1e-3 ? 0.5 - z / 6 + (z * z) / 24 - (z * z * z) / 120 : (1 - decayMean(z)) / z;
}

/** Lithium at the reduced radius ρ (0 centre … 1 surface). @param u one number a mode  @param tail see SphereModes @param load jR/D */
export function profileAt(
  { roots, tail }: SphereModes,
  u: ArrayLike<number>,
  mean: number,
  load: number,
  rho: number
): number {
  let x = mean;
  // the modes beyond the last are in their steady state: (ρ²/2 − 3/10) less what the kept ones hold of it
  let steady = rho * rho * 0.5 - 0.3;
  for (let n = 0; n < roots.length; ++n) {
    const q = roots[n];
    const shape = rho > 0 ? Math.sin(q * rho) / (rho * Math.sin(q)) : q / Math.sin(q);
    x += u[n] * shape;
    steady -= (2 / (q * q)) * shape;
  }
  return x + load * (tail === 0 ? 0 : steady);
}
