import { beforeAll, describe, expect, it } from "vitest";
import { defaultStressParameters } from "../../../src/science/mechanics/parameters.js";
import type { StressResult } from "../../../src/science/mechanics/result.js";
import { simulate } from "../../../src/science/mechanics/simulate.js";
import { bridgeColumns, fieldColumns, profileColumns } from "../../../src/science/mechanics/tabulate.js";

describe("tables of a simulation", () => {
  let result: StressResult;
  beforeAll(async () => {
    const programme = [{ phase: "discharge" as const, until: 0.05 }];
    result = await simulate(defaultStressParameters(), { resolution: 0.5, frames: [0.02, 0.05], programme });
  });

  it("have a row a frame and place, in readable units", () => {
    const points = result.line.radius.length;
    const profile = profileColumns(result);
    expect(profile.phase.length).toBe(3 * points);
    expect(profile.radius_um[points - 1]).toBeCloseTo(8, 6);
    expect(profile.hoop_stress_MPa[2 * points]).toBeCloseTo(result.line.hoop[2][0] / 1e6, 9);
    expect(profile.depth_of_discharge[2 * points]).toBeCloseTo(0.05, 9);
  });

  it("hold the stress at A, and every node's fields", () => {
    const bridge = bridgeColumns(result);
    expect([...bridge.von_mises_MPa]).toEqual([...result.bridge.vonMises].map((v) => v * 1e-6));
    const field = fieldColumns(result);
    const count = result.mesh.nodeCount;
    expect(field.node.length).toBe(3 * count);
    expect(field.node[count + 7]).toBe(7);
    expect(field.hoop_stress_MPa[2 * count + 7]).toBeCloseTo(result.frames[2].hoopStress[7] / 1e6, 3);
  });
});
