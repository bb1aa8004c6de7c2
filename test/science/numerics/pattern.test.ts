import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementSlots, symmetricPattern } from "../../../src/science/numerics/pattern.js";

/** Nodes of elements that hold no node twice. */
const elements = fc
  .record({ nodeCount: fc.integer({ min: 6, max: 30 }), dofsPerNode: fc.integer({ min: 1, max: 3 }) })
  .chain(({ nodeCount, dofsPerNode }) =>
    fc.record({
      nodeCount: fc.constant(nodeCount),
      dofsPerNode: fc.constant(dofsPerNode),
      nodes: fc
        .array(
          fc.shuffledSubarray(
            Array.from({ length: nodeCount }, (_, n) => n),
            { minLength: 3, maxLength: 3 }
          ),
          { maxLength: 20 }
        )
        .map((list) => Int32Array.from(list.flat()))
    })
  );

describe("symmetricPattern and elementSlots", () => {
  it("assemble what adding entry by entry gives, in ascending columns", () => {
    fc.assert(
      fc.property(elements, ({ nodeCount, dofsPerNode, nodes }) => {
        const matrix = symmetricPattern(nodeCount, nodes, 3, dofsPerNode);
        const slots = elementSlots(matrix, nodes, 3, dofsPerNode);
        const size = nodeCount * dofsPerNode;
        const width = 3 * dofsPerNode;
        // The block of a node with itself is always there, so that a node without an element can be constrained.
        const naive = new Map<number, number>();
        for (let i = 0; i < size; ++i) {
          const first = i - (i % dofsPerNode);
          for (let d = 0; d < dofsPerNode; ++d) naive.set(i * size + first + d, 0);
        }
        const dof = (element: number, k: number) =>
          nodes[3 * element + Math.floor(k / dofsPerNode)] * dofsPerNode + (k % dofsPerNode);
        slots.forEach((slot, s) => {
          const element = Math.floor(s / (width * width));
          const row = dof(element, Math.floor((s % (width * width)) / width));
          const column = dof(element, s % width);
          naive.set(row * size + column, (naive.get(row * size + column) ?? 0) + s + 1);
          matrix.values[slot] += s + 1;
        });
        const assembled: [number, number][] = [];
        for (let i = 0; i < size; ++i) {
          for (let p = matrix.rowStart[i]; p < matrix.rowStart[i + 1]; ++p) {
            assembled.push([i * size + matrix.columns[p], matrix.values[p]]);
          }
        }
        expect(assembled).toEqual([...naive].sort((a, b) => a[0] - b[0]));
      })
    );
  });

  it("refuse a node that is not there", () => {
    expect(() => symmetricPattern(3, Int32Array.of(0, 1, 3), 3, 1)).toThrow(
      "invalid element node: 3; must be from 0 to 2 (the node count less one)"
    );
  });

  it("refuse a matrix without the entries of an element", () => {
    const matrix = symmetricPattern(4, Int32Array.of(0, 1, 2), 3, 1);
    expect(() => elementSlots(matrix, Int32Array.of(1, 2, 3), 3, 1)).toThrow(
      "missing entry at row 1, column 3"
    );
    const chain = symmetricPattern(3, Int32Array.of(0, 2, 0, 1), 2, 1);
    expect(() => elementSlots(chain, Int32Array.of(1, 2), 2, 1)).toThrow("missing entry at row 1, column 2");
  });
});
