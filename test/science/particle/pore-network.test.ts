import { describe, expect, it } from "vitest";
import { poreShapes } from "../../../src/science/particle/pore-network-shapes.js";
import { poreState, poreStates } from "../../../src/science/particle/pore-network-states.js";
import { poreNetwork, truePorosity } from "../../../src/science/particle/pore-network.js";

describe("the particles with pores", () => {
  it("are as the study has them in words: more void at 0.1 C, the cracks at 10 C, all with a void at the core", () => {
    const [pristine, slow, fast] = poreStates.map((state) => poreNetwork(state, { size: 64 }));
    expect(truePorosity(slow)).toBeGreaterThan(truePorosity(fast));
    expect(truePorosity(fast)).toBeGreaterThan(truePorosity(pristine));
    for (const { solid, size } of [pristine, slow, fast]) {
      const middle = size / 2;
      expect(solid[(middle * size + middle) * size + middle]).toBe(0);
    }
    expect(slow.shapes.balls.length).toBeGreaterThan(5 * fast.shapes.balls.length);
  });

  it("keep their pores apart, inside, and rarer outwards at 0.1 C", () => {
    const { balls, radius } = poreShapes(poreState("0.1C"));
    const pores = balls.filter(({ kind }) => kind === "pore");
    expect(pores.length).toBe(poreState("0.1C").parameters.pores.value);
    let narrowest = Infinity;
    pores.forEach(({ centre, radius: own }, i) => {
      narrowest = Math.min(narrowest, radius - Math.hypot(...centre) - own);
      for (const other of pores.slice(0, i)) {
        const apart = Math.hypot(...centre.map((c, k) => c - other.centre[k]));
        narrowest = Math.min(narrowest, apart - own - other.radius);
      }
    });
    expect(narrowest).toBeGreaterThan(0.25e-6 * (1 - 1e-9));
    const density = (from: number, to: number) =>
      pores.filter(({ centre }) => Math.hypot(...centre) >= from && Math.hypot(...centre) < to).length /
      (to ** 3 - from ** 3);
    expect(density(2e-6, 4e-6)).toBeGreaterThan(1.15 * density(5e-6, 7e-6));
  });

  it("hold the same oxide whatever the voxels, and that of one ball to a thousandth", () => {
    const [coarse, fine] = [64, 128].map((size) => truePorosity(poreNetwork("10C", { size })));
    expect(Math.abs(coarse / fine - 1)).toBeLessThan(0.06);
    const state = poreState("pristine");
    const { parameters: p } = state;
    const none = { corePores: { ...p.corePores, value: 0 }, pores: { ...p.pores, value: 0 } };
    const alone = poreNetwork({ ...state, parameters: { ...p, ...none } }, { size: 128 });
    expect(Math.abs(truePorosity(alone) - (0.5 / 8) ** 3)).toBeLessThan(1.5e-4);
  });

  it("are the same for a seed and others for another", () => {
    const sums = [1, 1, 2].map((seed) =>
      poreNetwork("10C", { size: 32, seed }).solid.reduce((sum, v) => sum + v, 0)
    );
    expect(sums[0]).toBe(sums[1]);
    expect(sums[2]).not.toBe(sums[0]);
  });

  it("refuse a state that is not there and a size that cannot be", () => {
    expect(() => poreNetwork("3C")).toThrow(
      "unknown state of the particle: 3C; must be one of pristine, 0.1C, 10C"
    );
    expect(() => poreNetwork("10C", { size: 4000 })).toThrow("invalid size: 4000 voxels along an edge");
  });
});
