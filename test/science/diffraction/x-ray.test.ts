import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellVolume } from "../../../src/science/material/crystal.js";
import { energyOf } from "../../../src/science/material/x-ray-anomalous.js";
import { layeredOxide, rockSalt, spinel } from "../../../src/science/material/structures.js";
import { formFactor } from "../../../src/science/material/x-ray-form-factors.js";
import { dispersion } from "../../../src/science/material/x-ray-anomalous.js";
import {
  angleBySpacing,
  braggAngle,
  braggSpacing,
  lorentzPolarisation,
  pseudoVoigt,
  pseudoVoigtSlopes
} from "../../../src/science/diffraction/x-ray-line.js";
import { powderIndices, xRayReflections } from "../../../src/science/diffraction/x-ray-reflections.js";

const copper = 1.54186;
const gallium = 1.3418;

describe("a line at constant wavelength", () => {
  it("puts (003) of the layered oxide where Bragg's law does: 18.69° and 16.25°, and moves it with c", () => {
    const d = 14.24 / 3;
    expect(braggAngle(copper, d)).toBeCloseTo(18.69, 2);
    expect(braggAngle(gallium, d)).toBeCloseTo(16.25, 2);
    expect(braggSpacing(copper, braggAngle(copper, d))).toBeCloseTo(d, 12);
    // half a percent in c
    expect(braggAngle(copper, d * 1.005) - braggAngle(copper, d)).toBeCloseTo(-0.094, 3);
    expect(0.005 * angleBySpacing(braggAngle(gallium, d))).toBeCloseTo(-0.081, 2);
  });

  it("has the Lorentz–polarisation factor solved by hand at 2θ = 90°: 1/(½ · √½)", () => {
    expect(lorentzPolarisation(90)).toBeCloseTo(2 * Math.SQRT2, 12);
  });

  it("has unit area and its full width at half height", () => {
    for (const eta of [0, 0.4, 1]) {
      const h = 0.13;
      let area = 0;
      // the Lorentzian's tails beyond ±L hold η H/(πL) of it
      for (let x = -20; x < 20; x += 0.002) area += 0.002 * pseudoVoigt(x + 0.001, h, eta);
      expect(area).toBeCloseTo(1 - (eta * h) / (Math.PI * 20), 5);
      expect(pseudoVoigt(h / 2, h, eta) / pseudoVoigt(0, h, eta)).toBeCloseTo(0.5, 12);
    }
  });

  it("has the slopes that differences give", () => {
    const out = new Float64Array(4);
    const range = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    const width = fc.double({ min: 0.05, max: 0.3, noNaN: true });
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(range, width, share, (x, h, eta) => {
        pseudoVoigtSlopes(x, h, eta, out);
        const e = 1e-6;
        const by = (dx: number, dh: number, deta: number) =>
          (pseudoVoigt(x + dx, h + dh, eta + deta) - pseudoVoigt(x - dx, h - dh, eta - deta)) / (2 * e);
        expect(out[0]).toBeCloseTo(pseudoVoigt(x, h, eta), 12);
        [by(e, 0, 0), by(0, e, 0), by(0, 0, e)].forEach((slope, i) =>
          expect(Math.abs(out[i + 1] - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)))
        );
      })
    );
  });
});

describe("reflections", () => {
  it("are those of R-3m, −h + k + l = 3n, with their multiplicities", () => {
    const lines = powderIndices(layeredOxide(), [1.4, 5]);
    expect(lines.map(({ h, k, l, multiplicity }) => [h, k, l, multiplicity])).toEqual([
      [0, 0, 3, 2],
      [1, 0, 1, 6],
      [0, 0, 6, 2],
      [0, 1, 2, 6],
      [1, 0, 4, 6],
      [0, 1, 5, 6],
      [0, 0, 9, 2],
      [1, 0, 7, 6],
      [0, 1, 8, 6],
      [1, 1, 0, 6]
    ]);
  });

  it("leaves out what the diamond glide forbids in a spinel: 200 and 420 among them", () => {
    const planes = powderIndices(spinel(), [1.5, 6]).map(
      ({ h, k, l, multiplicity }) => `${h}${k}${l}:${multiplicity}`
    );
    const allowed = ["111:8", "220:12", "311:24", "222:8", "400:6", "331:24", "422:24", "511:24", "333:8"];
    expect(planes.toSorted()).toEqual(allowed.toSorted());
  });

  it("counts every point of the sphere that the lattice has", () => {
    // Σ multiplicities of a primitive cell is the number of lattice points in a shell: 4π/3 V (1/d³) on average
    const { cell } = layeredOxide();
    const all = powderIndices(
      { cell, operations: [{ rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1], translation: [0, 0, 0] }] },
      [0.5, 100]
    );
    const count = all.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
    expect(count / ((4 / 3) * Math.PI * cellVolume(cell) * 8)).toBeCloseTo(1, 1);
  });

  it("has structure factors solved by hand: rock salt is 4(f_M ± f_O)", () => {
    const crystal = rockSalt({ a: 4.177, metals: { Ni: 1 } });
    const energy = energyOf(copper);
    for (const line of xRayReflections(crystal, energy, [1, 3])) {
      const s = 1 / (2 * line.d);
      const damp = (b: number) => Math.exp(-b * s * s);
      const [nr, ni] = dispersion("Ni", energy);
      const [or, oi] = dispersion("O", energy);
      const sign = line.h % 2 === 0 ? 1 : -1;
      const re = 4 * ((formFactor("Ni", s) + nr) * damp(0.4) + sign * (formFactor("O", s) + or) * damp(0.9));
      const im = 4 * (ni * damp(0.4) + sign * oi * damp(0.9));
      expect(line.strength / line.multiplicity / (re * re + im * im)).toBeCloseTo(1, 10);
    }
  });

  it("has (003) as the strongest line of the layered oxide, with (104) next", () => {
    const lines = xRayReflections(layeredOxide(), energyOf(copper), [1.4, 5])
      .map((line) => ({ ...line, height: line.strength * lorentzPolarisation(braggAngle(copper, line.d)) }))
      .sort((p, q) => q.height - p.height);
    expect(lines.slice(0, 2).map(({ h, k, l }) => `${h}${k}${l}`)).toEqual(["003", "104"]);
  });
});
