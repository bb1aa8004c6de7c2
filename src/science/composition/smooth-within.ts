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
  if (sigma === 0) return volume.map((value, v) => (mask[v] ? value : 0));
  let values = volume.map((value, v) => (mask[v] ? value : 0));
  let weights = Float32Array.from(mask);
  const strides = [shape[1] * shape[2], shape[2], 1];
  const taps = Math.ceil(reach * sigma);
  const kernel = Float64Array.from({ length: taps + 1 }, (_, k) => Math.exp(-((k / sigma) ** 2) / 2));
  shape.forEach((size, axis) => {
    values = alongAxis(values, size, strides[axis], kernel);
    weights = alongAxis(weights, size, strides[axis], kernel);
  });
  return values.map((value, v) => (mask[v] ? value / weights[v] : 0));
}

function alongAxis(
  values: Float32Array,
  size: number,
  stride: number,
  kernel: Float64Array
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(values.length);
  for (let v = 0; v < values.length; ++v) {
    const i = Math.floor(v / stride) % size;
    let sum = kernel[0] * values[v];
    for (let k = 1; k < kernel.length; ++k) {
      if (i - k >= 0) sum += kernel[k] * values[v - k * stride];
      if (i + k < size) sum += kernel[k] * values[v + k * stride];
    }
    out[v] = sum;
  }
  return out;
}
