import { expect, it } from "vitest";
import { meshQuality } from "../../../src/science/numerics/mesh-quality.js";
import { quadraticMesh } from "../../../src/science/numerics/quadratic-mesh.js";

/** One triangle (1, 0), (3, 0), (1, 1), with the node of its long side moved out by `bulge`. */
function single(bulge: number) {
  const points = Float64Array.of(1, 0, 3, 0, 1, 1);
  const middles: [number, number][] = [
    [2, 0],
    [2 + bulge, 0.5 + 2 * bulge],
    [1, 0.5]
  ];
  return quadraticMesh(points, Int32Array.of(0, 1, 2), {
    segments: [0, 1, 1, 2, 2, 0],
    tags: [0, 0, 0],
    middle: (s) => middles[s]
  });
}

it("measures a straight triangle exactly", () => {
  const quality = meshQuality(single(0));
  expect(quality.smallestAngle).toBeCloseTo((Math.atan(0.5) * 180) / Math.PI, 10);
  expect(quality.leastJacobian).toBeCloseTo(1, 12);
  expect(quality.area).toBeCloseTo(1, 12);
  // 2π times the centroid's radius times the area
  expect(quality.volume).toBeCloseTo((2 * Math.PI * 5) / 3, 12);
});

it("measures a curved side exactly: a parabola's segment is two thirds of chord times height", () => {
  const { area, volume } = meshQuality(single(0.1));
  expect(area).toBeCloseTo(1 + (2 / 3) * 0.5, 12);
  // the side is r = 3 − 2t + 0.4 t(1 − t), z = t + 0.8 t(1 − t): volume = π ∫ r² dz less that left of r = 1
  let expected = -Math.PI;
  const steps = 20000;
  for (let k = 0; k < steps; ++k) {
    const t = (k + 0.5) / steps;
    const r = 3 - 2 * t + 0.4 * t * (1 - t);
    expected += (Math.PI * r * r * (1 + 0.8 - 1.6 * t)) / steps;
  }
  expect(volume).toBeCloseTo(expected, 6);
});

it("shows a side that folds the element over", () => {
  expect(meshQuality(single(-0.05)).leastJacobian).toBeGreaterThan(0);
  expect(meshQuality(single(-0.3)).leastJacobian).toBeLessThan(0);
});
