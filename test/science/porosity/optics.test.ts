import { describe, expect, it } from "vitest";
import { defaultTomograph } from "../../../src/science/porosity/instrument.js";
import { fresnelImage, propagated, squaredFrequencies } from "../../../src/science/porosity/propagation.js";
import { refraction } from "../../../src/science/porosity/refraction.js";
import { retrieveThickness } from "../../../src/science/porosity/retrieval.js";

describe("refraction of the oxide", () => {
  it("is that of its electrons, and attenuates as tables of the compound say", () => {
    const { delta, beta, attenuation } = refraction(17000);
    // ρ Z/A: 4.23 g/cm³ of a compound with 40.24 electrons in 85.2 g/mol; 2.70e-6 · ρ Z/A · (λ/Å)²
    expect(delta / (2.7e-6 * 4.23 * (40.24 / 85.199) * 0.7293 ** 2)).toBeCloseTo(1, 1);
    // 1.257 cm²/g of manganese's share and the others' (xraydb 4.4.7, Chantler), by hand
    const hand = 0.3611 * 34.799 + 0.1102 * 50.033 + 0.0553 * 43.506 + 0.3756 * 1.274 + 0.0978 * 0.196;
    expect(attenuation / (100 * 4.23 * hand)).toBeCloseTo(1, 2);
    expect(beta).toBeLessThan(delta / 40);
    // δ falls as the square of the wavelength, but for f′
    expect(delta / refraction(29600).delta).toBeCloseTo((29600 / 17000) ** 2, 1);
    expect(() => refraction(8000)).toThrow("unknown photon energy: 8000 eV; must be one of 17000, 29600");
  });
});

describe("propagation", () => {
  const [n, pixel, wavelength] = [128, 1e-7, 7e-11];
  const squares = squaredFrequencies(n, n, pixel);

  it("keeps the intensity as a whole, whatever the phase", () => {
    const thickness = Float64Array.from({ length: n * n }, (_, i) => {
      const r = Math.hypot(Math.floor(i / n) - 64, (i % n) - 64) * pixel;
      return 2 * Math.sqrt(Math.max(0, 4e-6 ** 2 - r * r));
    });
    const index = { wavelength, delta: 3e-6, attenuation: 9000 };
    const [near, far] = [0, 2e-3].map((z) => fresnelImage(thickness, n, n, index, z, squares));
    const sum = (of: Float64Array) => of.reduce((total, v) => total + v, 0);
    expect(sum(far) / sum(near)).toBeCloseTo(1, 10);
    expect(Math.max(...far)).toBeGreaterThan(1.05);
  });

  it("spreads a Gaussian beam as it must: w(z) = w₀ √(1 + (λz/πw₀²)²)", () => {
    const waist = 1e-6;
    const wave = new Float64Array(2 * n * n);
    for (let i = 0; i < n * n; ++i) {
      const r = Math.hypot(Math.floor(i / n) - 64, (i % n) - 64) * pixel;
      wave[2 * i] = Math.exp(-((r / waist) ** 2));
    }
    const z = (1.2 * Math.PI * waist ** 2) / wavelength;
    const image = propagated(wave, n, n, wavelength, z, squares);
    const width = waist * Math.sqrt(1 + 1.2 ** 2);
    for (const [x, y] of [
      [64, 64],
      [70, 64],
      [64, 76],
      [75, 58]
    ]) {
      const r = Math.hypot(x - 64, y - 64) * pixel;
      const exact = (waist / width) ** 2 * Math.exp(-2 * (r / width) ** 2);
      expect(Math.abs(image[x * n + y] - exact)).toBeLessThan(1e-6);
    }
  });

  it("images a grating of phase as Talbot has it: contrast 2φ sin(πλz/d²)", () => {
    const period = 16 * pixel;
    const phase = 0.001;
    const wave = new Float64Array(2 * n * n);
    for (let i = 0; i < n * n; ++i) {
      const own = phase * Math.cos((2 * Math.PI * (i % n) * pixel) / period);
      wave[2 * i] = Math.cos(own);
      wave[2 * i + 1] = Math.sin(own);
    }
    const z = (0.3 * period ** 2) / wavelength;
    const image = propagated(wave, n, n, wavelength, z, squares);
    expect(image[0] - 1).toBeCloseTo(2 * phase * Math.sin(Math.PI * 0.3), 5);
  });
});

describe("retrieval of a thickness", () => {
  const n = 64;
  const instrument = defaultTomograph(n);
  const index = refraction(instrument.energy);
  const squares = squaredFrequencies(n, n, instrument.pixelSize);
  // smooth, and weak enough that the transport of intensity holds
  const bump = (scale: number) =>
    Float64Array.from({ length: n * n }, (_, i) => {
      const r2 = (Math.floor(i / n) - 32) ** 2 + ((i % n) - 30) ** 2;
      return scale * Math.exp(-r2 / (2 * 9 ** 2));
    });
  const retrieve = (thickness: Float64Array, distances: readonly number[]) => {
    const images = distances.map((z) => fresnelImage(thickness, n, n, index, z, squares));
    const counts = Float32Array.from(images.flatMap((image) => Array.from(image, (v) => 1e6 * v)));
    const raw = {
      ...instrument,
      columns: n,
      rows: n,
      distances,
      tilts: Float64Array.of(0),
      counts,
      flat: 1e6
    };
    return retrieveThickness(raw, index);
  };

  it.each([1, 3])("gives a homogeneous object's back from %i distances, to a percent", (count) => {
    const thickness = bump(2e-6);
    const distances = Array.from({ length: count }, (_, k) => instrument.distances[0] * 1.5 ** k);
    const found = retrieve(thickness, distances);
    const worst = found.reduce((most, t, i) => Math.max(most, Math.abs(t - thickness[i])), 0);
    expect(worst).toBeLessThan(0.01 * 2e-6);
  });

  it("is plain −ln at distance 0, and pairs of tilts do not mix", () => {
    const [first, second] = [bump(2e-6), bump(5e-6)];
    const counts = Float32Array.from([...first, ...second], (t) => 1e5 * Math.exp(-index.attenuation * t));
    const raw = {
      ...instrument,
      columns: n,
      rows: n,
      distances: [0],
      tilts: Float64Array.of(0, 1),
      counts,
      flat: 1e5
    };
    const found = retrieveThickness(raw, index);
    expect(found[32 * n + 30] / 2e-6).toBeCloseTo(1, 3);
    expect(found[n * n + 32 * n + 30] / 5e-6).toBeCloseTo(1, 3);
  });
});
