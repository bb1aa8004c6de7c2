import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eliminationTree, postorder, type Graph } from "../../../src/science/numerics/elimination-tree.js";

const edges = fc.integer({ min: 1, max: 25 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    pairs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 60 })
  })
);

function graphOf(count: number, pairs: [number, number][]): { graph: Graph; adjacent: Set<number>[] } {
  const adjacent = Array.from({ length: count }, () => new Set<number>());
  for (const [a, b] of pairs) {
    if (a === b) continue;
    adjacent[a].add(b);
    adjacent[b].add(a);
  }
  const start = new Int32Array(count + 1);
  adjacent.forEach((set, v) => (start[v + 1] = start[v] + set.size));
  return {
    graph: { count, start, neighbours: Int32Array.from(adjacent.flatMap((set) => [...set])) },
    adjacent
  };
}

describe("eliminationTree", () => {
  it("gives the first row below the diagonal of each column after eliminating vertex by vertex", () => {
    fc.assert(
      fc.property(edges, ({ count, pairs }) => {
        const { graph, adjacent } = graphOf(count, pairs);
        const parent = eliminationTree(graph);
        for (let v = 0; v < count; ++v) {
          const later = [...adjacent[v]].filter((w) => w > v);
          expect(parent[v]).toBe(later.length ? Math.min(...later) : -1);
          for (const a of later) for (const b of later) if (a !== b) adjacent[a].add(b);
        }
      })
    );
  });
});

describe("postorder", () => {
  it("puts each subtree in one run that ends with its root", () => {
    fc.assert(
      fc.property(edges, ({ count, pairs }) => {
        const parent = eliminationTree(graphOf(count, pairs).graph);
        const post = postorder(parent);
        expect([...post].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, v) => v));
        const at = new Int32Array(count);
        post.forEach((v, k) => (at[v] = k));
        const size = new Int32Array(count).fill(1);
        post.forEach((v) => {
          if (parent[v] !== -1) size[parent[v]] += size[v];
        });
        for (let v = 0; v < count; ++v) {
          if (parent[v] === -1) continue;
          expect(at[v]).toBeLessThan(at[parent[v]]);
          expect(at[v] - size[v]).toBeGreaterThanOrEqual(at[parent[v]] - size[parent[v]]);
        }
      })
    );
  });
});
