// How composition goes with the distance from the particle's surface: shares of the classes and mean ratio in shells of
// equal thickness. Distances are those of voxel centres to the nearest centre outside, less half a voxel, which is where
// the surface lies on the mean.

import { distanceTransform } from "../numerics/distance-transform.js";
import { fillVoids } from "./support.js";

export interface DepthProfile {
  /** m, from the surface to the middle of each shell */
  depth: Float64Array;
  voxels: Uint32Array;
  /** shares of the shell's classified voxels, NaN in a shell without any */
  target: Float64Array;
  oxygenPoor: Float64Array;
  oxygenRich: Float64Array;
  /** mean of the ratio */
  ratio: Float64Array;
}

/**
 * m from each voxel inside to the outer surface; 0 outside. Closed voids inside have no surface of their own here.
 * @param inside 1 in the particle @param voxel m
 */
export function depthBelowSurface(
  inside: Uint8Array,
  { size, slices, voxel }: { size: number; slices: number; voxel: number }
): Float32Array {
  const shape = [size, size, slices] as const;
  const distance = distanceTransform(fillVoids(inside, shape), shape, { outsideIsBackground: true });
  return distance.map((d) => Math.max(0, (d - 0.5) * voxel));
}

/** @param depth m, of each voxel @param thickness m, of a shell */
export function depthProfile(
  classes: Uint8Array,
  ratio: Float32Array,
  depth: Float32Array,
  thickness: number
): DepthProfile {
  let deepest = 0;
  classes.forEach((c, v) => c > 0 && (deepest = Math.max(deepest, depth[v])));
  const shells = Math.floor(deepest / thickness) + 1;
  const counts = [1, 2, 3].map(() => new Float64Array(shells));
  const voxels = new Uint32Array(shells);
  const sum = new Float64Array(shells);
  classes.forEach((c, v) => {
    if (c === 0) return;
    const shell = Math.floor(depth[v] / thickness);
    ++counts[c - 1][shell];
    ++voxels[shell];
    sum[shell] += ratio[v];
  });
  const share = (of: Float64Array) => of.map((count, shell) => count / voxels[shell]);
  return {
    depth: Float64Array.from({ length: shells }, (_, shell) => (shell + 0.5) * thickness),
    voxels,
    target: share(counts[0]),
    oxygenPoor: share(counts[1]),
    oxygenRich: share(counts[2]),
    ratio: share(sum)
  };
}
