import { expect, test } from "vitest";
import fc from "fast-check";
import { edgeShapes, edgeSlopes, mapElement, p2Points, p2Shapes } from "../../../src/science/numerics/p2.js";
import { triangleDegree5 } from "../../../src/science/numerics/quadrature.js";
import { polarMesh } from "../../../src/science/numerics/structured-disk.js";

const unit = fc.double({ min: 0, max: 1, noNaN: true });

test("shapes add up to one and their gradients to nothing", () => {
  fc.assert(
    fc.property(unit, unit, (a, b) => {
      const [n, x, y] = [new Float64Array(6), new Float64Array(6), new Float64Array(6)];
      p2Shapes(a * (1 - b), b, n, x, y);
      const sum = (f: Float64Array) => f.reduce((s, v) => s + v, 0);
      expect(sum(n)).toBeCloseTo(1, 12);
      expect(sum(x)).toBeCloseTo(0, 12);
      expect(sum(y)).toBeCloseTo(0, 12);
    })
  );
});

test("edge shapes are one at their own node, and their slopes those of a parabola", () => {
  [-1, 1, 0].forEach((s, node) => {
    edgeShapes(s).forEach((value, other) => expect(value).toBeCloseTo(node === other ? 1 : 0, 15));
  });
  const slope = edgeSlopes(0.3);
  // f = s² has the nodal values 1, 1, 0
  expect(slope[0] + slope[1]).toBeCloseTo(0.6, 14);
});

test("a mapped mesh of curved elements has the volume of the ball, and reproduces linear gradients", () => {
  const mesh = polarMesh(0.3, 1, 8, 12);
  const points = p2Points(triangleDegree5);
  let volume = 0;
  for (let t = 0; t < mesh.triangleCount; ++t) {
    mapElement(points, mesh.coordinates, mesh.triangles, t);
    for (let q = 0; q < points.count; ++q) {
      volume += points.weight[q];
      let [gr, gz] = [0, 0];
      for (let a = 0; a < 6; ++a) {
        const node = 2 * mesh.triangles[6 * t + a];
        const value = 2 * mesh.coordinates[node] - 3 * mesh.coordinates[node + 1];
        gr += points.nR[6 * q + a] * value;
        gz += points.nZ[6 * q + a] * value;
      }
      expect(gr).toBeCloseTo(2, 10);
      expect(gz).toBeCloseTo(-3, 10);
    }
  }
  // ∫ r dr dz over a quarter: (1 − 0.3³)/3
  expect(volume / ((1 - 0.027) / 3)).toBeCloseTo(1, 5);
});

test("a folded element is refused", () => {
  const coordinates = Float64Array.from([1, 0, 1, 1, 2, 0, 1, 0.5, 1.5, 0.5, 1.5, 0]);
  const nodes = Int32Array.from([0, 1, 2, 3, 4, 5]);
  expect(() => mapElement(p2Points(triangleDegree5), coordinates, nodes, 0)).toThrow(
    "invalid element: triangle 0"
  );
});
