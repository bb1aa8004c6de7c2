import { describe, expect, test } from "vitest";
import { sphereStress } from "../../../src/science/mechanics/exact.js";
import { radialReference } from "../../../src/science/mechanics/radial-reference.js";
import { gaussLegendre, integrate } from "../../../src/science/numerics/gauss.js";
import { exactSphere } from "./fixtures.js";

const laws = ["st-venant-kirchhoff", "neo-hooke"] as const;
const material = { youngsModulus: 3, poissonRatio: 0.25 };
const growth = (r: number) => 0.02 + 0.18 * r * r;

describe.each(laws)("%s", (law) => {
  const sphere = (inner: number) => ({ inner, outer: 1, ...material, law });

  test("swells freely where the growth is uniform", () => {
    const { displacement, radial, hoop } = radialReference(sphere(0.2), () => 0.3);
    for (const r of [0.2, 0.55, 1]) {
      expect(displacement(r) / r).toBeCloseTo(Math.cbrt(1.3) - 1, 12);
      expect(Math.abs(radial(r)) + Math.abs(hoop(r))).toBeLessThan(1e-11);
    }
  });

  test("tends to the exact hollow and solid sphere as the growth vanishes", () => {
    for (const inner of [0, 0.2]) {
      const exact = exactSphere(inner);
      const deviation = [1e-3, 1e-4].map((size) => {
        const { hoop } = radialReference(sphere(inner), (r) => size * exact.concentration(r, 2));
        const r = Math.max(inner, 1e-9);
        return hoop(r) / sphereStress(exact, { ...material, strain: size / 3 }, r, 2).hoop - 1;
      });
      expect(Math.abs(deviation[0])).toBeLessThan(0.01);
      expect(deviation[0] / deviation[1]).toBeCloseTo(10, 0);
    }
  });

  test("each cap of the deformed shell is in balance: ρ² σ_r = ∫ 2 ρ σ_t dρ", () => {
    const { displacement, radial, hoop } = radialReference(sphere(0.2), growth, 64);
    const rule = gaussLegendre(60);
    const d = 1e-5;
    const slope = (r: number) => 1 + (displacement(r + d) - displacement(r - d)) / (2 * d);
    const force = (r: number) => 2 * (r + displacement(r)) * hoop(r) * slope(r);
    for (const r of [0.4, 0.7, 0.95]) {
      const rho = r + displacement(r);
      expect(rho * rho * radial(r)).toBeCloseTo(integrate(force, 0.2, r, rule), 8);
    }
    expect(Math.abs(radial(0.2))).toBeLessThan(1e-10);
    expect(Math.abs(radial(1))).toBeLessThan(1e-10);
  });

  test("no longer depends on the degree", () => {
    const [coarse, fine] = [40, 64].map((degree) => radialReference(sphere(0.2), growth, degree));
    expect(coarse.hoop(0.2) / fine.hoop(0.2)).toBeCloseTo(1, 8);
    expect(coarse.displacement(1) / fine.displacement(1)).toBeCloseTo(1, 9);
    // a wrong derivative in the Jacobian would need dozens
    expect(fine.iterations).toBeLessThan(10);
  });
});
