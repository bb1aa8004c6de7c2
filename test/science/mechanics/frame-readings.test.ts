import { describe, expect, it } from "vitest";
import { roundedDepth } from "../../../src/science/mechanics/frame-readings.js";
import { defaultStressParameters } from "../../../src/science/mechanics/parameters.js";
import { simulate } from "../../../src/science/mechanics/simulate.js";

describe("the depth of discharge of a frame", () => {
  it.each([
    [-1.4e-12, 0],
    [9e-10, 0],
    [0.9999999999999999, 1],
    [1 + 9e-10, 1],
    [2e-9, 2e-9],
    [1 - 2e-9, 1 - 2e-9],
    [0.5, 0.5]
  ])("%d is told as %d", (depth, shown) => {
    expect(roundedDepth(depth)).toBe(shown);
  });

  it.each(["small", "finite"] as const)(
    "of a charge goes from 1 to 0, that of a discharge from 0, at %s strain",
    async (strain) => {
      const parameters = defaultStressParameters();
      const options = { resolution: 0.5, frames: 2, strain };
      const charge = await simulate(parameters, { ...options, programme: [{ phase: "charge" }] });
      expect(charge.stopped).toBeNull();
      expect(charge.frames[0].depthOfDischarge).toBe(1);
      expect(charge.frames.at(-1)?.depthOfDischarge).toBe(0);
      const discharge = await simulate(parameters, options);
      // the surface is full a little before the mean is
      expect(discharge.stopped).not.toBeNull();
      expect(discharge.frames[0].depthOfDischarge).toBe(0);
    }
  );
});
