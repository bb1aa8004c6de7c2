import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapPoint } from "../../../src/science/numerics/isoparametric.js";
import { linearTriangles, makeLocator, sampleP2 } from "../../../src/science/numerics/mesh-locate.js";
import { meshQuality } from "../../../src/science/numerics/mesh-quality.js";
import { quadraticMesh } from "../../../src/science/numerics/quadratic-mesh.js";
import { polarMesh } from "../../../src/science/numerics/structured-disk.js";
import { signedArea } from "../../../src/science/numerics/triangulation.js";

/** The unit square, five cells a side, all edges straight. */
function square() {
  const n = 5;
  const points = new Float64Array(2 * (n + 1) ** 2);
  const triangles: number[] = [];
  const segments: number[] = [];
  const at = (i: number, j: number) => j * (n + 1) + i;
  for (let j = 0; j <= n; ++j) for (let i = 0; i <= n; ++i) points.set([i / n, j / n], 2 * at(i, j));
  for (let k = 0; k < n; ++k) {
    segments.push(at(k, 0), at(k + 1, 0), at(n, k), at(n, k + 1));
    segments.push(at(k + 1, n), at(k, n), at(0, k + 1), at(0, k));
    for (let i = 0; i < n; ++i) {
      triangles.push(at(i, k), at(i + 1, k), at(i + 1, k + 1), at(i, k), at(i + 1, k + 1), at(i, k + 1));
    }
  }
  return quadraticMesh(points, Int32Array.from(triangles), {
    segments,
    tags: segments.filter((_, s) => s % 2 === 0).map(() => 0),
    middle: (s) => [
      0.5 * (points[2 * segments[2 * s]] + points[2 * segments[2 * s + 1]]),
      0.5 * (points[2 * segments[2 * s] + 1] + points[2 * segments[2 * s + 1] + 1])
    ]
  });
}

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe("in straight triangles", () => {
  const mesh = square();
  const find = makeLocator(mesh);

  it("gives back any quadratic polynomial exactly", () => {
    const polynomial = (x: number, y: number) => 2 - x + 3 * y + x * x - 4 * x * y + 5 * y * y;
    const field = Float64Array.from({ length: mesh.nodeCount }, (_, k) =>
      polynomial(mesh.coordinates[2 * k], mesh.coordinates[2 * k + 1])
    );
    fc.assert(
      fc.property(unit, unit, (x, y) => {
        const location = find(x, y);
        expect(location).not.toBeNull();
        if (location) expect(sampleP2(mesh, field, location)).toBeCloseTo(polynomial(x, y), 12);
      })
    );
  });

  it("finds the nodes themselves", () => {
    for (let k = 0; k < mesh.nodeCount; ++k) {
      expect(find(mesh.coordinates[2 * k], mesh.coordinates[2 * k + 1])).not.toBeNull();
    }
  });

  it("finds nothing outside, nor for what is no place", () => {
    for (const [x, y] of [
      [-0.01, 0.5],
      [0.5, 1.01],
      [7, 7],
      [NaN, 0.5],
      [0.5, Infinity]
    ]) {
      expect(find(x, y)).toBeNull();
    }
  });
});

describe("in curved triangles", () => {
  const mesh = polarMesh(0.3, 1, 3, 6, { half: true });
  const find = makeLocator(mesh);

  it("inverts the map", () => {
    fc.assert(
      fc.property(unit, fc.double({ min: -Math.PI / 2, max: Math.PI / 2, noNaN: true }), (t, phi) => {
        const rho = 0.3 + 0.7 * t;
        const [r, z] = [rho * Math.cos(phi), rho * Math.sin(phi)];
        const location = find(r, z);
        expect(location).not.toBeNull();
        if (!location) return;
        const at = mapPoint(mesh, location.triangle, ...location.l);
        expect(Math.hypot(at.r - r, at.z - z)).toBeLessThan(1e-12);
      })
    );
  });

  it("knows the hole", () => {
    expect(find(0.1, 0.1)).toBeNull();
    expect(find(0.28, 0)).toBeNull();
  });
});

it("cuts each triangle into four that cover it and run counter-clockwise", () => {
  const mesh = square();
  const pieces = linearTriangles(mesh);
  expect(pieces).toHaveLength(12 * mesh.triangleCount);
  let area = 0;
  for (let k = 0; k < pieces.length; k += 3) {
    const piece = signedArea(mesh.coordinates, pieces[k], pieces[k + 1], pieces[k + 2]);
    expect(piece).toBeGreaterThan(0);
    area += piece;
  }
  expect(area).toBeCloseTo(meshQuality(mesh).area, 12);
});
