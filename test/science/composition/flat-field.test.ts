import { describe, expect, test } from "vitest";
import { opticalDensities } from "../../../src/science/composition/flat-field.js";
import type { RawTomograms } from "../../../src/science/composition/raw.js";

/** One energy, one tilt, 2 × 2 pixels, two frames of each. */
const raw = (counts: number[], flats = [1100, 1100, 2100, 2100, 1100, 1100, 2100, 2100]): RawTomograms => ({
  columns: 2,
  rows: 2,
  pixelSize: 1e-8,
  tilts: Float64Array.of(0),
  energies: Float64Array.of(545),
  edges: [],
  counts: Float32Array.from(counts),
  flats: Float32Array.from(flats),
  darks: Float32Array.from([90, 90, 90, 90, 110, 110, 110, 110])
});

describe("flat field", () => {
  test("an image without sample has no optical density, whatever the illumination", () => {
    const { values, flatLevels } = opticalDensities(raw([1100, 1100, 2100, 2100]));
    for (const value of values) expect(Math.abs(value)).toBeLessThan(1e-3);
    expect(flatLevels[0]).toBeCloseTo(1500, 9);
  });

  test("half of the light is ln 2 but for the half count", () => {
    const { values } = opticalDensities(raw([600, 600, 1100, 1100]));
    expect(values[0]).toBeCloseTo(-Math.log(500.5 / 1000), 6);
    expect(values[2]).toBeCloseTo(-Math.log(1000.5 / 2000), 6);
  });

  test("at or below dark a pixel counts as half a count, and is reported; saturated ones too", () => {
    const found = opticalDensities(raw([100, 60, 65535, 2100]));
    expect(found.emptyPixels).toBe(2);
    expect(found.saturatedPixels).toBe(1);
    expect(found.values[0]).toBeCloseTo(Math.log(2000), 5);
    expect(found.values[1]).toBeCloseTo(Math.log(2000), 5);
  });

  test("half a count takes the bias out of the logarithm of Poisson counts", () => {
    // the mean over the distribution itself, no draws
    const lambda = 20;
    let [probability, plain, corrected] = [Math.exp(-lambda), 0, 0];
    for (let k = 0; k < 200; ++k) {
      if (k > 0) probability *= lambda / k;
      plain += probability * Math.log(Math.max(k, 0.5));
      corrected += probability * Math.log(k + 0.5);
    }
    expect(plain - Math.log(lambda)).toBeLessThan(-0.02);
    expect(Math.abs(corrected - Math.log(lambda))).toBeLessThan(0.003);
  });

  test("a dead flat field is refused by place", () => {
    expect(() => opticalDensities(raw([1, 1, 1, 1], [1100, 1100, 2100, 100, 1100, 1100, 2100, 100]))).toThrow(
      /invalid flat field: 0 counts above dark at energy 0, pixel \(1, 1\)/
    );
  });
});
