import { describe, expect, it } from "vitest";
import { defaultFullParameters } from "../../../src/science/mechanics/full-parameters.js";
import { simulateFull, type FullOptions } from "../../../src/science/mechanics/simulate-full.js";

const programme = [{ phase: "discharge" as const, until: 0.2 }];
const hoopAt = async (volumeChange: number, options: FullOptions) => {
  const parameters = { ...defaultFullParameters(), volumeChange };
  const { bridge } = await simulateFull(parameters, {
    frames: [0.2],
    resolution: 0.5,
    programme,
    ...options
  });
  return bridge.hoop[bridge.hoop.length - 1];
};

describe("the full model at finite strain", () => {
  it("tends to small strain as the volume change goes to nothing, in proportion to it", async () => {
    const differences = [];
    for (const volumeChange of [0.005, 0.02]) {
      const small = await hoopAt(volumeChange, { strain: "small" });
      const finite = await hoopAt(volumeChange, { strain: "finite" });
      differences.push(finite / small - 1);
    }
    expect(Math.abs(differences[0])).toBeLessThan(2e-3);
    // four times the volume change, four times the difference
    expect(differences[1] / differences[0]).toBeGreaterThan(3);
    expect(differences[1] / differences[0]).toBeLessThan(5);
  });

  it("keeps the frames before one that has no equilibrium, and says where", async () => {
    // a shell that nearly doubles its volume around a core that does not leaves no equilibrium
    const volume = {
      lithium: [0.25, 0.5, 0.55, 0.6, 0.65, 0.9, 1.2],
      change: [-0.9, -0.9, -0.45, 0.45, 0.9, 0.9, 0.9],
      source: "made up"
    };
    const parameters = { ...defaultFullParameters(), rate: 30 };
    const result = await simulateFull(parameters, { strain: "finite", resolution: 0.5, frames: 20, volume });
    expect(result.stopped?.reason).toMatch(/^unsupported volume change: /);
    expect(result.frames.length).toBeGreaterThan(0);
    for (const frame of result.frames) expect(frame.vonMises.every(Number.isFinite)).toBe(true);
    expect(result.frames.length).toBe(result.bridge.hoop.length);
  });
});
