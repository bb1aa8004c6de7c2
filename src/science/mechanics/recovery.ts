// Displacement gradients at the nodes, by polynomial-preserving recovery: around each corner a cubic is fitted to the
// nodal displacements of its patch by least squares, and differentiated; at the middle of an edge, the mean of its two
// corners' cubics (Zhang & Naga, SIAM J. Sci. Comput. 26 (2005) 1192, doi:10.1137/S1064827503402837).
// On the axis the cubic keeps the symmetry there: u_r odd and u_z even in r.
// The fit depends on the mesh alone, so it is made once, as a sparse operator from displacements to gradients.

import type { TriangleMesh } from "../numerics/triangle-mesh.js";

export interface GradientOperator {
  /** row i: entries rowStart[i] … rowStart[i + 1]; empty for nodes on free surfaces, see free-surface.ts */
  rowStart: Int32Array;
  columns: Int32Array;
  /** weights of ∂/∂r and ∂/∂z. On the axis, those of ∂u_r/∂r and of ∂u_z/∂z; the other two vanish there */
  byR: Float64Array;
  byZ: Float64Array;
  onAxis: Uint8Array;
}

type Powers = [r: number, z: number][];
const quartic: Powers = [];
for (let degree = 0; degree <= 4; ++degree) for (let z = 0; z <= degree; ++z) quartic.push([degree - z, z]);
const cubic = quartic.slice(0, 10);
const quadratic = cubic.slice(0, 6);
const odd = quartic.filter(([r]) => r % 2 === 1);
const even = quartic.filter(([r]) => r % 2 === 0);

/** Nodes of the triangles around each corner, as growing lists. */
function patches(mesh: TriangleMesh): Int32Array[] {
  const { vertexCount, triangles, triangleCount } = mesh;
  const around: number[][] = Array.from({ length: vertexCount }, () => []);
  for (let t = 0; t < triangleCount; ++t) for (let a = 0; a < 3; ++a) around[triangles[6 * t + a]].push(t);
  const stamp = new Int32Array(mesh.nodeCount).fill(-1);
  const stampTriangle = new Int32Array(triangleCount).fill(-1);
  return around.map((first, vertex) => {
    let ring = first;
    const nodes: number[] = [];
    for (const t of first) stampTriangle[t] = vertex;
    // a full ring of six triangles holds 19 nodes; with fewer than 14 a cubic is hardly held, so take the next ring
    for (let layer = 0; layer < 3 && ring.length; ++layer) {
      const next: number[] = [];
      for (const t of ring) {
        for (let a = 0; a < 6; ++a) {
          const node = triangles[6 * t + a];
          if (stamp[node] === vertex) continue;
          stamp[node] = vertex;
          nodes.push(node);
        }
      }
      if (nodes.length >= 14) break;
      for (const t of ring) {
        for (let a = 0; a < 3; ++a) {
          for (const other of around[triangles[6 * t + a]]) {
            if (stampTriangle[other] === vertex) continue;
            stampTriangle[other] = vertex;
            next.push(other);
          }
        }
      }
      ring = next;
    }
    return Int32Array.from(nodes);
  });
}

/** Least squares in a basis of monomials about a corner: gives the weights of the nodes in a derivative at a point. */
function fitAround(mesh: TriangleMesh, vertex: number, patch: Int32Array, basis: Powers) {
  const x = mesh.coordinates;
  const [r0, z0] = [x[2 * vertex], x[2 * vertex + 1]];
  let size = 0;
  for (const node of patch) size = Math.max(size, Math.hypot(x[2 * node] - r0, x[2 * node + 1] - z0));
  const terms = basis.length;
  const rows = new Float64Array(patch.length * terms);
  const powers = new Float64Array(10);
  const tabulate = (r: number, z: number) => {
    const [u, v] = [(r - r0) / size, (z - z0) / size];
    powers[0] = powers[5] = 1;
    for (let k = 1; k < 5; ++k) {
      powers[k] = powers[k - 1] * u;
      powers[5 + k] = powers[4 + k] * v;
    }
  };
  for (let p = 0; p < patch.length; ++p) {
    tabulate(x[2 * patch[p]], x[2 * patch[p] + 1]);
    for (let m = 0; m < terms; ++m) rows[p * terms + m] = powers[basis[m][0]] * powers[5 + basis[m][1]];
  }
  // normal equations by Cholesky; the scaled monomials keep them well conditioned enough for weights to 1e-10
  const normal = new Float64Array(terms * terms);
  for (let p = 0; p < patch.length; ++p) {
    for (let m = 0; m < terms; ++m) {
      const value = rows[p * terms + m];
      for (let k = 0; k <= m; ++k) normal[m * terms + k] += value * rows[p * terms + k];
    }
  }
  for (let m = 0; m < terms; ++m) {
    for (let k = 0; k <= m; ++k) {
      let sum = normal[m * terms + k];
      const before = sum;
      for (let j = 0; j < k; ++j) sum -= normal[m * terms + j] * normal[k * terms + j];
      if (m === k) {
        if (!(sum > 1e-9 * before)) return null;
        normal[m * terms + m] = Math.sqrt(sum);
      } else normal[m * terms + k] = sum / normal[k * terms + k];
    }
  }
  const coefficients = new Float64Array(terms);
  return (r: number, z: number, by: 0 | 1, out: Float64Array) => {
    tabulate(r, z);
    for (let m = 0; m < terms; ++m) {
      const [i, j] = basis[m];
      const d =
        by === 0 ? (i ? i * powers[i - 1] * powers[5 + j] : 0) : j ? j * powers[i] * powers[4 + j] : 0;
      coefficients[m] = d / size;
    }
    for (let m = 0; m < terms; ++m) {
      for (let j = 0; j < m; ++j) coefficients[m] -= normal[m * terms + j] * coefficients[j];
      coefficients[m] /= normal[m * terms + m];
    }
    for (let m = terms - 1; m >= 0; --m) {
      for (let j = m + 1; j < terms; ++j) coefficients[m] -= normal[j * terms + m] * coefficients[j];
      coefficients[m] /= normal[m * terms + m];
    }
    for (let p = 0; p < patch.length; ++p) {
      let sum = 0;
      for (let m = 0; m < terms; ++m) sum += coefficients[m] * rows[p * terms + m];
      out[p] = sum;
    }
  };
}

function surfaceNodes(
  { nodeCount, boundaryEdges, boundaryTags }: TriangleMesh,
  symmetryTags: number[]
): Uint8Array {
  const on = new Uint8Array(nodeCount);
  boundaryTags.forEach((tag, e) => {
    if (!symmetryTags.includes(tag)) for (let k = 0; k < 3; ++k) on[boundaryEdges[3 * e + k]] = 1;
  });
  return on;
}

/** @param symmetryTags tags of boundary edges that are not surfaces  @throws where the nodes around a corner cannot hold even a quadratic, which no sound mesh has */
export function gradientOperator(mesh: TriangleMesh, symmetryTags: number[]): GradientOperator {
  const { nodeCount, vertexCount, triangles, triangleCount, coordinates: x } = mesh;
  let reach = 0;
  for (let i = 0; i < nodeCount; ++i) reach = Math.max(reach, x[2 * i]);
  const onAxis = Uint8Array.from({ length: nodeCount }, (_, i) => (x[2 * i] < 1e-10 * reach ? 1 : 0));
  const patch = patches(mesh);
  const middles: number[][] = Array.from({ length: vertexCount }, () => []);
  const share = new Float64Array(nodeCount).fill(1);
  const donors = new Uint8Array(nodeCount);
  const onSurface = surfaceNodes(mesh, symmetryTags);
  for (let t = 0; t < triangleCount; ++t) {
    for (let a = 0; a < 3; ++a) {
      const middle = triangles[6 * t + 3 + a];
      if (donors[middle] || onSurface[middle]) continue;
      const ends = [triangles[6 * t + a], triangles[6 * t + ((a + 1) % 3)]];
      // a cubic with the axis' symmetry serves nodes on the axis only; one fitted from one side, only where there is no other
      const fitting = ends.filter((v) => onAxis[v] === onAxis[middle]);
      const inner = fitting.filter((v) => !onSurface[v]);
      const used = inner.length ? inner : fitting;
      donors[middle] = used.length;
      share[middle] = 1 / used.length;
      for (const v of used) middles[v].push(middle);
    }
  }
  const rowStart = new Int32Array(nodeCount + 1);
  for (let v = 0; v < vertexCount; ++v) {
    if (!onSurface[v]) rowStart[v + 1] += patch[v].length;
    for (const m of middles[v]) rowStart[m + 1] += patch[v].length;
  }
  for (let i = 0; i < nodeCount; ++i) rowStart[i + 1] += rowStart[i];
  const filled = rowStart.slice(0, nodeCount);
  const columns = new Int32Array(rowStart[nodeCount]);
  const byR = new Float64Array(columns.length);
  const byZ = new Float64Array(columns.length);
  const weights = new Float64Array(nodeCount);
  for (let v = 0; v < vertexCount; ++v) {
    if (onSurface[v] && middles[v].length === 0) continue;
    const full = fitAround(mesh, v, patch[v], cubic) ?? fitAround(mesh, v, patch[v], quadratic);
    const fitR = onAxis[v] ? fitAround(mesh, v, patch[v], odd) : full;
    const fitZ = onAxis[v] ? fitAround(mesh, v, patch[v], even) : full;
    if (!fitR || !fitZ) {
      throw new Error(`invalid mesh: too few nodes around node ${v} to recover a gradient; refine it there`);
    }
    for (let k = onSurface[v] ? 0 : -1; k < middles[v].length; ++k) {
      const node = k < 0 ? v : middles[v][k];
      const at = filled[node];
      filled[node] += patch[v].length;
      columns.set(patch[v], at);
      fitR(x[2 * node], x[2 * node + 1], 0, weights);
      for (let p = 0; p < patch[v].length; ++p) byR[at + p] = weights[p] * share[node];
      fitZ(x[2 * node], x[2 * node + 1], 1, weights);
      for (let p = 0; p < patch[v].length; ++p) byZ[at + p] = weights[p] * share[node];
    }
  }
  return { rowStart, columns, byR, byZ, onAxis };
}
