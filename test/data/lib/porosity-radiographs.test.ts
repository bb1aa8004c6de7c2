import { describe, expect, it } from "vitest";
import { unpackArrays } from "../../../src/data/lib/packed-arrays.js";
import { packedRadiographs, radiographOf } from "../../../src/data/lib/porosity-radiographs.js";
import { poreNetwork } from "../../../src/science/particle/pore-network.js";
import { defaultTomograph } from "../../../src/science/porosity/instrument.js";
import { measure } from "../../../src/science/porosity/twin.js";

const size = 32;

describe("the radiographs that are shown", () => {
  const own = radiographOf("10C", size, 1);

  it("are the first of the run of which the tomogram is made", () => {
    const instrument = defaultTomograph(size);
    const { counts, flat } = measure(poreNetwork("10C", { size }), instrument, 1);
    expect(own.intensity).toEqual(counts.subarray(0, size * size).map((n) => n / flat));
    expect(radiographOf("10C", size, 2).intensity).not.toEqual(own.intensity);
  });

  it("give back the thickness of the sample within half a voxel", () => {
    expect(own.thickest).toBeGreaterThan(15e-6);
    expect(own.rms).toBeGreaterThan(0);
    expect(own.rms).toBeLessThan(0.5 * defaultTomograph(size).pixelSize);
  });

  it("are packed with what a caption needs, a byte a pixel", () => {
    const { facts } = unpackArrays(packedRadiographs(size, 1));
    expect(facts["states"]).toHaveLength(3);
    expect(facts["pixel_nm"]).toBeCloseTo(17600 / size, 6);
    // exp(−μ t) of 16 µm at 17 keV
    expect(facts["least_percent"]).toBeCloseTo(100 * Math.exp(-8873.3 * own.thickest), 0);
  });
});
