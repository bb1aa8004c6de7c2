import { describe, expect, it } from "vitest";
import { meshQuality } from "../../../src/science/numerics/mesh-quality.js";
import { polarBoundary, polarMesh } from "../../../src/science/numerics/structured-disk.js";

describe.each([
  { inner: 0, half: false },
  { inner: 0, half: true },
  { inner: 0.3, half: false },
  { inner: 0.3, half: true }
])("polarMesh from radius $inner, half: $half", ({ inner, half }) => {
  const mesh = polarMesh(inner, 1, 4, half ? 8 : 4, { half });
  const { coordinates, boundaryEdges, boundaryTags, boundaryEdgeCount } = mesh;

  it("is valid, and its volume converges as the fourth power of the cell", () => {
    const exact = (2 / 3) * Math.PI * (1 - inner ** 3) * (half ? 2 : 1);
    const error = (cells: number) =>
      Math.abs(meshQuality(polarMesh(inner, 1, cells, cells * (half ? 2 : 1), { half })).volume / exact - 1);
    expect(meshQuality(mesh).leastJacobian).toBeGreaterThan(0.4);
    expect(error(4)).toBeLessThan(1e-4);
    expect(Math.log2(error(4) / error(8))).toBeCloseTo(4, 1);
  });

  it("uses every node once", () => {
    expect(new Set(mesh.triangles).size).toBe(mesh.nodeCount);
    const places = new Set(
      Array.from({ length: mesh.nodeCount }, (_, k) => coordinates.slice(2 * k, 2 * k + 2).join())
    );
    expect(places.size).toBe(mesh.nodeCount);
  });

  it("tags each edge by the curve that its three nodes lie on", () => {
    const tags = new Set(boundaryTags);
    expect(tags.has(polarBoundary.void)).toBe(inner > 0);
    expect(tags.has(polarBoundary.equator)).toBe(!half);
    for (let e = 0; e < boundaryEdgeCount; ++e) {
      for (const k of boundaryEdges.subarray(3 * e, 3 * e + 3)) {
        const [r, z] = coordinates.subarray(2 * k, 2 * k + 2);
        if (boundaryTags[e] === polarBoundary.axis) expect(r).toBe(0);
        else if (boundaryTags[e] === polarBoundary.equator) expect(z).toBe(0);
        else expect(Math.hypot(r, z)).toBeCloseTo(boundaryTags[e] === polarBoundary.outer ? 1 : inner, 14);
      }
    }
  });

  it("has a boundary that closes, with the domain to its left", () => {
    let twiceArea = 0;
    const next = new Map<number, number>();
    for (let e = 0; e < boundaryEdgeCount; ++e) {
      const [a, b] = boundaryEdges.subarray(3 * e, 3 * e + 2);
      expect(next.has(a)).toBe(false);
      next.set(a, b);
      twiceArea += coordinates[2 * a] * coordinates[2 * b + 1] - coordinates[2 * b] * coordinates[2 * a + 1];
    }
    expect(new Set(next.values()).size).toBe(next.size);
    expect(twiceArea).toBeGreaterThan(0);
  });
});

it("refuses what makes no mesh", () => {
  expect(() => polarMesh(1, 1, 2, 2)).toThrow("invalid radii: 1 to 1; must be 0 ≤ inner < outer");
  expect(() => polarMesh(0, NaN, 2, 2)).toThrow("invalid radii");
  expect(() => polarMesh(0, 1, 0, 2)).toThrow("invalid number of radial cells: 0");
  expect(() => polarMesh(0, 1, 2, 1, { half: true })).toThrow("invalid number of angular cells: 1");
});
