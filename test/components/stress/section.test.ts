import { describe, expect, it } from "vitest";
import { pieces, sectionOfResult } from "../../../src/components/stress/section.js";
import { volumeAbove, volumeBins } from "../../../src/components/stress/stress-histogram.js";
import { defaultStressParameters } from "../../../src/science/mechanics/parameters.js";
import { simulate } from "../../../src/science/mechanics/simulate.js";

describe("pieces of a section", () => {
  it("fill the volume of the solid when turned about the axis", async () => {
    const result = await simulate(defaultStressParameters(), {
      resolution: 0.5,
      frames: [0.01],
      programme: [{ phase: "discharge", until: 0.01 }]
    });
    const { volumes, triangles } = pieces(sectionOfResult(result));
    const sum = volumes.reduce((a, b) => a + b, 0);
    expect(triangles.length).toBe(12 * result.mesh.triangleCount);
    // straight chords miss a little of the curved rim
    expect(Math.abs(sum / (1e18 * result.diagnostics.solidVolume) - 1)).toBeLessThan(1e-3);
  });
});

describe("shares of the volume", () => {
  it("adds up to the whole and counts what is above a threshold", () => {
    const values = Float64Array.of(1, 2, 3, 4);
    const volumes = Float64Array.of(1, 1, 1, 5);
    expect(volumeBins(values, volumes, 3).reduce((sum, bin) => sum + bin.percent, 0)).toBeCloseTo(100, 12);
    expect(volumeAbove(values, volumes, 3.5)).toBeCloseTo(5 / 8, 12);
  });

  it("stands a uniform field in one bin", () => {
    const bins = volumeBins(Float64Array.of(2, 2), Float64Array.of(1, 3), 4);
    expect(bins[0].percent).toBeCloseTo(100, 12);
  });
});
