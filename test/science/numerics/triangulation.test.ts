import { describe, expect, it } from "vitest";
import {
  edgesOf,
  signedArea,
  triangulate,
  trianglesAround,
  worstCosine
} from "../../../src/science/numerics/triangulation.js";

/** Points of an L: the unit square's grid of half steps without its upper right quarter. */
const points = Float64Array.from([0, 0, 0.5, 0, 1, 0, 0, 0.5, 0.5, 0.5, 1, 0.5, 0, 1, 0.5, 1]);
const distance = (x: number, y: number) => Math.max(-x, -y, x - 1, y - 1, Math.min(x - 0.5, y - 0.5));

describe("triangulate", () => {
  const triangles = triangulate(points, distance);

  it("keeps to a domain that is not convex", () => {
    let area = 0;
    for (let k = 0; k < triangles.length; k += 3) {
      area += signedArea(points, triangles[k], triangles[k + 1], triangles[k + 2]);
    }
    expect(area).toBeCloseTo(0.75, 14);
  });

  it("runs counter-clockwise", () => {
    for (let k = 0; k < triangles.length; k += 3) {
      expect(signedArea(points, triangles[k], triangles[k + 1], triangles[k + 2])).toBeGreaterThan(0);
    }
  });
});

describe("edgesOf", () => {
  const triangles = Int32Array.of(0, 1, 2, 0, 2, 3);
  const { ends, ofTriangle, triangleCount } = edgesOf(triangles, 4);

  it("lists each edge once, with the number of its triangles", () => {
    expect([...ends]).toEqual([0, 1, 1, 2, 2, 0, 2, 3, 3, 0]);
    expect([...triangleCount]).toEqual([1, 1, 2, 1, 1]);
  });

  it("gives each triangle the edges of its sides", () => {
    expect([...ofTriangle]).toEqual([0, 1, 2, 2, 3, 4]);
  });
});

it("lists the triangles around each point", () => {
  const { start, list } = trianglesAround(Int32Array.of(0, 1, 2, 0, 2, 3), 4);
  const around = (p: number) => [...list.subarray(start[p], start[p + 1])];
  expect([0, 1, 2, 3].map(around)).toEqual([[0, 1], [0], [0, 1], [1]]);
});

it("finds the cosine of the smallest angle, whichever corner it is at", () => {
  const corners = [
    [0, 0],
    [Math.sqrt(3), 0],
    [0, 1]
  ];
  for (const shift of [0, 1, 2]) {
    const [a, b, c] = [0, 1, 2].map((k) => corners[(k + shift) % 3]);
    expect(worstCosine(a[0], a[1], b[0], b[1], c[0], c[1])).toBeCloseTo(Math.cos(Math.PI / 6), 14);
    expect(worstCosine(a[0], a[1], c[0], c[1], b[0], b[1])).toBe(1);
  }
});
