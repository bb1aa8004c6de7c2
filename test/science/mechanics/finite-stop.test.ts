import { expect, test, vi } from "vitest";
import { defaultStressParameters } from "../../../src/science/mechanics/parameters.js";
import { dischargeCharge } from "../../../src/science/mechanics/programme.js";
import { simulate } from "../../../src/science/mechanics/simulate.js";

// No parameter within its range lacks an equilibrium, so that one is made to be missing: beyond a growth of 2 %.
vi.mock("../../../src/science/mechanics/finite-newton.js", async (original) => {
  const newton = await original<typeof import("../../../src/science/mechanics/finite-newton.js")>();
  return {
    ...newton,
    finiteEquilibrium: (...[model, growth, start, settings]: Parameters<typeof newton.finiteEquilibrium>) => {
      const found = newton.finiteEquilibrium(model, growth, start, settings);
      if (Math.max(...growth) < 0.02) return found;
      throw new newton.NewtonFailure("unsupported volume change: made so", found, 0.5, 7, 1e-3);
    }
  };
});

test("a frame without equilibrium ends the programme, and what was found before it is kept", async () => {
  const { frames, stops, stopped, bridge } = await simulate(defaultStressParameters(), {
    strain: "finite",
    resolution: 0.5,
    frames: 10,
    programme: dischargeCharge
  });
  expect(stops.length).toBe(1);
  expect(stopped?.reason).toBe("unsupported volume change: made so");
  expect(stopped?.halfCycle).toBe(0);
  // S = 3 %, and a surface somewhat ahead of the mean: 0 … 60 %
  expect(frames.length).toBe(7);
  expect(bridge.hoop.length).toBe(7);
  expect(stopped?.depthOfDischarge).toBeCloseTo(0.7, 6);
});
