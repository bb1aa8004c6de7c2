// A smooth random field with a chosen length scale: f(r) = √(2/M) Σ_m cos(k_m·r + φ_m), directions of k_m even over the
// sphere, 2π/|k_m| between two wavelengths, phases even. Mean 0, variance 1, close to Gaussian for many waves
// (Shinozuka & Deodatis, Appl. Mech. Rev. 44 (1991) 191, doi 10.1115/1.3119501). It is a function of the place in
// metres, so that every resolution samples the same field.

import type { Random } from "../numerics/rng.js";

/** Wave vectors (1/m) and phases. */
export interface Wave {
  kx: number;
  ky: number;
  kz: number;
  phase: number;
}

/** @param wavelengths m, shortest and longest */
export function noiseWaves(uniform: Random, wavelengths: readonly [number, number], count: number): Wave[] {
  const [shortest, longest] = wavelengths;
  return Array.from({ length: count }, () => {
    const k = (2 * Math.PI) / (shortest + (longest - shortest) * uniform());
    const cosine = 2 * uniform() - 1;
    const sine = Math.sqrt(1 - cosine * cosine);
    const azimuth = 2 * Math.PI * uniform();
    return {
      kx: k * sine * Math.cos(azimuth),
      ky: k * sine * Math.sin(azimuth),
      kz: k * cosine,
      phase: 2 * Math.PI * uniform()
    };
  });
}

/** The field at a place, m. */
export function noiseAt(waves: readonly Wave[], x: number, y: number, z: number): number {
  const sum = waves.reduce((total, w) => total + Math.cos(w.kx * x + w.ky * y + w.kz * z + w.phase), 0);
  return Math.sqrt(2 / waves.length) * sum;
}

/** The field at (x, y0 + j step, z) for every j of `out`; two cosines a wave, the rest by the recurrence of cosines. */
export function noiseRow(
  waves: readonly Wave[],
  x: number,
  z: number,
  y0: number,
  step: number,
  out: Float64Array
): void {
  out.fill(0);
  const amplitude = Math.sqrt(2 / waves.length);
  for (const { kx, ky, kz, phase } of waves) {
    const start = kx * x + ky * y0 + kz * z + phase;
    const turn = ky * step;
    const twice = 2 * Math.cos(turn);
    let previous = amplitude * Math.cos(start - turn);
    let value = amplitude * Math.cos(start);
    for (let j = 0; j < out.length; ++j) {
      out[j] += value;
      const next = twice * value - previous;
      previous = value;
      value = next;
    }
  }
}
