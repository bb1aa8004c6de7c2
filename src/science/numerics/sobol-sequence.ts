// Sobol's low-discrepancy points in up to 16 dimensions, with a seeded random shift of their digits:
//   x_i = ⊕_k g_k(i) v_k,  g(i) = i ⊕ ⌊i/2⌋ (Gray code),  v_k = direction numbers.
// Direction numbers: Joe & Kuo, SIAM J. Sci. Comput. 30 (2008) 2635, doi:10.1137/070709359 (new-joe-kuo-6.21201).
// The digital shift keeps every net property and moves the first point away from the corner 0.

import { random } from "./rng.js";

/** One line a dimension from the second on: degree s, coefficients a of the polynomial, first numbers m. */
const joeKuo: readonly (readonly [degree: number, coefficients: number, first: readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
  [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]],
  [6, 13, [1, 1, 1, 15, 21, 21]],
  [6, 16, [1, 3, 1, 13, 27, 49]]
];

export const mostDimensions = joeKuo.length + 1;
const bits = 32;

function directions(dimension: number): Uint32Array {
  const v = new Uint32Array(bits);
  if (dimension === 0) {
    for (let k = 0; k < bits; ++k) v[k] = 2 ** (bits - 1 - k);
    return v;
  }
  const [degree, coefficients, first] = joeKuo[dimension - 1];
  for (let k = 0; k < bits; ++k) {
    if (k < degree) {
      v[k] = first[k] * 2 ** (bits - 1 - k);
      continue;
    }
    let word = v[k - degree] ^ (v[k - degree] >>> degree);
    for (let j = 1; j < degree; ++j) if ((coefficients >> (degree - 1 - j)) & 1) word ^= v[k - j];
    v[k] = word;
  }
  return v;
}

/**
 * @param count number of points; a power of 2 keeps the points evenly spread
 * @param seed of the digital shift; null leaves the plain sequence, whose first point is 0
 * @returns points in [0, 1), [point][dimension]
 * @throws where there are more dimensions than direction numbers
 */
export function sobolSequence(count: number, dimensions: number, seed: number | null = null): Float64Array {
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > mostDimensions)
    throw new Error(`unsupported number of dimensions: ${dimensions}; must be from 1 to ${mostDimensions}`);
  const next = seed === null ? () => 0 : random(seed);
  const points = new Float64Array(count * dimensions);
  for (let d = 0; d < dimensions; ++d) {
    const v = directions(d);
    let x = Math.floor(next() * 2 ** bits) >>> 0;
    for (let i = 0; i < count; ++i) {
      points[i * dimensions + d] = x / 2 ** bits;
      x = (x ^ v[31 - Math.clz32((i + 1) & -(i + 1))]) >>> 0;
    }
  }
  return points;
}
