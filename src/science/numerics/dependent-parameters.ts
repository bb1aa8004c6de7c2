// Which parameters a singular normal matrix cannot tell apart: those that the eigenvectors of its smallest eigenvalues are
// made of, after scaling to a unit diagonal; and those that move nothing at all.

import { symmetricEigen } from "./symmetric-eigen.js";

/** @param matrix N, n × n @returns indices, ascending; never empty */
export function dependentParameters(matrix: Float64Array, n: number): number[] {
  const diagonal = Float64Array.from({ length: n }, (_, i) => matrix[i * n + i]);
  const idle = Array.from(diagonal.keys()).filter((i) => !(diagonal[i] > 0 && diagonal[i] < Infinity));
  if (idle.length > 0) return idle;
  const scaled = matrix.map((value, e) => value / Math.sqrt(diagonal[Math.floor(e / n)] * diagonal[e % n]));
  const { values, vectors } = symmetricEigen(scaled, n);
  const named = new Set<number>();
  for (let v = n - 1; v >= 0; --v) {
    if (v < n - 1 && values[v] > 1e-10) break;
    const vector = vectors.subarray(v * n, (v + 1) * n);
    const largest = vector.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    vector.forEach((x, i) => {
      if (Math.abs(x) > 0.02 * largest) named.add(i);
    });
  }
  return [...named].sort((a, b) => a - b);
}
