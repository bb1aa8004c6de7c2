/** Means over squares of `factor`² pixels of images one after another, [image][x][y]. @param factor divides columns and rows */
export function binImages(
  images: Float32Array,
  { columns, rows }: { columns: number; rows: number },
  factor: number
): Float32Array {
  if (factor === 1) return images.slice();
  const coarse = rows / factor;
  const out = new Float32Array(images.length / factor ** 2);
  const sum = new Float64Array(coarse);
  const lines = images.length / rows;
  for (let line = 0; line < lines; line += factor) {
    sum.fill(0);
    for (let x = line; x < line + factor; ++x)
      for (let y = 0, at = x * rows; y < coarse; ++y) for (let j = 0; j < factor; ++j) sum[y] += images[at++];
    // columns are a multiple of the factor, so that no square reaches into the next image
    const start = (line / factor) * coarse;
    for (let y = 0; y < coarse; ++y) out[start + y] = sum[y] / factor ** 2;
  }
  if (columns % factor !== 0) throw new Error(`invalid binning: ${factor}; must divide ${columns} columns`);
  return out;
}
