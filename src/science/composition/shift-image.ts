// An image moved by a fraction of a pixel, by cubic convolution along x, then y (Keys 1981, a = −1/2,
// doi:10.1109/TASSP.1981.1163711). Linear interpolation would blur each image by another amount, according to the
// fraction it is moved by, and the difference of two images across an edge would then show every outline.

/** The four weights for the pixels −1, 0, 1, 2 of a position 0 ≤ t < 1. */
function cubicWeights(t: number): [number, number, number, number] {
  const [t2, t3] = [t * t, t * t * t];
  return [(-t3 + 2 * t2 - t) / 2, (3 * t3 - 5 * t2 + 2) / 2, (-3 * t3 + 4 * t2 + t) / 2, (t3 - t2) / 2];
}

/**
 * out(x, y) = image(x + dx, y + dy), zero from beyond the image, which is the optical density of nothing.
 * @param image [x][y], columns × rows @param dx pixels along columns @param dy pixels along rows
 */
export function shiftImage(
  image: Float32Array,
  columns: number,
  rows: number,
  dx: number,
  dy: number,
  out = new Float32Array(columns * rows)
): Float32Array {
  if (dx === 0 && dy === 0) {
    out.set(image);
    return out;
  }
  const [wholeX, wholeY] = [Math.floor(dx), Math.floor(dy)];
  const wx = cubicWeights(dx - wholeX);
  const [w0, w1, w2, w3] = cubicWeights(dy - wholeY);
  // four pixels of nothing on either side, so that the four taps along a row need no tests
  const line = new Float64Array(rows + 8);
  for (let x = 0; x < columns; ++x) {
    line.fill(0);
    for (let k = 0; k < 4; ++k) {
      const column = x + wholeX + k - 1;
      if (column < 0 || column >= columns) continue;
      const weight = wx[k];
      for (let y = 0, from = column * rows; y < rows; ++y) line[y + 4] += weight * image[from + y];
    }
    for (let y = 0; y < rows; ++y) {
      const s = Math.min(Math.max(y + wholeY + 3, 0), rows + 4);
      out[x * rows + y] = w0 * line[s] + w1 * line[s + 1] + w2 * line[s + 2] + w3 * line[s + 3];
    }
  }
  return out;
}
