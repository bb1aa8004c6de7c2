import { describe, expect, it } from "vitest";
import { cliffLorimer, edsMaps, fitRegion, fitRings } from "../../../src/science/eels/eds-analysis.js";
import { defaultEdsInstrument, lineSigma } from "../../../src/science/eels/eds-instrument.js";
import { columnDensity, nanovoid, plainVoid, ringRatio } from "../../../src/science/eels/eds-sample.js";
import { edsGrid } from "../../../src/science/eels/eds-raw.js";
import { lineShapes, measureEds, pixelElectrons } from "../../../src/science/eels/eds-twin.js";
import { familyNames } from "../../../src/science/material/x-ray-emission-lines.js";

const strong = { ...defaultEdsInstrument, time: 60_000 };

describe("the sample", () => {
  it("has a void that takes all elements alike, and a rim that takes oxygen only", () => {
    const [far, middle] = [columnDensity(plainVoid, 1e-6), columnDensity(plainVoid, 0)];
    expect(middle.O / far.O).toBeCloseTo(42 / 50, 9);
    expect(middle.Mn / far.Mn).toBeCloseTo(42 / 50, 9);
    const rim = columnDensity(nanovoid, 0);
    expect(rim.Mn).toBe(middle.Mn);
    // two rims of 3 nm that lack 40 %
    expect(rim.O / middle.O).toBeCloseTo(1 - (0.4 * 6) / 42, 9);
    expect(ringRatio(plainVoid, 0, 4e-9)).toBeCloseTo(1.92 / 0.56, 9);
    expect(() => columnDensity({ ...nanovoid, radius: 40e-9 }, 0)).toThrow(/^invalid void/);
  });
});

describe("the detector", () => {
  it("has its width at Mn Kα as told, and lines of unit weight", () => {
    expect(lineSigma(5895, defaultEdsInstrument) * 2.35482).toBeCloseTo(130, 6);
    expect(lineSigma(525, defaultEdsInstrument) * 2.35482).toBeCloseTo(66, 0);
    expect(() => lineSigma(525, { resolution: 100 })).toThrow(/^invalid resolution of the detector/);
  });
  it("counts what was sent: sums against the expectation", () => {
    const raw = measureEds(plainVoid, { ...strong, bremsstrahlung: 0 }, 5, 16);
    const expected = Array.from({ length: 256 }, (_, p) => {
      const [x, y] = [Math.floor(p / 16), p % 16];
      return columnDensity(plainVoid, Math.hypot(x - 7.5, y - 7.5) * 1e-9).Mn;
    }).reduce((sum, n) => sum + n, 0);
    const shape = lineShapes(strong)[familyNames.indexOf("Mn K")];
    const inLine = shape.reduce(
      (sum, v, i) =>
        edsGrid.start + i * edsGrid.step > 5600 && edsGrid.start + i * edsGrid.step < 6200 ? sum + v : sum,
      0
    );
    let found = 0;
    for (let p = 0; p < 256; ++p)
      for (let i = 0; i < raw.channels; ++i) {
        const e = raw.start + i * raw.step;
        if (e > 5600 && e < 6200) found += raw.counts[p * raw.channels + i];
      }
    const wanted = expected * inLine * pixelElectrons(strong);
    expect(Math.abs(found - wanted)).toBeLessThan(4 * Math.sqrt(wanted));
  });
});

describe("the analysis", () => {
  it("finds O over Mn by Cliff and Lorimer, overlapping lines and all", () => {
    const raw = measureEds(plainVoid, strong, 2, 32);
    const all = fitRegion(raw, "all", () => true, strong);
    expect(all.fit.reducedChiSquared).toBeLessThan(1.4);
    expect(Math.abs(all.ratio.value - 1.92 / 0.56) / all.ratio.error).toBeLessThan(3.5);
    // windows alone take the wings of Mn L for oxygen
    const { sums } = edsMaps(raw);
    const oxygen = all.lines[familyNames.indexOf("O K")].counts;
    // of a Gaussian of 66 eV, 96.6 % lie in the window
    expect(sums["O K"]).toBeGreaterThan(1.02 * 0.966 * oxygen);
  });

  it("sees the missing oxygen at a high dose, and none where none is missing", () => {
    const edges = [0, 7e-9, 10e-9, 16e-9];
    const deficit = (sample: typeof nanovoid) => {
      const regions = fitRings(measureEds(sample, strong, 4, 40), edges, strong);
      const [inner, outer] = [regions[0].ratio, regions[2].ratio];
      return (outer.value - inner.value) / Math.hypot(outer.error, inner.error);
    };
    expect(deficit(nanovoid)).toBeGreaterThan(3);
    expect(Math.abs(deficit(plainVoid))).toBeLessThan(3);
  });

  it("has errors that many runs bear out where counts are few", () => {
    const pulls = Array.from({ length: 30 }, (_, seed) => {
      const raw = measureEds(plainVoid, defaultEdsInstrument, seed, 16);
      const { ratio } = fitRegion(raw, "all", () => true, defaultEdsInstrument);
      return (ratio.value - 1.92 / 0.56) / ratio.error;
    });
    const mean = pulls.reduce((sum, p) => sum + p, 0) / 30;
    const spread = Math.sqrt(pulls.reduce((sum, p) => sum + (p - mean) ** 2, 0) / 29);
    expect(spread).toBeGreaterThan(0.6);
    expect(spread).toBeLessThan(1.5);
    expect(Math.abs(mean)).toBeLessThan(0.8);
  });

  it("has a k-factor that goes with the yields", () => {
    expect(cliffLorimer(defaultEdsInstrument)).toBeGreaterThan(2);
    expect(cliffLorimer({ ...defaultEdsInstrument, window: 0.3 })).toBeCloseTo(
      2 * cliffLorimer(defaultEdsInstrument),
      0
    );
  });

  it("refuses counts that are none, and empty regions", () => {
    const raw = measureEds(plainVoid, defaultEdsInstrument, 1, 8);
    const bad = { ...raw, counts: raw.counts.map((n, i) => (i === 460 ? NaN : n)) };
    expect(() => edsMaps(bad)).toThrow(/^invalid counts: NaN in channel 10 of pixel 1;/);
    expect(() => edsMaps({ ...raw, size: 9 })).toThrow(/^invalid map/);
    expect(() => fitRegion(raw, "none", () => false, defaultEdsInstrument)).toThrow(
      /^missing pixels: none in the region none/
    );
  });
});
