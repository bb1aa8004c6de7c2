// The sparsity of a finite-element matrix, and where each element's entries lie in it.
// Row i couples with column j where some element holds both nodes; dof d of node n is row dofsPerNode·n + d.

import type { SparseMatrix } from "./sparse.js";

/** The elements around each node, as compressed rows; `local` is the node's place within the element. */
function elementsOfNodes(nodeCount: number, elementNodes: Int32Array, nodesPerElement: number) {
  const start = new Int32Array(nodeCount + 1);
  for (let k = 0; k < elementNodes.length; ++k) {
    const n = elementNodes[k];
    if (!(n >= 0 && n < nodeCount)) {
      throw new Error(
        `invalid element node: ${n}; must be from 0 to ${nodeCount - 1} (the node count less one)`
      );
    }
    ++start[n + 1];
  }
  for (let n = 0; n < nodeCount; ++n) start[n + 1] += start[n];
  const next = start.slice(0, nodeCount);
  const element = new Int32Array(elementNodes.length);
  const local = new Int32Array(elementNodes.length);
  for (let k = 0; k < elementNodes.length; ++k) {
    const at = next[elementNodes[k]]++;
    element[at] = (k / nodesPerElement) | 0;
    local[at] = k % nodesPerElement;
  }
  return { start, element, local };
}

/**
 * The symmetric matrix, all values zero, that couples every pair of dofs within an element, and each dof with itself.
 * @param elementNodes node numbers, nodesPerElement to an element
 * @throws where a node number is outside 0 … nodeCount − 1
 */
export function symmetricPattern(
  nodeCount: number,
  elementNodes: Int32Array,
  nodesPerElement: number,
  dofsPerNode: number
): SparseMatrix {
  const around = elementsOfNodes(nodeCount, elementNodes, nodesPerElement);
  const seen = new Int32Array(nodeCount).fill(-1);
  const neighbours = new Int32Array(nodesPerElement * elementNodes.length + nodeCount);
  const neighbourStart = new Int32Array(nodeCount + 1);
  let found = 0;
  for (let i = 0; i < nodeCount; ++i) {
    seen[i] = i;
    neighbours[found++] = i;
    for (let k = around.start[i]; k < around.start[i + 1]; ++k) {
      const first = around.element[k] * nodesPerElement;
      for (let b = 0; b < nodesPerElement; ++b) {
        const j = elementNodes[first + b];
        if (seen[j] === i) continue;
        seen[j] = i;
        neighbours[found++] = j;
      }
    }
    neighbourStart[i + 1] = found;
  }

  // Since the pattern is symmetric, handing i to each of its neighbours in ascending order of i sorts every row.
  const rowCount = nodeCount * dofsPerNode;
  const rowStart = new Int32Array(rowCount + 1);
  for (let i = 0; i < nodeCount; ++i) {
    const width = (neighbourStart[i + 1] - neighbourStart[i]) * dofsPerNode;
    for (let d = 0; d < dofsPerNode; ++d)
      rowStart[i * dofsPerNode + d + 1] = rowStart[i * dofsPerNode + d] + width;
  }
  const columns = new Int32Array(rowStart[rowCount]);
  const filled = new Int32Array(nodeCount);
  for (let i = 0; i < nodeCount; ++i) {
    for (let k = neighbourStart[i]; k < neighbourStart[i + 1]; ++k) {
      const j = neighbours[k];
      const offset = filled[j];
      filled[j] += dofsPerNode;
      for (let d = 0; d < dofsPerNode; ++d) {
        const at = rowStart[j * dofsPerNode + d] + offset;
        for (let e = 0; e < dofsPerNode; ++e) columns[at + e] = i * dofsPerNode + e;
      }
    }
  }
  return { rowCount, columnCount: rowCount, rowStart, columns, values: new Float64Array(columns.length) };
}

/**
 * Positions in `matrix.values` of each element's entries, element after element, row-major within an element whose
 * local dof is dofsPerNode·node + d; assembly is then `values[slots[s]] += ke[s]`.
 * @throws where the matrix lacks one of the entries
 */
export function elementSlots(
  matrix: SparseMatrix,
  elementNodes: Int32Array,
  nodesPerElement: number,
  dofsPerNode: number
): Int32Array {
  const nodeCount = matrix.rowCount / dofsPerNode;
  const around = elementsOfNodes(nodeCount, elementNodes, nodesPerElement);
  const { rowStart, columns } = matrix;
  const width = nodesPerElement * dofsPerNode;
  const slots = new Int32Array(elementNodes.length * dofsPerNode * width);
  const position = new Int32Array(matrix.columnCount).fill(-1);
  for (let i = 0; i < nodeCount; ++i) {
    for (let d = 0; d < dofsPerNode; ++d) {
      const row = i * dofsPerNode + d;
      for (let k = rowStart[row]; k < rowStart[row + 1]; ++k) position[columns[k]] = k;
      for (let k = around.start[i]; k < around.start[i + 1]; ++k) {
        const first = around.element[k] * nodesPerElement;
        let slot = (first * dofsPerNode + around.local[k] * dofsPerNode + d) * width;
        for (let b = 0; b < nodesPerElement; ++b) {
          const column = elementNodes[first + b] * dofsPerNode;
          for (let e = 0; e < dofsPerNode; ++e) {
            const at = position[column + e];
            if (at < rowStart[row]) {
              throw new Error(
                `missing entry at row ${row}, column ${column + e}; use the pattern of the same elements`
              );
            }
            slots[slot++] = at;
          }
        }
      }
      // Positions of earlier rows are below rowStart[row], so they need no clearing.
    }
  }
  return slots;
}
