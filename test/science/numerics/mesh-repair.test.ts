import { describe, expect, it } from "vitest";
import { repair, worstAngle } from "../../../src/science/numerics/mesh-repair.js";
import { triangulate } from "../../../src/science/numerics/triangulation.js";

/** Boundary of the unit square in n segments a side, counter-clockwise, and its distance. */
const n = 6;
const corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1]
];
const rim = Array.from({ length: 4 * n }, (_, k) => {
  const [a, b] = [corners[Math.floor(k / n)], corners[(Math.floor(k / n) + 1) % 4]];
  const t = (k % n) / n;
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}).flat();
const segments = Array.from({ length: 4 * n }, (_, k) => [k, (k + 1) % (4 * n)]).flat();
const distance = (x: number, y: number) => Math.max(-x, -y, x - 1, y - 1);

/** A grid of inner points, each moved by a share of the spacing that follows no pattern. */
function shaken(share: number): Float64Array {
  const inner: number[] = [];
  for (let i = 1; i < n; ++i) {
    for (let j = 1; j < n; ++j) {
      const k = i * n + j;
      inner.push((i + share * Math.sin(7.1 * k)) / n, (j + share * Math.cos(11.3 * k)) / n);
    }
  }
  return Float64Array.from([...rim, ...inner]);
}

describe("repair", () => {
  it("opens slivers by moving points", () => {
    const points = shaken(0.6);
    expect(worstAngle(points, triangulate(points, distance))).toBeLessThan(15);
    const mended = repair(points, 4 * n, segments, distance);
    expect(worstAngle(mended.points, mended.triangles)).toBeGreaterThan(20);
    expect(mended.points.slice(0, 8 * n)).toEqual(points.slice(0, 8 * n));
  });

  it("takes out one of two points that nearly coincide", () => {
    const points = Float64Array.from([...shaken(0), 0.5 + 1e-7, 0.5]);
    const mended = repair(points, 4 * n, segments, distance);
    expect(mended.points.length).toBeLessThan(points.length);
    expect(worstAngle(mended.points, mended.triangles)).toBeGreaterThan(20);
  });

  it("wins back a segment that a point lies on", () => {
    const points = Float64Array.from([...shaken(0), 1.5 / n, 0]);
    const mended = repair(points, 4 * n, segments, distance);
    const edges = new Set<string>();
    for (let k = 0; k < mended.triangles.length; ++k) {
      edges.add(`${mended.triangles[k]}-${mended.triangles[k % 3 === 2 ? k - 2 : k + 1]}`);
    }
    for (let s = 0; s < segments.length; s += 2) expect(edges).toContain(`${segments[s]}-${segments[s + 1]}`);
  });

  it("says what it reached where the domain itself has a sharper corner", () => {
    const wedge = [0, 0, 1, 0, 1, 0.1];
    const d = (x: number, y: number) => Math.max(-y, x - 1, (y - 0.1 * x) / Math.hypot(1, 0.1));
    expect(() => repair(Float64Array.from(wedge), 3, [0, 1, 1, 2, 2, 0], d)).toThrow(
      "invalid mesh: its smallest angle is 5.7°; must be at least 20°"
    );
  });

  it("says so where the boundary cannot be kept", () => {
    // the other diagonal of a kite is the Delaunay edge
    const kite = Float64Array.of(0, 0, 1, -0.3, 2, 0, 1, 0.3);
    const d = (_: number, y: number) => y - 10;
    expect(() => repair(kite, 4, [0, 1, 1, 2, 2, 3, 3, 0, 0, 2], d)).toThrow(
      "invalid mesh: an edge of the boundary"
    );
  });
});
