// The outer shape of a milled fragment: an ellipsoid cut by fracture planes, its edges rounded and its surface rough.
// d(r) = τ ln(exp(d_E/τ) + Σ_i exp((n_i·r − h_i)/τ)) + ρ f(r), with d_E = (|r/a| − 1) min a, close to the signed
// distance from the surface, negative inside. The longest path of a beam across the tilt axis stays below 0.9 µm, so
// that a few percent of 545 eV photons pass even there.

import { random } from "../numerics/rng.js";
import { noiseRow, noiseWaves, type Wave } from "./noise-field.js";

const nm = 1e-9;
/** m, half lengths across the beam, along the tilt axis, along the beam at tilt 0; assumed within the study's milled sizes */
export const semiAxes = { x: 440 * nm, y: 520 * nm, z: 400 * nm };
const fracturePlanes = 11;
/** distance of a plane from the centre over that at which it would touch the ellipsoid */
const cut = { least: 0.72, most: 0.95 };
const rounding = 18 * nm;
const roughness = { height: 6 * nm, wavelengths: [160 * nm, 400 * nm] as const, waves: 48 };

interface Plane {
  nx: number;
  ny: number;
  nz: number;
  /** m from the centre */
  distance: number;
}

export interface FragmentShape {
  planes: Plane[];
  roughness: Wave[];
}

/** The shape of a seed: planes spread by a Fibonacci spiral, turned and jittered. */
export function fragmentShape(seed: number): FragmentShape {
  const uniform = random(seed);
  const turn = 2 * Math.PI * uniform();
  const goldenAngle = Math.PI * (3 - Math.sqrt(5));
  const planes = Array.from({ length: fracturePlanes }, (_, i) => {
    const ny = clamp(1 - (2 * (i + 0.5 + 0.6 * (uniform() - 0.5))) / fracturePlanes, -1, 1);
    const azimuth = turn + i * goldenAngle + 0.6 * (uniform() - 0.5);
    const across = Math.sqrt(1 - ny * ny);
    const [nx, nz] = [across * Math.cos(azimuth), across * Math.sin(azimuth)];
    const touching = Math.hypot(semiAxes.x * nx, semiAxes.y * ny, semiAxes.z * nz);
    return { nx, ny, nz, distance: touching * (cut.least + (cut.most - cut.least) * uniform()) };
  });
  return { planes, roughness: noiseWaves(uniform, roughness.wavelengths, roughness.waves) };
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}

/** Whether a line along the tilt axis through (x, z), m, can meet the fragment: none of it lies far outside the ellipsoid. */
export function mayHold(x: number, z: number): boolean {
  return Math.hypot(x / semiAxes.x, z / semiAxes.z) < 1.1;
}

/** Signed distance from the surface, m, at (x, y0 + j step, z) for every j of `out`; negative inside. */
export function distanceRow(
  { planes, roughness: waves }: FragmentShape,
  x: number,
  z: number,
  y0: number,
  step: number,
  out: Float64Array
): void {
  noiseRow(waves, x, z, y0, step, out);
  const smallest = Math.min(semiAxes.x, semiAxes.y, semiAxes.z);
  const across = (x / semiAxes.x) ** 2 + (z / semiAxes.z) ** 2;
  const terms = planes.map(({ nx, ny, nz, distance }) =>
    Math.exp((nx * x + ny * y0 + nz * z - distance) / rounding)
  );
  const ratios = planes.map(({ ny }) => Math.exp((ny * step) / rounding));
  for (let j = 0; j < out.length; ++j) {
    const y = (y0 + j * step) / semiAxes.y;
    let sum = Math.exp(((Math.sqrt(across + y * y) - 1) * smallest) / rounding);
    for (let i = 0; i < terms.length; ++i) {
      sum += terms[i];
      terms[i] *= ratios[i];
    }
    out[j] = rounding * Math.log(sum) + roughness.height * out[j];
  }
}

/** Share of a voxel of width h that lies inside a surface at a signed distance d from its centre. */
export function coverage(d: number, h: number): number {
  return clamp(0.5 - d / h, 0, 1);
}
