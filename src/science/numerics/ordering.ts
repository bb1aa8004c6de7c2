// Geometric nested dissection: cut the graph of nodes in two by the short one of a few straight lines, number the nodes on
// the cut last, and go on with the parts. Fill is of order n log n, work of order n^1.5, for meshes in the plane.
// George, Nested dissection of a regular finite element mesh, SIAM J. Numer. Anal. 10 (1973) 345–363.

import type { Graph } from "./elimination-tree.js";
import { lineCutter } from "./line-cut.js";
import { refineSeparator } from "./separator.js";
import type { SparseMatrix } from "./sparse.js";

/** Parts of so few nodes are not cut again. */
const leafSize = 8;

/**
 * An order of elimination with little fill, order[new] = old.
 * @param coordinates r and z of each node, interleaved; only their relative size matters
 * @param dofsPerNode dof d of node n is row dofsPerNode·n + d
 * @throws where the coordinates do not belong to the matrix
 */
export function nestedDissection(
  matrix: SparseMatrix,
  coordinates: Float64Array,
  dofsPerNode = 1
): Int32Array {
  const graph = nodeGraph(matrix, dofsPerNode);
  if (coordinates.length !== 2 * graph.count) {
    throw new Error(
      `invalid coordinates: ${coordinates.length} numbers; must be two for each of the ${graph.count} nodes`
    );
  }
  const bad = coordinates.findIndex((v) => !Number.isFinite(v)) >> 1;
  if (bad !== -1) {
    throw new Error(
      `invalid coordinates of node ${bad}: ${coordinates[2 * bad]}, ${coordinates[2 * bad + 1]}; must be finite`
    );
  }
  const nodes = dissect(graph, coordinates);
  const order = new Int32Array(matrix.rowCount);
  for (let k = 0; k < graph.count; ++k) {
    for (let d = 0; d < dofsPerNode; ++d) order[k * dofsPerNode + d] = nodes[k] * dofsPerNode + d;
  }
  return order;
}

/** Which nodes are coupled, without the diagonal. */
function nodeGraph({ rowCount, rowStart, columns }: SparseMatrix, dofsPerNode: number): Graph {
  const count = Math.ceil(rowCount / dofsPerNode);
  if (count * dofsPerNode !== rowCount) {
    throw new Error(`invalid dofs per node: ${dofsPerNode}; must divide the ${rowCount} rows of the matrix`);
  }
  const start = new Int32Array(count + 1);
  const neighbours = new Int32Array(columns.length);
  const seen = new Int32Array(count).fill(-1);
  let found = 0;
  for (let n = 0; n < count; ++n) {
    seen[n] = n;
    for (let p = rowStart[n * dofsPerNode]; p < rowStart[(n + 1) * dofsPerNode]; ++p) {
      const m = (columns[p] / dofsPerNode) | 0;
      if (seen[m] === n) continue;
      seen[m] = n;
      neighbours[found++] = m;
    }
    start[n + 1] = found;
  }
  return { count, start, neighbours: neighbours.subarray(0, found) };
}

/** Nodes in the order of elimination. Consumes the graph: what is numbered leaves the lists of neighbours. */
function dissect(graph: Graph, coordinates: Float64Array): Int32Array {
  const { count, start, neighbours } = graph;
  const end = start.slice(1);
  const nodes = Int32Array.from({ length: count }, (_, n) => n);
  const moved = new Int32Array(count);
  const side = new Uint8Array(count);
  const cutter = lineCutter(graph, end, coordinates);
  const pending = [0, count];
  while (pending.length > 0) {
    const to = pending.pop() ?? 0;
    const from = pending.pop() ?? 0;
    const part = nodes.subarray(from, to);
    if (part.length <= leafSize || !cutter(part, side)) continue;
    refineSeparator(graph, end, part, side);
    const size = [0, 0, 0];
    for (let k = 0; k < part.length; ++k) ++size[side[part[k]]];
    const next = [0, size[0], size[0] + size[1]];
    for (let k = 0; k < part.length; ++k) moved[next[side[part[k]]]++] = part[k];
    for (let k = 0; k < part.length; ++k) part[k] = moved[k];
    for (let k = size[0] + size[1]; k < part.length; ++k) {
      const n = part[k];
      for (let p = start[n]; p < end[n]; ++p) {
        const m = neighbours[p];
        let q = start[m];
        while (neighbours[q] !== n) ++q;
        neighbours[q] = neighbours[--end[m]];
      }
    }
    pending.push(from, from + size[0], from + size[0], from + size[0] + size[1]);
  }
  return nodes;
}
