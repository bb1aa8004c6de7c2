// Binning of images by whole factors. Optical density is what is averaged, not transmission: it is the line integral
// that tomography needs, so that the mean of b² of them is exactly the projection of voxels b times as wide, whereas the
// logarithm of a mean transmission is too low wherever the thickness changes within the bin (Jensen). What speaks for
// transmission, less bias of the logarithm at few counts, is already done by the half count of the flat-field step.

/**
 * Means of b × b pixels of one image.
 * @param image [x][y], columns × rows
 * @throws unless b is a whole number that divides both sides
 */
export function binImage(
  image: Float32Array,
  columns: number,
  rows: number,
  b: number,
  out = new Float32Array((columns / b) * (rows / b))
): Float32Array {
  expectDivisor(b, [columns, rows]);
  const height = rows / b;
  out.fill(0);
  for (let x = 0; x < columns; ++x) {
    const to = Math.floor(x / b) * height;
    for (let y = 0; y < rows; ++y) out[to + Math.floor(y / b)] += image[x * rows + y];
  }
  const scale = 1 / (b * b);
  for (let p = 0; p < out.length; ++p) out[p] *= scale;
  return out;
}

/** Means of b × b × b voxels. @param volume [z][x][y], size × size × slices @throws unless b divides both */
export function binVolume(volume: Float32Array, size: number, slices: number, b: number): Float32Array {
  expectDivisor(b, [size, slices]);
  const [n, m] = [size / b, slices / b];
  const out = new Float32Array(n * n * m);
  for (let z = 0; z < size; ++z)
    for (let x = 0; x < size; ++x) {
      const [from, to] = [(z * size + x) * slices, (Math.floor(z / b) * n + Math.floor(x / b)) * m];
      for (let y = 0; y < slices; ++y) out[to + Math.floor(y / b)] += volume[from + y];
    }
  const scale = 1 / b ** 3;
  for (let v = 0; v < out.length; ++v) out[v] *= scale;
  return out;
}

export function expectDivisor(b: number, sides: number[]): void {
  if (!(Number.isInteger(b) && b > 0) || sides.some((side) => side % b !== 0))
    throw new Error(`invalid binning: ${b}; must be a whole number that divides ${sides.join(" and ")}`);
}
