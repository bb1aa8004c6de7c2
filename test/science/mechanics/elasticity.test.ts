import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { compareNodalStress, compareStressAtPoints } from "../../../src/science/mechanics/compare.js";
import { sphericalStress, vonMises } from "../../../src/science/mechanics/stress.js";
import { multiply } from "../../../src/science/numerics/sparse.js";
import { polarMesh } from "../../../src/science/numerics/structured-disk.js";
import { meshParticle } from "../../../src/science/particle/mesh.js";
import { material, particle, respond, strain } from "./fixtures.js";

const { youngsModulus: E, poissonRatio: nu } = material;

describe("against the exact sphere, quasi-steady, default mesh", () => {
  test.each([0, 0.0625, 0.2])(
    "void of radius %d: hoop and radial stress within 0.5 % everywhere",
    (inner) => {
      const mesh = particle(inner);
      const { stress, exact } = strain(mesh, inner, 2);
      const error = compareNodalStress(mesh, stress, exact);
      expect(error.hoop).toBeLessThan(0.005);
      expect(error.radial).toBeLessThan(0.005);
      expect(error.innermostHoop).toBeLessThan(0.002);
    }
  );
});

test("second order in space, stress straight from the elements", () => {
  const errors = [6, 12, 24].map((n) => {
    const mesh = polarMesh(0.5, 1, n, 2 * n);
    const { displacement, eigenstrain, exact } = strain(mesh, 0.5, 2);
    const { radial, hoop } = compareStressAtPoints(mesh, displacement, eigenstrain, E, nu, exact);
    return [radial.l2, hoop.l2];
  });
  for (const k of [0, 1]) {
    expect(Math.log2(errors[0][k] / errors[1][k])).toBeGreaterThan(1.9);
    expect(Math.log2(errors[1][k] / errors[2][k])).toBeGreaterThan(1.9);
  }
});

describe("a particle with pores on and off the axis", () => {
  const mesh = meshParticle(
    {
      radius: 1,
      voidRadius: 0.1,
      pores: [
        { radius: 0.05, r: 0, z: 0.2 },
        { radius: 0.05, r: 0.25, z: 0 }
      ]
    },
    { resolution: 0.5 }
  );

  test("swells freely without stress", () => {
    const e = 0.0123;
    const { displacement, stress } = respond(mesh, new Float64Array(mesh.nodeCount).fill(e));
    for (const field of [stress.radial, stress.hoop, stress.axial, stress.shear]) {
      expect(Math.max(...field.map(Math.abs))).toBeLessThan(1e-10 * E * e);
    }
    const x = mesh.coordinates;
    const shift = displacement[1] - e * x[1];
    for (let i = 0; i < mesh.nodeCount; ++i) {
      expect(Math.abs(displacement[2 * i] - e * x[2 * i])).toBeLessThan(1e-12);
      expect(Math.abs(displacement[2 * i + 1] - e * x[2 * i + 1] - shift)).toBeLessThan(1e-12);
    }
  });

  test("is held in z by no force, and not at all off the axis", () => {
    const x = mesh.coordinates;
    const eigenstrain = Float64Array.from(
      { length: mesh.nodeCount },
      (_, i) => 0.01 * x[2 * i] ** 2 + 0.003 * x[2 * i + 1]
    );
    const { system, displacement } = respond(mesh, eigenstrain);
    const inner = multiply(system.stiffness, displacement);
    const outer = multiply(system.coupling, eigenstrain);
    const scale = Math.max(...outer.map(Math.abs));
    const axial = system.held.filter((dof) => dof % 2 === 1);
    expect(axial.length).toBe(1);
    expect(Math.abs(inner[axial[0]] - outer[axial[0]]) / scale).toBeLessThan(1e-9);
  });
});

test("a symmetric particle responds symmetrically about the equator", () => {
  const mesh = polarMesh(0.2, 1, 5, 10, { half: true });
  const x = mesh.coordinates;
  const { stress } = respond(
    mesh,
    Float64Array.from({ length: mesh.nodeCount }, (_, i) => 0.01 * x[2 * i + 1] ** 2 + 0.02 * x[2 * i])
  );
  const key = (r: number, z: number) => `${r.toFixed(9)} ${z.toFixed(9)}`;
  const at = new Map(Array.from({ length: mesh.nodeCount }, (_, i) => [key(x[2 * i], x[2 * i + 1] + 0), i]));
  let compared = 0;
  for (let i = 0; i < mesh.nodeCount; ++i) {
    if (x[2 * i + 1] <= 1e-6) continue;
    const mirror = at.get(key(x[2 * i], -x[2 * i + 1]));
    if (mirror === undefined) continue;
    ++compared;
    expect(stress.hoop[i]).toBeCloseTo(stress.hoop[mirror], 10);
    expect(stress.shear[i]).toBeCloseTo(-stress.shear[mirror], 10);
  }
  expect(compared).toBeGreaterThan(100);
});

describe("stress measures", () => {
  const stress = fc.double({ min: -100, max: 100, noNaN: true });

  test("von Mises ignores hydrostatic pressure", () => {
    fc.assert(
      fc.property(stress, stress, stress, stress, stress, (a, b, c, d, p) => {
        expect(vonMises(a + p, b + p, c + p, d)).toBeCloseTo(vonMises(a, b, c, d), 6);
      })
    );
    expect(vonMises(7, 0, 0, 0)).toBeCloseTo(7, 12);
    expect(vonMises(0, 0, 0, 1)).toBeCloseTo(Math.sqrt(3), 12);
  });

  test("turning to the sphere's frame keeps the trace; on the axis, radial is axial", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        stress,
        stress,
        stress,
        stress,
        (r, z, a, b, c) => {
          const turned = sphericalStress(r, z, a, b, c);
          expect(turned.radial + turned.polar).toBeCloseTo(a + b, 7);
        }
      )
    );
    expect(sphericalStress(0, 2, 3, 5, 0)).toEqual({ radial: 5, polar: 3 });
  });
});
