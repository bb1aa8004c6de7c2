import { expect, test } from "vitest";
import fc from "fast-check";
import { freeSurface, stencilWidth } from "../../../src/science/mechanics/free-surface.js";
import { gradientOperator } from "../../../src/science/mechanics/recovery.js";
import { polarMesh } from "../../../src/science/numerics/structured-disk.js";
import { particle, symmetryLines } from "./fixtures.js";

const mesh = particle(0.25);
const gradient = gradientOperator(mesh, symmetryLines);
const coefficient = fc.double({ min: -1, max: 1, noNaN: true });

test("gradients of cubics are exact at every node that is not on a surface", () => {
  const x = mesh.coordinates;
  fc.assert(
    fc.property(fc.array(coefficient, { minLength: 6, maxLength: 6 }), ([a, b, c, d, e, f]) => {
      // odd in r, as a radial displacement is; and even, as an axial one
      const odd = (r: number, z: number) => r * (a + b * z + c * z * z) + d * r ** 3;
      const even = (r: number, z: number) => a + b * z + c * r * r + d * z ** 3 + e * r * r * z + f * z * z;
      for (let i = 0; i < mesh.nodeCount; i += 7) {
        if (gradient.rowStart[i] === gradient.rowStart[i + 1]) continue;
        let [byR, byZ] = [0, 0];
        for (let k = gradient.rowStart[i]; k < gradient.rowStart[i + 1]; ++k) {
          const node = 2 * gradient.columns[k];
          byR += gradient.byR[k] * odd(x[node], x[node + 1]);
          byZ += gradient.byZ[k] * even(x[node], x[node + 1]);
        }
        const [r, z] = [x[2 * i], x[2 * i + 1]];
        expect(byR).toBeCloseTo(a + b * z + c * z * z + 3 * d * r * r, 7);
        expect(byZ).toBeCloseTo(b + 3 * d * z * z + e * r * r + 2 * f * z, 7);
      }
    }),
    { numRuns: 5 }
  );
});

test.each([
  ["a quarter that ends on axis and equator", polarMesh(0.3, 1, 4, 8)],
  ["a particle's mesh", mesh]
])("tangential strain along the surfaces of %s", (_, on) => {
  const surface = freeSurface(on, symmetryLines);
  const x = on.coordinates;
  // u = (α r, β z): ε_tt = α t_r² + β t_z²
  const [alpha, beta] = [0.3, -0.7];
  for (let s = 0; s < surface.nodes.length; ++s) {
    let along = 0;
    for (let k = s * stencilWidth; k < (s + 1) * stencilWidth; ++k) {
      const node = surface.stencil[k];
      along += surface.weightR[k] * alpha * x[2 * node] + surface.weightZ[k] * beta * x[2 * node + 1];
    }
    const [tr, tz] = [surface.tangent[2 * s], surface.tangent[2 * s + 1]];
    expect(along).toBeCloseTo(alpha * tr * tr + beta * tz * tz, 12);
    // on circles around the origin the tangent stands on the radius
    const i = surface.nodes[s];
    expect(Math.abs(tr * x[2 * i] + tz * x[2 * i + 1]) / Math.hypot(x[2 * i], x[2 * i + 1])).toBeLessThan(
      1e-3
    );
  }
  expect(surface.nodes.length).toBeGreaterThan(16);
});
