// Convolution with a Gaussian, one axis after the other: g_k ∝ exp(−k²/2σ²), |k| ≤ 4σ, normalised to 1. What lies
// beyond the data is either the nearest value in it, or 0.

/** Full width at half height over standard deviation. */
export const widthOverSigma = 2 * Math.sqrt(2 * Math.log(2));

/** Weights of a Gaussian of standard deviation σ (samples) at −r … r. */
export function gaussianKernel(sigma: number): Float64Array {
  const radius = Math.ceil(4 * sigma);
  const weights = Float64Array.from({ length: 2 * radius + 1 }, (_, k) =>
    sigma > 0 ? Math.exp(-0.5 * ((k - radius) / sigma) ** 2) : 1
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * Blurred copy of an array of any number of axes.
 * @param data the last axis fastest
 * @param shape samples along each axis, for example [images, x, y]
 * @param sigmas standard deviation along each axis, samples; 0 leaves an axis alone
 * @throws where the shape, the sigmas and the data do not fit each other
 */
export function gaussianBlur(
  data: Float32Array,
  shape: readonly number[],
  sigmas: readonly number[],
  beyond: "nearest" | "zero" = "nearest"
): Float32Array {
  if (shape.reduce((product, n) => product * n, 1) !== data.length || sigmas.length !== shape.length)
    throw new Error(
      `invalid shape: [${shape.join(", ")}] with ${sigmas.length} sigmas for ${data.length} values`
    );
  if (!sigmas.every((sigma) => sigma >= 0 && sigma < Infinity))
    throw new Error(`invalid blur: [${sigmas.join(", ")}]; must be 0 or more along each axis`);
  let from = data;
  let inner = 1;
  for (let axis = shape.length - 1; axis >= 0; --axis) {
    const [length, sigma] = [shape[axis], sigmas[axis]];
    if (sigma > 0) from = blurAxis(from, length, inner, gaussianKernel(sigma), beyond);
    inner *= length;
  }
  return from === data ? data.slice() : from;
}

function blurAxis(
  data: Float32Array,
  length: number,
  inner: number,
  weights: Float64Array,
  beyond: "nearest" | "zero"
): Float32Array {
  const taps = weights.length;
  const radius = (taps - 1) / 2;
  const block = length * inner;
  // One block with its margins, so that the innermost loops run without a test.
  const padded = new Float64Array((length + 2 * radius) * inner);
  const out = new Float32Array(data.length);
  for (let start = 0; start < data.length; start += block) {
    padded.set(data.subarray(start, start + block), radius * inner);
    if (beyond === "nearest")
      for (let k = 0; k < inner; ++k) {
        for (let r = 0; r < radius; ++r) {
          padded[r * inner + k] = data[start + k];
          padded[(length + radius + r) * inner + k] = data[start + block - inner + k];
        }
      }
    // four at a time: one sum alone would wait for each of its own additions
    let k = 0;
    for (; k + 3 < block; k += 4) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let w = 0, at = k; w < taps; ++w, at += inner) {
        const weight = weights[w];
        a += weight * padded[at];
        b += weight * padded[at + 1];
        c += weight * padded[at + 2];
        d += weight * padded[at + 3];
      }
      out[start + k] = a;
      out[start + k + 1] = b;
      out[start + k + 2] = c;
      out[start + k + 3] = d;
    }
    for (; k < block; ++k) {
      let sum = 0;
      for (let w = 0, at = k; w < taps; ++w, at += inner) sum += weights[w] * padded[at];
      out[start + k] = sum;
    }
  }
  return out;
}
