import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analysePattern } from "../../../src/science/numerics/ldlt.js";
import { nestedDissection } from "../../../src/science/numerics/ordering.js";
import { symmetricPattern } from "../../../src/science/numerics/pattern.js";
import { structuredMesh } from "./finite-elements.js";

const natural = (count: number) => Int32Array.from({ length: count }, (_, k) => k);

/** The five-point grid of n × n nodes: each edge is an element of two nodes. */
function grid(n: number) {
  const pairs: number[] = [];
  for (let j = 0; j < n; ++j) {
    for (let i = 0; i < n; ++i) {
      if (i + 1 < n) pairs.push(j * n + i, j * n + i + 1);
      if (j + 1 < n) pairs.push(j * n + i, (j + 1) * n + i);
    }
  }
  const coordinates = Float64Array.from({ length: 2 * n * n }, (_, k) =>
    k % 2 ? Math.floor(k / 2 / n) : (k >> 1) % n
  );
  return { matrix: symmetricPattern(n * n, Int32Array.from(pairs), 2, 1), coordinates };
}

const graphs = fc
  .record({ nodeCount: fc.integer({ min: 1, max: 60 }), dofsPerNode: fc.integer({ min: 1, max: 2 }) })
  .chain(({ nodeCount, dofsPerNode }) =>
    fc.record({
      nodeCount: fc.constant(nodeCount),
      dofsPerNode: fc.constant(dofsPerNode),
      // Few enough edges that many graphs are in pieces.
      pairs: fc
        .array(fc.nat(nodeCount - 1), { maxLength: 160 })
        .map((list) => list.slice(0, list.length & -2)),
      // A coarse raster puts many nodes in the same place.
      coordinates: fc.array(fc.integer({ min: 0, max: 9 }), {
        minLength: 2 * nodeCount,
        maxLength: 2 * nodeCount
      })
    })
  );

describe("nestedDissection", () => {
  it("is a permutation of the rows that keeps the dofs of a node together, on any graph", () => {
    fc.assert(
      fc.property(graphs, ({ nodeCount, dofsPerNode, pairs, coordinates }) => {
        const matrix = symmetricPattern(nodeCount, Int32Array.from(pairs), 2, dofsPerNode);
        const order = nestedDissection(matrix, Float64Array.from(coordinates), dofsPerNode);
        expect([...order].sort((a, b) => a - b)).toEqual([...natural(matrix.rowCount)]);
        for (let k = 0; k < order.length; k += dofsPerNode) {
          for (let d = 0; d < dofsPerNode; ++d) expect(order[k + d]).toBe(order[k] + d);
        }
      })
    );
  });

  it("fills an n × n grid with at most 31/4 n² log₂ n entries, as George proved", () => {
    for (const n of [15, 31, 63, 100]) {
      const { matrix, coordinates } = grid(n);
      const { entries } = analysePattern(matrix, nestedDissection(matrix, coordinates));
      expect(entries / (n * n * Math.log2(n))).toBeLessThan(31 / 4);
    }
  });

  it("fills a square of six-node triangles a third of what the natural order does", () => {
    const mesh = structuredMesh(40, 40);
    const matrix = symmetricPattern(mesh.nodeCount, mesh.triangles, 6, 1);
    const { entries } = analysePattern(matrix, nestedDissection(matrix, mesh.coordinates));
    expect(entries).toBeLessThan(analysePattern(matrix, natural(mesh.nodeCount)).entries / 3);
  });

  it("orders nodes that are all in one place", () => {
    const { matrix, coordinates } = grid(6);
    expect(nestedDissection(matrix, coordinates.fill(1)).toSorted()).toEqual(natural(36));
  });

  it("orders an empty matrix", () => {
    expect(nestedDissection(symmetricPattern(0, new Int32Array(0), 2, 1), new Float64Array(0))).toHaveLength(
      0
    );
  });

  it("refuses coordinates of other nodes, those that are not numbers, and dofs that do not divide the rows", () => {
    const { matrix, coordinates } = grid(3);
    expect(() => nestedDissection(matrix, coordinates.subarray(2))).toThrow(
      "invalid coordinates: 16 numbers"
    );
    expect(() => nestedDissection(matrix, coordinates, 2)).toThrow("invalid dofs per node: 2");
    coordinates[5] = NaN;
    expect(() => nestedDissection(matrix, coordinates)).toThrow("invalid coordinates of node 2: 2, NaN");
  });
});
