// Small finite-element problems for the tests and benches of the sparse kernels.

import { elementSlots, symmetricPattern } from "../../../src/science/numerics/pattern.js";
import type { SparseMatrix } from "../../../src/science/numerics/sparse.js";

/** Six-node triangles; coordinates r and z of each node, interleaved. */
export interface Mesh {
  nodeCount: number;
  coordinates: Float64Array;
  triangles: Int32Array;
}

/** The two six-node triangles of a cell of 3 × 3 nodes, as steps along and up. */
const cell = [
  [0, 0, 2, 0, 2, 2, 1, 0, 2, 1, 1, 1],
  [0, 0, 2, 2, 0, 2, 1, 1, 1, 2, 0, 1]
];

/** A square of n × m cells, each of two triangles, its unit square mapped by `map`. */
export function structuredMesh(
  n: number,
  m: number,
  map: (u: number, v: number) => [number, number] = (u, v) => [u, v]
): Mesh {
  const across = 2 * n + 1;
  const up = 2 * m + 1;
  const coordinates = new Float64Array(2 * across * up);
  for (let j = 0; j < up; ++j) {
    for (let i = 0; i < across; ++i)
      coordinates.set(map(i / (across - 1), j / (up - 1)), 2 * (j * across + i));
  }
  const triangles = new Int32Array(12 * n * m);
  let t = 0;
  for (let j = 0; j < up - 1; j += 2) {
    for (let i = 0; i < across - 1; i += 2) {
      for (const steps of cell) {
        for (let k = 0; k < 12; k += 2) triangles[t++] = (j + steps[k + 1]) * across + i + steps[k];
      }
    }
  }
  return { nodeCount: across * up, coordinates, triangles };
}

/** Half of a ring of radii 1 and 2 around the origin, n cells through its wall and 2 n along it. */
export const halfRing = (n: number): Mesh =>
  structuredMesh(n, 2 * n, (u, v) => [(1 + u) * Math.sin(Math.PI * v), (u + 1) * -Math.cos(Math.PI * v)]);

/** Gradients of the six shape functions of a straight triangle at three points, each of weight area / 3. */
function gradients(mesh: Mesh, t: number): { area: number; slope: Float64Array } {
  const [a, b, c] = mesh.triangles.subarray(6 * t, 6 * t + 3);
  const at = (n: number, axis: number) => mesh.coordinates[2 * n + axis];
  const area =
    ((at(b, 0) - at(a, 0)) * (at(c, 1) - at(a, 1)) - (at(c, 0) - at(a, 0)) * (at(b, 1) - at(a, 1))) / 2;
  const corner = [
    [at(b, 1) - at(c, 1), at(c, 0) - at(b, 0)],
    [at(c, 1) - at(a, 1), at(a, 0) - at(c, 0)],
    [at(a, 1) - at(b, 1), at(b, 0) - at(a, 0)]
  ].map((g) => g.map((v) => v / (2 * area)));
  const slope = new Float64Array(3 * 12);
  for (let q = 0; q < 3; ++q) {
    const l = [0.5, 0.5, 0.5];
    l[q] = 0;
    for (let axis = 0; axis < 2; ++axis) {
      for (let k = 0; k < 3; ++k) {
        const n = (k + 1) % 3;
        slope[12 * q + 2 * k + axis] = (4 * l[k] - 1) * corner[k][axis];
        slope[12 * q + 2 * (k + 3) + axis] = 4 * (l[k] * corner[n][axis] + l[n] * corner[k][axis]);
      }
    }
  }
  return { area, slope };
}

/** Stiffness of the Laplacian (one dof a node) or of plane strain with both Lamé constants 1 (two dofs a node). */
export function stiffness(mesh: Mesh, dofsPerNode: 1 | 2): SparseMatrix {
  const matrix = symmetricPattern(mesh.nodeCount, mesh.triangles, 6, dofsPerNode);
  const slots = elementSlots(matrix, mesh.triangles, 6, dofsPerNode);
  let s = 0;
  for (let t = 0; t < mesh.triangles.length / 6; ++t) {
    const { area, slope } = gradients(mesh, t);
    for (let a = 0; a < 6; ++a) {
      for (let i = 0; i < dofsPerNode; ++i) {
        for (let b = 0; b < 6; ++b) {
          for (let j = 0; j < dofsPerNode; ++j, ++s) {
            let sum = 0;
            for (let q = 0; q < 36; q += 12) {
              const u = q + 2 * a;
              const v = q + 2 * b;
              if (i === j) sum += slope[u] * slope[v] + slope[u + 1] * slope[v + 1];
              if (dofsPerNode === 2) sum += slope[u + i] * slope[v + j] + slope[u + j] * slope[v + i];
            }
            matrix.values[slots[s]] += (sum * area) / 3;
          }
        }
      }
    }
  }
  return matrix;
}

/** Turns the rows and columns of constrained dofs into those of the identity. */
export function pin(matrix: SparseMatrix, isPinned: (row: number) => boolean): SparseMatrix {
  for (let i = 0; i < matrix.rowCount; ++i) {
    for (let p = matrix.rowStart[i]; p < matrix.rowStart[i + 1]; ++p) {
      const j = matrix.columns[p];
      if (isPinned(i) || isPinned(j)) matrix.values[p] = i === j ? 1 : 0;
    }
  }
  return matrix;
}

/** Largest |A x − b| relative to ‖A‖∞ ‖x‖∞ + ‖b‖∞. */
export function residual(matrix: SparseMatrix, x: Float64Array, b: Float64Array): number {
  let worst = 0;
  let norm = 0;
  for (let i = 0; i < matrix.rowCount; ++i) {
    let sum = -b[i];
    let row = 0;
    for (let p = matrix.rowStart[i]; p < matrix.rowStart[i + 1]; ++p) {
      sum += matrix.values[p] * x[matrix.columns[p]];
      row += Math.abs(matrix.values[p]);
    }
    worst = Math.max(worst, Math.abs(sum));
    norm = Math.max(norm, row);
  }
  const largest = (v: Float64Array) => v.reduce((m, value) => Math.max(m, Math.abs(value)), 0);
  return worst / (norm * largest(x) + largest(b));
}
