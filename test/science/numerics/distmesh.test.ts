import { describe, expect, it } from "vitest";
import { boundaryPoints } from "../../../src/science/numerics/boundary-points.js";
import type { Curve } from "../../../src/science/numerics/boundary-points.js";
import { keepClear, relax } from "../../../src/science/numerics/distmesh.js";
import { frontPoints } from "../../../src/science/numerics/front-points.js";
import { worstAngle } from "../../../src/science/numerics/mesh-repair.js";
import { edgesOf, triangulate } from "../../../src/science/numerics/triangulation.js";

const circle: Curve = {
  kind: "arc",
  tag: 0,
  leastSegments: 8,
  centre: [0, 0],
  radius: 1,
  from: -Math.PI,
  to: Math.PI
};
const distance = (x: number, y: number) => Math.hypot(x, y) - 1;
const graded = (x: number, y: number) => 0.03 + 0.2 * Math.hypot(x - 0.3, y);

function start(size: (x: number, y: number) => number) {
  const { points, segments } = boundaryPoints([circle], size, 1e-9);
  return { boundaryCount: points.length / 2, first: frontPoints(points, segments, distance, size, 5000) };
}

function lengths(p: Float64Array, size: (x: number, y: number) => number): number[] {
  const { ends } = edgesOf(triangulate(p, distance), p.length / 2);
  return Array.from({ length: ends.length / 2 }, (_, e) => {
    const [a, b] = [2 * ends[2 * e], 2 * ends[2 * e + 1]];
    return (
      Math.hypot(p[a] - p[b], p[a + 1] - p[b + 1]) / size(0.5 * (p[a] + p[b]), 0.5 * (p[a + 1] + p[b + 1]))
    );
  });
}

describe("frontPoints", () => {
  it("leaves no two points crowded and no hole", () => {
    const { first } = start(graded);
    const ratios = lengths(first, graded);
    expect(Math.min(...ratios)).toBeGreaterThan(0.45);
    expect(Math.max(...ratios)).toBeLessThan(2);
  });

  it("makes about as many points as the size field asks for", () => {
    const { first } = start(graded);
    // one point to (√3/2) h², in the integral over the disk
    let wanted = 0;
    const n = 400;
    for (let i = 0; i < n; ++i) {
      for (let j = 0; j < n; ++j) {
        const [x, y] = [(2 * i + 1) / n - 1, (2 * j + 1) / n - 1];
        if (distance(x, y) < 0) wanted += (2 / n) ** 2 / ((Math.sqrt(3) / 2) * graded(x, y) ** 2);
      }
    }
    expect(first.length / 2 / wanted).toBeGreaterThan(0.8);
    expect(first.length / 2 / wanted).toBeLessThan(1.3);
  });

  it("says so where there would be too many points", () => {
    const { points, segments } = boundaryPoints([circle], () => 0.1, 1e-9);
    expect(() => frontPoints(points, segments, distance, () => 0.1, 200)).toThrow(
      "unsupported mesh: it needs more than 200 points; enlarge the smallest sizes and gaps"
    );
  });
});

describe("relax", () => {
  it("evens out the edges and opens the angles", () => {
    const { first, boundaryCount } = start(graded);
    const relaxed = relax(first, boundaryCount, distance, graded);
    const spread = (p: Float64Array) => {
      const r = lengths(p, graded);
      const mean = r.reduce((a, b) => a + b) / r.length;
      return Math.sqrt(r.reduce((a, b) => a + (b - mean) ** 2, 0) / r.length);
    };
    expect(spread(relaxed)).toBeLessThan(0.7 * spread(first));
    expect(worstAngle(relaxed, triangulate(relaxed, distance))).toBeGreaterThan(20);
  });

  it("leaves the points of the boundary and its input as they were", () => {
    const { first, boundaryCount } = start(graded);
    const copy = first.slice();
    const relaxed = relax(first, boundaryCount, distance, graded);
    expect(first).toEqual(copy);
    expect(relaxed.slice(0, 2 * boundaryCount)).toEqual(first.slice(0, 2 * boundaryCount));
    expect(relaxed).not.toEqual(first);
  });

  it("stops when told, and reports how far it is", () => {
    const { first, boundaryCount } = start(graded);
    const stop = new AbortController();
    const seen: number[] = [];
    const onProgress = (fraction: number) => {
      seen.push(fraction);
      if (seen.length === 3) stop.abort();
    };
    expect(() => relax(first, boundaryCount, distance, graded, { signal: stop.signal, onProgress })).toThrow(
      /abort/i
    );
    expect(seen).toHaveLength(3);
  });
});

it("brings a point that left the domain back inside", () => {
  const p = Float64Array.of(0.9, 0.9);
  keepClear(p, 0, 0.1, distance);
  expect(distance(p[0], p[1])).toBeCloseTo(-0.1, 5);
});
