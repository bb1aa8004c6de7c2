import { describe, expect, test } from "vitest";
import { streamlines, traceLines } from "../../../src/science/mechanics/streamlines.js";
import { particle, radiusOf } from "./fixtures.js";

describe("a field that depends on the radius alone", () => {
  const mesh = particle(0.2);
  const field = Float64Array.from({ length: mesh.nodeCount }, (_, i) => radiusOf(mesh, i) ** 2);

  test.each([1, -1])("has straight lines to the void, whichever way lithium runs (%d)", (sign) => {
    const lines = streamlines(
      mesh,
      field.map((v) => sign * v),
      { count: 7 }
    );
    expect(lines).toHaveLength(7);
    for (const line of lines) {
      const start = Math.atan2(line[0], line[1]);
      const last = line.length - 2;
      expect(Math.hypot(line[0], line[1])).toBeCloseTo(1, 3);
      expect(Math.hypot(line[last], line[last + 1])).toBeCloseTo(0.2, 3);
      for (let k = 0; k < line.length; k += 2) {
        expect(Math.abs(Math.atan2(line[k], line[k + 1]) - start)).toBeLessThan(2e-3);
        expect(line[k]).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

test("a saddle's lines are hyperbolas", () => {
  const mesh = particle(0);
  const x = mesh.coordinates;
  // f = z² − r²: along its lines r z is constant
  const field = Float64Array.from({ length: mesh.nodeCount }, (_, i) => x[2 * i + 1] ** 2 - x[2 * i] ** 2);
  const [line] = traceLines(mesh, field, [[0.2, 0.9]], 0.01, 80);
  expect(line.length).toBeGreaterThan(100);
  for (let k = 0; k < line.length; k += 2) expect(line[k] * line[k + 1]).toBeCloseTo(0.18, 3);
});

test("no flux, no lines", () => {
  const mesh = particle(0);
  expect(streamlines(mesh, new Float64Array(mesh.nodeCount).fill(0.7), { count: 5 })).toEqual([]);
});
