// Sizes of the particles as a few radii with shares of the mass: ln R normal with deviation s about ln of the median, by
// mass; Gauss–Hermite quadrature (Golub & Welsch 1969): nodes are eigenvalues of the symmetric tridiagonal matrix with √k
// beside its diagonal, weights the squares of the eigenvectors' first entries. Exact for moments of ln R up to 2K − 1.

import { symmetricEigen } from "../numerics/symmetric-eigen.js";

export interface ParticleSizes {
  /** m, ascending */
  radius: Float64Array;
  /** of the active mass; they add up to 1 */
  share: Float64Array;
}

/** @param spread σ of ln R; 0 is one size  @param count radii of a distribution */
export function particleSizes(median: number, spread: number, count = 7): ParticleSizes {
  if (!(median > 0 && Number.isFinite(median)))
    throw new Error(`invalid particle radius: ${median} m; must be positive`);
  if (!(spread >= 0 && spread < Infinity))
    throw new Error(`invalid spread of sizes: ${spread}; must be 0 or more`);
  if (spread === 0) return { radius: Float64Array.of(median), share: Float64Array.of(1) };
  const matrix = new Float64Array(count * count);
  for (let k = 1; k < count; ++k) matrix[(k - 1) * count + k] = matrix[k * count + k - 1] = Math.sqrt(k);
  const { values, vectors } = symmetricEigen(matrix, count);
  const order = Array.from({ length: count }, (_, k) => count - 1 - k);
  const share = Float64Array.from(order, (k) => vectors[k * count] ** 2);
  const sum = share.reduce((a, b) => a + b, 0);
  return {
    radius: Float64Array.from(order, (k) => median * Math.exp(spread * values[k])),
    share: share.map((w) => w / sum)
  };
}
