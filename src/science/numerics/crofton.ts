// Surface area of voxels by the formula of Crofton: twice the area is four times the mean number of times that a line cuts
// the surface. Lines run along the 13 directions between neighbours,
//   S = Σ_k w_k · 2 n_k v / l_k,
// n_k pairs of neighbours along k of which one is inside, l_k their distance, v the volume of a voxel, w_k the share of the
// sphere of directions nearest to k. Unlike counted faces it has no bias that stays for a ball as voxels shrink.
// Ohser & Mücklich, Statistical Analysis of Microstructures in Materials Science (2000), ch. 4; weights: Legland, Kiêu &
// Devaux, Image Anal. Stereol. 26 (2007) 83, doi 10.5566/ias.v26.p83-92.

import { checkShape, type Shape } from "./volume-shape.js";

/** Shares of the sphere of directions that belong to an edge, a diagonal of a face and one of the cube; both senses. */
const weights = [0.0915557824, 0.0739612557, 0.0703912796];

interface Direction {
  step: readonly [number, number, number];
  factor: number;
}

const directions: readonly Direction[] = (() => {
  const half: Direction[] = [];
  for (let a = 0; a <= 1; ++a)
    for (let b = -1; b <= 1; ++b)
      for (let c = -1; c <= 1; ++c) {
        if (a === 0 && (b < 0 || (b === 0 && c <= 0))) continue;
        const axes = Math.abs(a) + Math.abs(b) + Math.abs(c);
        half.push({ step: [a, b, c], factor: (2 * weights[axes - 1]) / Math.sqrt(axes) });
      }
  return half;
})();

/**
 * Surface areas of all labelled regions, in faces of a voxel.
 * @param labels 0 outside, else 1 … count; the border of the volume is no surface. Where two regions touch, both have it
 * @returns areas of 1 … count; the sum of all at 0, in which what lies between two regions counts twice
 * @throws where the length is not the shape's or a label is larger than the count
 */
export function croftonAreas(labels: Int32Array | Uint8Array, shape: Shape, count: number): Float64Array {
  checkShape("labels", labels.length, shape);
  const [na, nb, nc] = shape;
  const slice = nb * nc;
  const areas = new Float64Array(count + 1);
  for (const { step, factor } of directions) {
    const [da, db, dc] = step;
    const offset = da * slice + db * nc + dc;
    const [bFrom, bTo] = [Math.max(0, -db), nb - Math.max(0, db)];
    const [cFrom, cTo] = [Math.max(0, -dc), nc - Math.max(0, dc)];
    for (let a = 0; a < na - da; ++a)
      for (let b = bFrom; b < bTo; ++b) {
        const row = a * slice + b * nc;
        for (let p = row + cFrom; p < row + cTo; ++p) {
          const [here, there] = [labels[p], labels[p + offset]];
          if (here === there) continue;
          if (here > count || there > count)
            throw new Error(`unknown label: ${Math.max(here, there)} at voxel ${p}; there are ${count}`);
          if (here > 0) areas[here] += factor;
          if (there > 0) areas[there] += factor;
        }
      }
  }
  areas[0] = 0;
  areas[0] = areas.reduce((sum, area) => sum + area, 0);
  return areas;
}
