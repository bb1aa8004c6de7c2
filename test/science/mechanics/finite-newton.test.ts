import { describe, expect, test } from "vitest";
import { assembleElasticity, displacementOf } from "../../../src/science/mechanics/elasticity.js";
import { finiteEquilibrium, NewtonFailure } from "../../../src/science/mechanics/finite-newton.js";
import { polarMesh } from "../../../src/science/numerics/structured-disk.js";
import { meshParticle } from "../../../src/science/particle/mesh.js";
import { bodyOf, growthAlong, laws, nodalCauchy } from "./finite-fixtures.js";
import { material } from "./fixtures.js";

const mesh = polarMesh(0.2, 1, 6, 8);
const pores = [
  { radius: 0.05, r: 0, z: 0.2 },
  { radius: 0.05, r: 0.25, z: 0 }
];
const porous = meshParticle({ radius: 1, voidRadius: 0.1, pores }, { resolution: 0.5 });

describe.each(laws)("%s", (law) => {
  test("swells freely: no stress, stretch (1 + ΔV/V0)^{1/3}, from any start", () => {
    const body = bodyOf(porous, law);
    const growth = new Float64Array(porous.nodeCount).fill(0.15);
    const start = { displacement: new Float64Array(2 * porous.nodeCount), growth };
    for (const from of [undefined, start]) {
      const { displacement, iterations } = finiteEquilibrium(body, growth, from);
      // told that it is in equilibrium already, the start does not give the answer away
      expect(iterations > 0).toBe(from !== undefined);
      const g = Math.cbrt(1.15);
      const x = porous.coordinates;
      for (const dof of body.held) expect(Math.abs(displacement[dof])).toBeLessThan(1e-15);
      const shift = displacement[1] - (g - 1) * x[1];
      for (let i = 0; i < displacement.length; ++i) {
        const expected = (g - 1) * x[i] + (i % 2 ? shift : 0);
        expect(Math.abs(displacement[i] - expected)).toBeLessThan(1e-10);
      }
      const { stress } = nodalCauchy(porous, law, displacement, growth);
      for (const field of [stress.radial, stress.hoop, stress.axial, stress.shear]) {
        expect(Math.max(...field.map(Math.abs))).toBeLessThan(1e-9 * material.youngsModulus);
      }
    }
  });

  test("Newton's method converges quadratically", () => {
    const { history } = finiteEquilibrium(
      bodyOf(mesh, law),
      growthAlong(mesh, (r) => 0.02 + 0.3 * r * r),
      undefined,
      { tangent: "every", tolerance: 1e-14 }
    );
    const [first, second, third] = history;
    expect(history.length).toBeLessThan(7);
    // r₃/r₂² no larger than r₂/r₁², give or take rounding
    expect(third).toBeLessThan(3 * second * (second / first ** 2) * second + 1e-12);
    expect(third).toBeLessThan(1e-6);
  });

  test("old factors lead to the same equilibrium as new ones", () => {
    const growth = growthAlong(mesh, (r) => 0.2 - 0.15 * r * r);
    const [every, reuse] = (["every", "reuse"] as const).map((tangent) =>
      finiteEquilibrium(bodyOf(mesh, law), growth, undefined, { tangent, tolerance: 1e-12 })
    );
    expect(reuse.factorisations).toBeLessThan(every.factorisations);
    for (let i = 0; i < every.displacement.length; ++i) {
      expect(Math.abs(every.displacement[i] - reuse.displacement[i])).toBeLessThan(1e-11);
    }
  });

  test("tends to small strain with the square of the growth", () => {
    const system = assembleElasticity(mesh, material.poissonRatio);
    const difference = [1e-2, 1e-3, 1e-4].map((size) => {
      const growth = growthAlong(mesh, (r) => size * r * r);
      const small = displacementOf(
        system,
        growth.map((v) => v / 3)
      );
      const { displacement } = finiteEquilibrium(bodyOf(mesh, law), growth, undefined, { tolerance: 1e-13 });
      return Math.max(...displacement.map((u, i) => Math.abs(u - small[i])));
    });
    expect(Math.log10(difference[0] / difference[1])).toBeCloseTo(2, 1);
    expect(Math.log10(difference[1] / difference[2])).toBeCloseTo(2, 1);
  });

  test("the last state of a discharge is a good start: same end, fewer iterations", () => {
    const body = bodyOf(mesh, law);
    const [before, after] = [0.1, 0.11].map((s) => growthAlong(mesh, (r) => s + 0.1 * r * r));
    const start = finiteEquilibrium(body, before);
    const near = finiteEquilibrium(body, after, start);
    const far = finiteEquilibrium(bodyOf(mesh, law), after);
    expect(near.iterations).toBeLessThan(far.iterations);
    for (let i = 0; i < near.displacement.length; ++i) {
      expect(Math.abs(near.displacement[i] - far.displacement[i])).toBeLessThan(1e-8);
    }
  });
});

describe("where there is no equilibrium", () => {
  test("the error says where, and carries the last state", () => {
    // grows inside a thin skin that shrinks to a fifth of its volume
    const growth = growthAlong(mesh, (r) => (r < 0.8 ? 6 : -0.9));
    let failure: unknown = null;
    try {
      finiteEquilibrium(bodyOf(mesh), growth, undefined, { iterations: 15 });
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(NewtonFailure);
    if (!(failure instanceof NewtonFailure)) return;
    expect(failure.message).toMatch(
      /^unsupported volume change: no equilibrium at finite strain beyond [\d.]+ % of it \(step \d+, residual \S+, worst in triangle \d+ near \(\S+, \S+\)\); lower/
    );
    expect(failure.share).toBeGreaterThan(0);
    expect(failure.share).toBeLessThan(1);
    // the last state is one of equilibrium, for its share of the growth
    const again = finiteEquilibrium(bodyOf(mesh), failure.last.growth, failure.last);
    expect(again.iterations).toBeLessThan(3);
    expect(failure.last.growth[0]).toBeCloseTo(failure.share * growth[0], 12);
  });

  test("a growth that leaves no volume, or is of another mesh", () => {
    const body = bodyOf(mesh);
    const growth = new Float64Array(mesh.nodeCount);
    growth[5] = -1.2;
    expect(() => finiteEquilibrium(body, growth)).toThrow(
      "invalid volume change: -1.2 at node 5; must be above −1 and finite"
    );
    expect(() => finiteEquilibrium(body, growth.subarray(1))).toThrow(
      `invalid growth: ${mesh.nodeCount - 1} numbers; must be one for each of the ${mesh.nodeCount} nodes`
    );
  });
});
