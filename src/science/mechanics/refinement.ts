// How wrong a number may be that was computed on several meshes: Richardson's extrapolation from three of them, edges
// h ∝ 1/resolution, and a bound from their spread.
//   f(h) = f₀ + C h^p:  p = ln((f₁ − f₂)/(f₂ − f₃))/ln r,  f₀ = f₃ + (f₃ − f₂)/(r^p − 1),  r the ratio of resolutions.
// Meshes that are made anew do not nest, so that part of the error is noise: the extrapolation holds only where the three
// values approach a limit, while the spread holds always. After Eça & Hoekstra, J. Comput. Phys. 262 (2014) 104,
// doi:10.1016/j.jcp.2014.01.006, whose rule for noisy data is a multiple of the largest difference.

import type { StressParameters } from "./parameters.js";
import { simulate, type SimulateOptions } from "./simulate.js";

/** The spread of the three values times this bounds the error of each but the coarsest. */
export const spreadSafety = 1.5;

export interface Refinement {
  resolution: number[];
  value: number[];
  /** the limit and the order of convergence, where the three values approach one; null where they do not */
  extrapolated: number | null;
  order: number | null;
  /** largest error of the second and third value */
  bound: number;
}

/**
 * @param resolution three, ascending in a constant ratio
 * @throws where they are not
 */
export function refinement(resolution: number[], value: number[]): Refinement {
  const [coarse, middle, fine] = resolution;
  const ratio = fine / middle;
  if (
    resolution.length !== 3 ||
    value.length !== 3 ||
    !(ratio > 1.05) ||
    !(Math.abs(ratio / (middle / coarse) - 1) < 0.02)
  ) {
    throw new Error(
      `invalid resolutions: ${resolution.join(", ")}; must be three, each the same factor above the one before`
    );
  }
  const bound = spreadSafety * (Math.max(...value) - Math.min(...value));
  const order = Math.log((value[0] - value[1]) / (value[1] - value[2])) / Math.log(ratio);
  // beyond these the values have not begun to converge, or do so by chance
  if (!(order >= 0.5 && order <= 6)) return { resolution, value, extrapolated: null, order: null, bound };
  const extrapolated = value[2] + (value[2] - value[1]) / (ratio ** order - 1);
  return { resolution, value, extrapolated, order, bound };
}

/** Hoop stress at bridge point A (Pa) at a depth of discharge, on three meshes around a resolution. */
export async function refineBridge(
  parameters: StressParameters,
  depth: number,
  resolution = 1,
  { onProgress, ...options }: Omit<SimulateOptions, "resolution" | "frames" | "mesh" | "model"> = {}
): Promise<Refinement> {
  const resolutions = [resolution / Math.SQRT2, resolution, resolution * Math.SQRT2];
  const values: number[] = [];
  for (const [k, each] of resolutions.entries()) {
    const { bridge } = await simulate(parameters, {
      programme: [{ phase: "discharge", until: depth }],
      ...options,
      frames: [depth],
      resolution: each,
      onProgress: onProgress && ((share, what) => onProgress((k + share) / 3, what))
    });
    values.push(bridge.hoop[bridge.hoop.length - 1]);
  }
  return refinement(resolutions, values);
}
