// The fields of a fragment on a grid, kept at the points inside it only, and what the fields make of the composition.

import { compositionClass, classOf } from "./fragment-classes.js";
import { depthTerm, deviationsAt, type Pattern, surfaceLayer, type Thresholds } from "./fragment-domains.js";
import { coverage, distanceRow, type FragmentShape, mayHold } from "./fragment-shape.js";
import { noiseRow, type Wave } from "./noise-field.js";

/** Points of a grid of size³ voxels whose voxels hold some oxide. */
export interface FragmentPoints {
  pattern: Pattern;
  size: number;
  /** place in [z][x][y] */
  index: Int32Array;
  /** share of the voxel inside the surface, and inside the surface layer */
  inside: Float32Array;
  layer: Float32Array;
  /** noise of the pattern and what the depth adds to it */
  noise: Float32Array;
  term: Float32Array;
}

/** @param grid.edge of the cube, m */
export function samplePoints(
  shape: FragmentShape,
  waves: readonly Wave[],
  pattern: Pattern,
  { size, edge }: { size: number; edge: number }
): FragmentPoints {
  const h = edge / size;
  const place = (i: number) => (i - (size - 1) / 2) * h;
  const [distance, noise] = [new Float64Array(size), new Float64Array(size)];
  // The fragment fills less than half of its cube.
  const room = Math.ceil(size ** 3 / 2);
  const [index, inside, layer] = [new Int32Array(room), new Float32Array(room), new Float32Array(room)];
  const [noises, terms] = [new Float32Array(room), new Float32Array(room)];
  const thickness = pattern === "none" ? 0 : surfaceLayer.thickness;
  let count = 0;
  for (let z = 0; z < size; ++z)
    for (let x = 0; x < size; ++x) {
      if (!mayHold(place(x), place(z))) continue;
      distanceRow(shape, place(x), place(z), place(0), h, distance);
      const first = distance.findIndex((d) => d < h / 2);
      if (first < 0) continue;
      const row = noise.subarray(first, distance.findLastIndex((d) => d < h / 2) + 1);
      noiseRow(waves, place(x), place(z), place(first), h, row);
      for (let j = 0; j < row.length; ++j) {
        const d = distance[first + j];
        if (d >= h / 2) continue;
        index[count] = (z * size + x) * size + first + j;
        inside[count] = coverage(d, h);
        layer[count] = coverage(d, h) - coverage(d + thickness, h);
        noises[count] = row[j];
        terms[count++] = depthTerm(pattern, -d);
      }
    }
  const cut = <T extends Int32Array | Float32Array>(array: T) => array.slice(0, count) as T;
  return {
    pattern,
    size,
    index: cut(index),
    inside: cut(inside),
    layer: cut(layer),
    noise: cut(noises),
    term: cut(terms)
  };
}

/** Oxygen that the surface layer lacks. */
const layerLack = surfaceLayer.deviation / (1 + surfaceLayer.deviation);

/** Share of oxide in a voxel, its oxygen relative to a voxel full of the target, and the relative lack of metal. */
export function fillsAt(
  { pattern, inside, layer, noise, term }: FragmentPoints,
  i: number,
  thresholds: Thresholds
): { oxide: number; oxygen: number; rich: number } {
  const { poor, rich } = deviationsAt(pattern, noise[i], term[i], thresholds);
  // TM/O that rises by δ at the same metal is oxygen that falls to 1/(1 + δ); the layer lacks what it lacks, or more
  if (poor === 0) return { oxide: inside[i], oxygen: inside[i] - layer[i] * layerLack, rich };
  const layerPoor = Math.max(poor, surfaceLayer.deviation);
  const oxygen = (inside[i] - layer[i]) / (1 + poor) + layer[i] / (1 + layerPoor);
  return { oxide: inside[i], oxygen, rich };
}

/**
 * A function that gives the shares of both classes at a deviation of 5 %, among the voxels of a coarser grid that are at
 * least half full.
 * @param coarse voxels along an edge of that grid, a divisor of the points' own
 */
export function shareMeter(
  points: FragmentPoints,
  coarse: number
): (thresholds: Thresholds) => { poor: number; rich: number } {
  const factor = points.size / coarse;
  const cells = points.index.map((at) => {
    const y = at % points.size;
    const x = Math.floor(at / points.size) % points.size;
    const z = Math.floor(at / points.size ** 2);
    return (Math.floor(z / factor) * coarse + Math.floor(x / factor)) * coarse + Math.floor(y / factor);
  });
  const [oxygen, metal] = [new Float64Array(coarse ** 3), new Float64Array(coarse ** 3)];
  return (thresholds) => {
    oxygen.fill(0);
    metal.fill(0);
    for (let i = 0; i < cells.length; ++i) {
      const fills = fillsAt(points, i, thresholds);
      oxygen[cells[i]] += fills.oxygen;
      metal[cells[i]] += fills.oxide * (1 - fills.rich);
    }
    const counts = [0, 0, 0, 0];
    for (let cell = 0; cell < metal.length; ++cell)
      if (Math.max(oxygen[cell], metal[cell]) >= 0.5 * factor ** 3)
        ++counts[classOf(metal[cell] / oxygen[cell] - 1, 0.05)];
    const total = Math.max(1, counts[1] + counts[2] + counts[3]);
    return {
      poor: counts[compositionClass.oxygenPoor] / total,
      rich: counts[compositionClass.oxygenRich] / total
    };
  };
}
