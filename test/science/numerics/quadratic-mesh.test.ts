import { describe, expect, it } from "vitest";
import { quadraticMesh } from "../../../src/science/numerics/quadratic-mesh.js";

const points = Float64Array.of(0, 0, 1, 0, 1, 1, 0, 1);
const triangles = Int32Array.of(0, 1, 2, 0, 2, 3);
const segments = [0, 1, 1, 2, 2, 3, 3, 0];
const tags = [5, 6, 7, 8];
const middle = (s: number): [number, number] => [10 + s, 20 + s];

describe("quadraticMesh", () => {
  const mesh = quadraticMesh(points, triangles, { segments, tags, middle });

  it("puts one node on each edge, shared by its triangles", () => {
    expect(mesh.vertexCount).toBe(4);
    expect(mesh.nodeCount).toBe(9);
    expect([...mesh.triangles]).toEqual([0, 1, 2, 4, 5, 6, 0, 2, 3, 6, 7, 8]);
  });

  it("puts inner nodes halfway and the boundary's where its curve says", () => {
    const node = (k: number) => [...mesh.coordinates.subarray(2 * k, 2 * k + 2)];
    expect(node(6)).toEqual([0.5, 0.5]);
    expect([4, 5, 7, 8].map(node)).toEqual([0, 1, 2, 3].map(middle));
  });

  it("lists the boundary's edges with their tags", () => {
    expect([...mesh.boundaryEdges]).toEqual([0, 1, 4, 1, 2, 5, 2, 3, 7, 3, 0, 8]);
    expect([...mesh.boundaryTags]).toEqual(tags);
    expect(mesh.boundaryEdgeCount).toBe(4);
  });

  it("refuses a boundary that does not fit the triangles", () => {
    const less = { segments: segments.slice(0, 6), tags: tags.slice(0, 3), middle };
    expect(() => quadraticMesh(points, triangles, less)).toThrow(
      "missing tag: 1 boundary edges lie on no curve"
    );
    const turned = { segments: [1, 0, ...segments.slice(2)], tags, middle };
    expect(() => quadraticMesh(points, triangles, turned)).toThrow("missing boundary edge: 1–0");
  });
});
