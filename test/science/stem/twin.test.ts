import { describe, expect, it } from "vitest";
import { pristineLattice } from "../../../src/science/particle/lattice-models.js";
import { expectedImage, haadfWeights } from "../../../src/science/stem/expected-image.js";
import {
  attenuationShare,
  defaultStemInstrument,
  doseOf,
  fieldOf
} from "../../../src/science/stem/instrument.js";
import { apertureTransfer, kernelAt, kernelMaker, kernelRadius } from "../../../src/science/stem/probe.js";
import { electronsPerPixel, recordIdpc } from "../../../src/science/stem/record.js";
import { measure } from "../../../src/science/stem/twin.js";
import { wavelength } from "../../../src/science/material/electron-scattering.js";

const instrument = defaultStemInstrument(128);

describe("kernels", () => {
  it("of the dark field hold one electron, but for the tails that are cut", () => {
    const table = kernelMaker(instrument).haadf("Mn");
    let sum = 0;
    const step = 0.002;
    for (let r = step / 2; r < kernelRadius; r += step) sum += 2 * Math.PI * r * step * kernelAt(table, r);
    expect(sum).toBeGreaterThan(0.96);
    expect(sum).toBeLessThan(1.001);
  });

  it("without source and vibration are Airy's pattern: dark where J₁ is zero", () => {
    // first zero at 0.61 λ/α; vibration is what is left there
    const airy = kernelMaker({ ...instrument, sourceSize: 0 }).haadf("Mn");
    const zero = (0.60984 * wavelength(300)) / (1e-3 * instrument.convergence);
    expect(kernelAt(airy, zero) / kernelAt(airy, 0)).toBeLessThan(0.03);
    expect(apertureTransfer(0, instrument)).toBe(1);
    expect(apertureTransfer((2e-3 * instrument.convergence) / wavelength(300), instrument)).toBe(0);
  });
});

describe("the microscope", () => {
  const sample = pristineLattice(fieldOf(instrument));

  it("sends into the dark field what the atoms' cross-sections add up to", () => {
    const expected = expectedImage(sample, { ...instrument, pedestal: 0, attenuation: Infinity }, "haadf");
    const mean = expected.reduce((sum, value) => sum + value, 0) / expected.length;
    const weights = haadfWeights(instrument);
    let all = 0;
    for (let i = 0; i < sample.count; ++i) {
      const inside = sample.x[i] >= -0.1 && sample.y[i] >= -0.1 && sample.x[i] < 25.5 && sample.y[i] < 25.5;
      if (inside) weights.forEach((weight, s) => (all += weight * sample.atoms[5 * i + s]));
    }
    // the field holds no whole number of cells
    expect(mean / (all / 25.6 ** 2)).toBeGreaterThan(0.9);
    expect(mean / (all / 25.6 ** 2)).toBeLessThan(1.1);
  });

  it("lets deep atoms count less", () => {
    expect(attenuationShare(instrument, 0)).toBe(1);
    // ∫ exp(−z/ℓ) dz/t for t = 2ℓ
    expect(attenuationShare(instrument, 2 * instrument.attenuation)).toBeCloseTo((1 - Math.exp(-2)) / 2, 12);
  });

  it("counts as Poisson does: variance over mean is 1", () => {
    const still = { ...instrument, lineJitter: 0 };
    const mean = measure(sample, still, 1, { noiseless: true }).values;
    let chi = 0;
    for (const seed of [1, 2, 3])
      measure(sample, still, seed).values.forEach((value, p) => (chi += (value - mean[p]) ** 2 / mean[p]));
    expect(chi / 3 / mean.length).toBeCloseTo(1, 1);
    expect(doseOf(instrument)).toBe(2100);
    expect(electronsPerPixel(instrument)).toBeCloseTo(84, 10);
  });

  it("gives the same image for the same seed", () => {
    for (const signal of ["haadf", "idpc"] as const) {
      const [a, b, c] = [5, 5, 6].map((seed) => measure(sample, instrument, seed, { signal }).values);
      expect(a).toEqual(b);
      expect(a).not.toEqual(c);
    }
  });

  it("has noise of 1/k² in the integrated image, k_α/2√N a pixel before", () => {
    const nothing = new Float64Array(128 * 128);
    const rim = 0.025 / wavelength(300);
    // the gradient of the noise along both axes, by Parseval's theorem without the filter: σ² for k < Nyquist's
    let variance = 0;
    for (const seed of [1, 2, 3, 4]) {
      const { values } = recordIdpc(nothing, { ...instrument, highPass: 1e6 }, seed);
      let sum = 0;
      for (let y = 0; y < 128; ++y) for (let x = 0; x < 128; ++x) sum += values[y * 128 + x] ** 2;
      variance += sum / 128 ** 2 / 4;
    }
    // Σ_k σ²/(k² N) over all frequencies
    let expected = 0;
    for (let i = -64; i < 64; ++i)
      for (let j = -64; j < 64; ++j) if (i || j) expected += 1 / ((i * i + j * j) / 25.6 ** 2) / 128 ** 2;
    expected *= (rim / 2) ** 2 / 84;
    // the longest periods hold most of it, and are few
    expect(variance / expected).toBeGreaterThan(0.6);
    expect(variance / expected).toBeLessThan(1.5);
  });

  it("says what it cannot measure", () => {
    expect(() => measure(sample, { ...instrument, columns: 100 }, 1, { signal: "idpc" })).toThrow(
      "unsupported size of a Fourier transform: 100"
    );
    expect(() => measure(sample, { ...instrument, haadfInner: 20 }, 1)).toThrow(
      "lies within the probe's cone"
    );
    expect(() => measure(sample, { ...instrument, frameTime: 0 }, 1)).toThrow("must be above 0");
    expect(() => measure(sample, { ...instrument, rows: 8 }, 1)).toThrow("invalid raster: 8 rows");
  });
});
