// Gaussian smoothing that takes nothing from outside a mask: (G ∗ m f)/(G ∗ m), Knutsson & Westin (1993),
// "normalised convolution", doi:10.1109/CVPR.1993.341081.

/** Half the width of the kernel, in standard deviations. */
const reach = 3;

/**
 * @param volume [z][x][y] @param mask 1 where it counts @param shape [nz, nx, ny]
 * @param sigma standard deviation of the Gaussian, voxels; 0 leaves the volume as it is
 * @returns zero outside the mask
 */
export function smoothWithin(
  volume: Float32Array,
  mask: Uint8Array,
  shape: readonly [number, number, number],
  sigma: number
): Float32Array {
  let values = new Float32Array(volume.length);
  for (let v = 0; v < values.length; ++v) if (mask[v]) values[v] = volume[v];
  if (sigma === 0) return values;
  let weights = Float32Array.from(mask);
  const strides = [shape[1] * shape[2], shape[2], 1];
  const taps = Math.ceil(reach * sigma);
  const kernel = Float64Array.from({ length: taps + 1 }, (_, k) => Math.exp(-((k / sigma) ** 2) / 2));
  shape.forEach((size, axis) => {
    values = alongAxis(values, size, strides[axis], kernel);
    weights = alongAxis(weights, size, strides[axis], kernel);
  });
  for (let v = 0; v < values.length; ++v) values[v] = mask[v] ? values[v] / weights[v] : 0;
  return values;
}

function alongAxis(
  values: Float32Array,
  size: number,
  stride: number,
  kernel: Float64Array
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(values.length);
  const block = size * stride;
  const margin = (kernel.length - 1) * stride;
  // one block with nothing on either side, so that the taps need no tests
  const padded = new Float64Array(block + 2 * margin);
  for (let start = 0; start < values.length; start += block) {
    for (let p = 0; p < block; ++p) padded[margin + p] = values[start + p];
    for (let p = 0, at = margin; p < block; ++p, ++at) {
      let sum = kernel[0] * padded[at];
      for (let k = 1, far = stride; k < kernel.length; ++k, far += stride)
        sum += kernel[k] * (padded[at - far] + padded[at + far]);
      out[start + p] = sum;
    }
  }
  return out;
}
