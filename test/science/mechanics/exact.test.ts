import { describe, expect, test } from "vitest";
import { sphereDiffusion, sphereStress } from "../../../src/science/mechanics/exact.js";

const hollow = sphereDiffusion({ inner: 0.2, outer: 1, diffusivity: 1, flux: 1 });
const solid = sphereDiffusion({ inner: 0, outer: 1, diffusivity: 1, flux: 1 });

test("Crank's closed form for the solid sphere", () => {
  // roots of tan λ = λ, Crank (6.44)
  const roots = Array.from({ length: 60 }, (_, n) => {
    let x = (n + 1.5) * Math.PI - 1 / ((n + 1.5) * Math.PI);
    for (let k = 0; k < 20; ++k) {
      const f = Math.sin(x) - x * Math.cos(x);
      x -= f / (x * Math.sin(x));
    }
    return x;
  });
  for (const t of [0.01, 0.1, 1]) {
    for (const r of [0.1, 0.5, 0.9, 1]) {
      const series = roots.reduce(
        (sum, l) => sum + (Math.sin(l * r) / (l * l * Math.sin(l))) * Math.exp(-l * l * t),
        0
      );
      expect(solid.concentration(r, t)).toBeCloseTo(3 * t + (r * r) / 2 - 0.3 - (2 / r) * series, 12);
    }
  }
  expect(solid.concentration(0, 0.1)).toBeCloseTo(solid.concentration(1e-3, 0.1), 5);
});

describe.each([
  ["hollow", hollow],
  ["solid", solid]
])("%s sphere", (_, sphere) => {
  const { inner: a } = sphere;
  const radii = [a + 0.1, 0.5, 0.8];
  const h = 1e-3;

  test("starts empty and holds what came in", () => {
    for (const r of radii) expect(sphere.concentration(r, 1e-4)).toBeCloseTo(0, 8);
    for (const t of [0.01, 0.3]) expect(sphere.moment(1, t)).toBeCloseTo(t, 12);
  });

  test("solves the diffusion equation and its boundary conditions", () => {
    const t = 0.05;
    const c = (r: number, at = t) => sphere.concentration(r, at);
    for (const r of radii) {
      const second = (c(r + h) - 2 * c(r) + c(r - h)) / h ** 2;
      const first = (c(r + h) - c(r - h)) / (2 * h);
      const rate = (c(r, t + 1e-5) - c(r, t - 1e-5)) / 2e-5;
      expect(second + (2 / r) * first).toBeCloseTo(rate, 4);
    }
    expect((3 * c(1) - 4 * c(1 - h) + c(1 - 2 * h)) / (2 * h)).toBeCloseTo(1, 4);
    if (a > 0) expect((c(a + 1e-4) - c(a)) / 1e-4).toBeCloseTo(0, 2);
  });

  test("moment is the integral of c r²", () => {
    for (const r of radii) {
      const slope = (sphere.moment(r + h, 0.05) - sphere.moment(r - h, 0.05)) / (2 * h);
      expect(slope).toBeCloseTo(sphere.concentration(r, 0.05) * r * r, 5);
    }
  });

  test("stress is in equilibrium, free at its surfaces, and compatible", () => {
    const material = { youngsModulus: 1, poissonRatio: 0.3, strain: 1 };
    const stress = (r: number) => sphereStress(sphere, material, r, 0.05);
    for (const r of radii) {
      const slope = (stress(r + h).radial - stress(r - h).radial) / (2 * h);
      const { radial, hoop } = stress(r);
      expect(slope + (2 / r) * (radial - hoop)).toBeCloseTo(0, 4);
      // ε_t = u/r and ε_r = du/dr, so d(r ε_t)/dr = ε_r
      const tangential = (q: number) => {
        const s = stress(q);
        return s.hoop - 0.3 * (s.hoop + s.radial) + sphere.concentration(q, 0.05);
      };
      const radialStrain = radial - 0.6 * hoop + sphere.concentration(r, 0.05);
      const derivative = ((r + h) * tangential(r + h) - (r - h) * tangential(r - h)) / (2 * h);
      expect(derivative).toBeCloseTo(radialStrain, 4);
    }
    expect(stress(1).radial).toBeCloseTo(0, 12);
    if (a > 0) expect(stress(a).radial).toBeCloseTo(0, 12);
    else expect(stress(0).radial).toBeCloseTo(stress(0).hoop, 12);
  });
});
