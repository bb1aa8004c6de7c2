// How far an image is displaced against another: the place of the greatest normalised cross-correlation of the two,
//   d = argmax_d Σ a(x + d) b(x) / (‖a(· + d)‖ ‖b‖)   ⇔   argmin over d and the gain g of Σ |a(x + d) − g b(x)|²,
// found by Gauss–Newton steps from a start within a pixel or two, which is quicker than transforms for a thousand small
// images, and needs no interpolation of the peak. Lucas & Kanade (1981); Evangelidis & Psarakis, IEEE Trans. Pattern
// Anal. Mach. Intell. 30 (2008) 1858, doi:10.1109/TPAMI.2008.113.

import { shiftImage } from "./shift-image.js";

export interface Shift {
  /** pixels along columns */
  x: number;
  /** pixels along rows */
  y: number;
}

/**
 * The shift for which `shiftImage(a, …, x, y)` lies on `b` up to a factor.
 * @param a [x][y] @param b [x][y] @param start a first guess, pixels @returns the start where the images have no contrast
 */
export function registerShift(
  a: Float32Array,
  b: Float32Array,
  columns: number,
  rows: number,
  start: Shift = { x: 0, y: 0 },
  steps = 4
): Shift {
  const shift = { ...start };
  const moved = new Float32Array(a.length);
  for (let step = 0; step < steps; ++step) {
    shiftImage(a, columns, rows, shift.x, shift.y, moved);
    let [ab, bb] = [0, 0];
    for (let p = 0; p < b.length; ++p) {
      ab += moved[p] * b[p];
      bb += b[p] * b[p];
    }
    if (!(ab > 0)) return { ...start };
    const gain = ab / bb;
    // normal equations of the residual moved − g b against the slopes of g b, the gain's own direction projected out
    let [xx, xy, yy, xr, yr, bx, by] = [0, 0, 0, 0, 0, 0, 0];
    for (let x = 1; x < columns - 1; ++x)
      for (let y = 1, p = x * rows + 1; y < rows - 1; ++y, ++p) {
        const slopeX = (gain * (b[p + rows] - b[p - rows])) / 2;
        const slopeY = (gain * (b[p + 1] - b[p - 1])) / 2;
        const residual = moved[p] - gain * b[p];
        xx += slopeX * slopeX;
        xy += slopeX * slopeY;
        yy += slopeY * slopeY;
        xr += slopeX * residual;
        yr += slopeY * residual;
        bx += slopeX * b[p];
        by += slopeY * b[p];
      }
    xx -= (bx * bx) / bb;
    xy -= (bx * by) / bb;
    yy -= (by * by) / bb;
    const determinant = xx * yy - xy * xy;
    if (!(determinant > 1e-9 * xx * yy)) return { ...start };
    const [dx, dy] = [(xr * yy - yr * xy) / determinant, (yr * xx - xr * xy) / determinant];
    // one pixel at a time: the slopes know no more than the neighbourhood
    shift.x -= Math.max(-1, Math.min(1, dx));
    shift.y -= Math.max(-1, Math.min(1, dy));
    if (Math.hypot(dx, dy) < 1e-3) break;
  }
  return shift;
}
