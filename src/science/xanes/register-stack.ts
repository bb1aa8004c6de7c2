// Places of the sample in a stack of images whose contrast changes with the energy: each image is
// I(p) = g R(p − s) + c with a gain g and an offset c of its own, and the place s of the reference R follows by Gauss–Newton
// steps: the image moved back by s is fitted with R, 1 and the slopes of R, whose coefficients are g, c and −g δ, and s moves
// on by δ. The fit is the same for all images, so that its inverse is needed once. A step starts at the neighbour's place;
// where it does not settle, the correlation of the images (numerics/registration.ts) gives the start.
// Baker & Matthews, Int. J. Comput. Vis. 56 (2004) 221, doi 10.1023/B:VISI.0000011205.11775.fd.

import { lagrangeShift } from "../numerics/lagrange-shift.js";
import { orthogonalise } from "../numerics/orthogonalise.js";
import { register } from "../numerics/registration.js";

export interface ImageSize {
  columns: number;
  rows: number;
}

const steps = 12;
const settled = 2e-3;

/** A function that finds the place of images like the reference: image(p) ≈ gain · reference(p − place) + offset. */
export function placeFinder(
  reference: Float32Array,
  size: ImageSize
): (image: Float32Array, start: readonly [number, number]) => [number, number] {
  const { columns, rows } = size;
  const pixels = columns * rows;
  const design = new Float64Array(pixels * 4);
  for (let x = 0, p = 0; x < columns; ++x)
    for (let y = 0; y < rows; ++y, ++p) {
      // the border is left out: what comes in there is not known
      if (x < 2 || y < 2 || x >= columns - 2 || y >= rows - 2) continue;
      const [slopeX, slopeY] = [
        reference[p - rows] - reference[p + rows],
        reference[p - 1] - reference[p + 1]
      ];
      design.set([reference[p], 1, slopeX / 2, slopeY / 2], 4 * p);
    }
  const { q, inverse } = orthogonalise(design, pixels, 4);
  // rows of the pseudo-inverse R⁻¹ Qᵀ: of the gain, and of the two slopes
  const row = (i: number) =>
    Float64Array.from({ length: pixels }, (_, p) => {
      let sum = 0;
      for (let j = i; j < 4; ++j) sum += inverse[i * 4 + j] * q[p * 4 + j];
      return sum;
    });
  const [gainOf, slopeX, slopeY] = [row(0), row(2), row(3)];
  const descend = (image: Float32Array, from: readonly [number, number]) => {
    let [x, y] = from;
    let last = Infinity;
    for (let step = 0; step < steps && last > settled; ++step) {
      const back = lagrangeShift(image, size, -x, -y);
      let [gain, gx, gy] = [0, 0, 0];
      for (let p = 0; p < pixels; ++p) {
        gain += gainOf[p] * back[p];
        gx += slopeX[p] * back[p];
        gy += slopeY[p] * back[p];
      }
      if (!(gain > 0)) return { x, y, ok: false };
      const [dx, dy] = [clamp(gx / gain), clamp(gy / gain)];
      x += dx;
      y += dy;
      last = Math.hypot(dx, dy);
    }
    return { x, y, ok: last <= settled && Math.hypot(x, y) < Math.max(columns, rows) / 4 };
  };
  return (image, start) => {
    const near = descend(image, start);
    if (near.ok) return [near.x, near.y];
    const [x, y] = register(image, reference, [columns, rows], { upsampling: 20 }).shift;
    const again = descend(image, [x, y]);
    return again.ok ? [again.x, again.y] : [x, y];
  };
}

/** One pixel at a time: the slopes know no more than the neighbourhood. */
const clamp = (step: number) => Math.max(-1, Math.min(1, step));

/**
 * Places of all images [image][x, y], pixels, in the frame of one of them.
 * @param stack [image][x][y], contrast of the same sign throughout
 * @param reference index of the image whose frame it is
 * @returns places, and the mean of all images in that frame
 */
export function registerStack(
  stack: Float32Array,
  size: ImageSize,
  reference: number
): { places: Float64Array; mean: Float32Array } {
  const pixels = size.columns * size.rows;
  const count = stack.length / pixels;
  const image = (e: number) => stack.subarray(e * pixels, (e + 1) * pixels);
  const places = new Float64Array(2 * count);
  const order = [
    ...Array.from({ length: reference }, (_, i) => reference - 1 - i),
    ...Array.from({ length: count - reference - 1 }, (_, i) => reference + 1 + i)
  ];
  let target: Float32Array = image(reference);
  let mean: Float32Array = target;
  // the second round has the mean of all as reference: less noise, and of the same frame
  for (let round = 0; round < 2; ++round) {
    const find = placeFinder(target, size);
    for (const e of order) {
      const neighbour = e < reference ? e + 1 : e - 1;
      const own = places.subarray(2 * e, 2 * e + 2);
      const start = round === 0 ? places.subarray(2 * neighbour, 2 * neighbour + 2) : own;
      own.set(find(image(e), [start[0], start[1]]));
    }
    if (round > 0) places.set(find(image(reference), [0, 0]), 2 * reference);
    const sum = new Float64Array(pixels);
    for (let e = 0; e < count; ++e) {
      const back = lagrangeShift(image(e), size, -places[2 * e], -places[2 * e + 1]);
      for (let p = 0; p < pixels; ++p) sum[p] += back[p] / count;
    }
    mean = Float32Array.from(sum);
    target = mean;
  }
  return { places, mean };
}
