// Correlation of two maps of one field against distance, pairs inside a mask only:
//   c(d) = ⟨δa(x) δb(x + d)⟩_{|d| in a ring} / (σ_a σ_b),  δ from the mean within the mask,
// the sums over pairs by Fourier transforms, divided by how many pairs the mask has at each lag. With a = b it is the
// autocorrelation. Peebles, The Large-Scale Structure of the Universe (1980), section 31, for edges by the mask's own pairs.

import { fourierTransform, nextPowerOfTwo, wrappedIndex, type Spectrum } from "./fft.js";

export interface PairCorrelation {
  /** pixels, mean of the ring */
  distance: Float64Array;
  correlation: Float64Array;
  /** pairs of pixels in each ring */
  pairs: Float64Array;
}

export interface PairCorrelationOptions {
  width: number;
  height: number;
  /** pixels, the largest lag */
  largest: number;
}

/**
 * Rings are one pixel wide, the first is distance 0.
 * @param maps [y][x]; all pairs of them are correlated @param mask 1 where they are to be compared
 * @returns item i·maps + j is map i against map j, for j ≥ i only
 * @throws where sizes do not fit, the mask is empty, or a map is uniform in it
 */
export function pairCorrelations(
  maps: readonly ArrayLike<number>[],
  mask: ArrayLike<number>,
  { width, height, largest }: PairCorrelationOptions
): Map<number, PairCorrelation> {
  for (const map of [...maps, mask])
    if (map.length !== width * height)
      throw new Error(`invalid map: ${map.length} pixels; must be ${width} × ${height} as the mask`);
  const [rows, columns] = [nextPowerOfTwo(height + largest + 1), nextPowerOfTwo(width + largest + 1)];
  const spectrum = (values: (p: number) => number): Spectrum => {
    const data = new Float64Array(2 * rows * columns);
    for (let y = 0; y < height; ++y)
      for (let x = 0; x < width; ++x)
        if (mask[y * width + x]) data[2 * (y * columns + x)] = values(y * width + x);
    return fourierTransform({ shape: [rows, columns], data });
  };
  const centred = maps.map((map) => {
    let [sum, squares, n] = [0, 0, 0];
    for (let p = 0; p < map.length; ++p)
      if (mask[p]) {
        sum += map[p];
        squares += map[p] ** 2;
        ++n;
      }
    const [mean, variance] = [sum / n, squares / n - (sum / n) ** 2];
    if (!(variance > 1e-14 * mean * mean && n > 1))
      throw new Error("invalid map: uniform, or nothing in the mask; correlation needs what varies");
    return { deviation: Math.sqrt(variance), spectrum: spectrum((p) => map[p] - mean) };
  });
  const pairs = ringSums(product(spectrum(() => 1)), rows, columns, largest);
  const out = new Map<number, PairCorrelation>();
  centred.forEach((a, i) =>
    centred.forEach((b, j) => {
      if (j < i) return;
      const sums = ringSums(product(a.spectrum, b.spectrum), rows, columns, largest);
      const scale = a.deviation * b.deviation;
      out.set(i * maps.length + j, {
        distance: pairs.distance,
        correlation: sums.sum.map((v, k) => v / (pairs.sum[k] * scale)),
        pairs: pairs.sum
      });
    })
  );
  return out;
}

/** Σ_x a(x) b(x + d) for all d. */
function product(a: Spectrum, b = a): Spectrum {
  const data = new Float64Array(a.data.length);
  for (let k = 0; k < data.length; k += 2) {
    const [ar, ai, br, bi] = [a.data[k], -a.data[k + 1], b.data[k], b.data[k + 1]];
    data[k] = ar * br - ai * bi;
    data[k + 1] = ar * bi + ai * br;
  }
  return fourierTransform({ shape: a.shape, data }, -1);
}

function ringSums({ data }: Spectrum, rows: number, columns: number, largest: number) {
  const rings = Math.floor(largest) + 1;
  const [sum, lengths, count] = [0, 1, 2].map(() => new Float64Array(rings));
  for (let y = -Math.floor(largest); y <= largest; ++y)
    for (let x = -Math.floor(largest); x <= largest; ++x) {
      const d = Math.hypot(x, y);
      const ring = Math.round(d);
      if (ring >= rings) continue;
      sum[ring] += data[2 * (wrappedIndex(y, rows) * columns + wrappedIndex(x, columns))];
      lengths[ring] += d;
      count[ring] += 1;
    }
  return { sum, distance: lengths.map((l, k) => l / count[k]) };
}
