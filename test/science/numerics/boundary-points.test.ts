import { expect, it } from "vitest";
import {
  boundaryPoints,
  lengthOf,
  placeAlong,
  pointOn
} from "../../../src/science/numerics/boundary-points.js";
import type { Curve } from "../../../src/science/numerics/boundary-points.js";

const line: Curve = { kind: "line", tag: 0, leastSegments: 1, from: [0, 1], to: [0, -1] };
const arc: Curve = {
  kind: "arc",
  tag: 1,
  leastSegments: 4,
  centre: [0, 0],
  radius: 1,
  from: -Math.PI / 2,
  to: Math.PI / 2
};

it("knows points and lengths of lines and arcs", () => {
  expect(pointOn(line, 0.25)).toEqual([0, 0.5]);
  expect(lengthOf(line)).toBe(2);
  const [x, y] = pointOn(arc, 0.75);
  expect(x).toBeCloseTo(Math.SQRT1_2, 15);
  expect(y).toBeCloseTo(Math.SQRT1_2, 15);
  expect(lengthOf({ ...arc, radius: 2 })).toBeCloseTo(2 * Math.PI, 15);
});

it("cuts evenly where the size is constant", () => {
  const ts = placeAlong(line, () => 0.2);
  expect(ts).toHaveLength(11);
  ts.forEach((t, i) => expect(t).toBeCloseTo(i / 10, 12));
});

it("makes every segment the same number of sizes long where the size varies", () => {
  const size = (_: number, y: number) => 0.02 + 0.2 * Math.abs(y - 0.1);
  const ts = placeAlong(line, size);
  // ∫ dy / (a + b |y|) in closed form
  const integral = (y: number) => (Math.sign(y - 0.1) * Math.log(1 + 10 * Math.abs(y - 0.1))) / 0.2;
  const y = ts.map((t) => pointOn(line, t)[1]);
  const mean = (integral(1) - integral(-1)) / (ts.length - 1);
  for (let i = 1; i < y.length; ++i) expect((integral(y[i - 1]) - integral(y[i])) / mean).toBeCloseTo(1, 2);
  expect(mean).toBeCloseTo(1, 1);
});

it("keeps the least number of segments of a coarse curve", () => {
  expect(placeAlong(arc, () => 100)).toHaveLength(5);
});

it("closes the boundary at shared corners, which lie exactly where the lines end", () => {
  const { points, segments, curveOf, fractions } = boundaryPoints([arc, line], () => 0.3, 1e-9);
  expect(points.length).toBe(segments.length);
  const starts = segments.filter((_, k) => k % 2 === 0).sort((a, b) => a - b);
  const ends = segments.filter((_, k) => k % 2 === 1).sort((a, b) => a - b);
  expect(starts).toEqual([...points.keys()].slice(0, points.length / 2));
  expect(ends).toEqual(starts);
  expect(points.slice(0, 2)).toEqual([0, 1]);
  curveOf.forEach((curve, s) => {
    if (curve !== 0) return;
    const [x, y] = pointOn(arc, fractions[s]);
    const [a, b] = [2 * segments[2 * s], 2 * segments[2 * s + 1]];
    expect(Math.hypot(points[a] - x, points[a + 1] - y)).toBeCloseTo(
      Math.hypot(points[b] - x, points[b + 1] - y),
      12
    );
  });
});
