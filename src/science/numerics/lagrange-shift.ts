// Moves an image by a fraction of a pixel: Lagrange's interpolation through six points, along one axis and then the
// other. Exact for polynomials of degree 5; a Gaussian point 2.5 pixels wide at half its height loses at worst 2 % of its
// height, half a pixel off along both axes.

/** Weights of the values at −2 … 3 for a place at `fraction` in [0, 1). */
export function lagrangeWeights(fraction: number): number[] {
  const nodes = [-2, -1, 0, 1, 2, 3];
  return nodes.map((node) =>
    nodes.reduce(
      (product, other) => (other === node ? product : (product * (fraction - other)) / (node - other)),
      1
    )
  );
}

/**
 * Copy of an image with its content moved by (dx, dy) pixels; what comes in from outside repeats the edge.
 * @param image [x][y]
 * @throws where the image has another size than that, or a shift is not finite
 */
export function lagrangeShift(
  image: Float32Array,
  { columns, rows }: { columns: number; rows: number },
  dx: number,
  dy: number
): Float32Array {
  if (image.length !== columns * rows)
    throw new Error(`invalid image: ${image.length} values; must be ${columns} × ${rows}`);
  if (!Number.isFinite(dx) || !Number.isFinite(dy))
    throw new Error(`invalid shift: (${dx}, ${dy}) pixels; must be finite`);
  return moveAlong(moveAlong(image, columns, rows, dx), rows, 1, dy);
}

/** Moves blocks of `length` items of `inner` values each along the items. */
function moveAlong(data: Float32Array, length: number, inner: number, shift: number): Float32Array {
  if (shift === 0) return data.slice();
  const whole = Math.floor(-shift);
  const [a, b, c, d, e, f] = lagrangeWeights(-shift - whole);
  const out = new Float32Array(data.length);
  const block = length * inner;
  // One block with the margins that the six points reach, so that the sum below runs without a test.
  const padded = new Float32Array(block + 5 * inner);
  for (let start = 0; start < data.length; start += block) {
    for (let i = 0; i < length + 5; ++i) {
      const from = start + Math.min(length - 1, Math.max(0, i - 2 + whole)) * inner;
      if (inner === 1) padded[i] = data[from];
      else padded.set(data.subarray(from, from + inner), i * inner);
    }
    for (let k = 0; k < block; ++k)
      out[start + k] =
        a * padded[k] +
        b * padded[k + inner] +
        c * padded[k + 2 * inner] +
        d * padded[k + 3 * inner] +
        e * padded[k + 4 * inner] +
        f * padded[k + 5 * inner];
  }
  return out;
}
