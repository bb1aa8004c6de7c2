import { beforeAll, describe, expect, it } from "vitest";
import {
  analyseNeutrons,
  neutronQuantities,
  neutronRefinement
} from "../../../src/science/diffraction/neutron-analysis.js";
import { compareNeutrons } from "../../../src/science/diffraction/neutron-compare.js";
import {
  defaultNeutronInstrument,
  incidentSpectrum
} from "../../../src/science/diffraction/neutron-instrument.js";
import { settingsKnowing } from "../../../src/science/diffraction/neutron-known.js";
import { coverageOf, repeatNeutrons } from "../../../src/science/diffraction/neutron-repeat.js";
import { neutronSeries } from "../../../src/science/diffraction/neutron-series.js";
import {
  expectedIntensity,
  expectNeutrons,
  measureNeutrons
} from "../../../src/science/diffraction/neutron-twin.js";
import { latticeCrystal, latticeState, latticeStates } from "../../../src/science/particle/lattice-states.js";

const instrument = defaultNeutronInstrument();
const lost = "0.1C-discharged";

describe("the twin of the neutron diffractometer", () => {
  it("puts 1000 above the background at the top of the pristine (0 1 2), and the counts of the rate told there", () => {
    const ideal = { ...instrument, background: 1e-12, points: 20000 };
    const { d, intensity } = expectNeutrons(latticeCrystal("pristine"), ideal);
    const near = Array.from(d.keys()).filter((i) => Math.abs(d[i] - 2.3342) < 0.003);
    expect(Math.max(...near.map((i) => intensity[i]))).toBeCloseTo(1000, 0);
    const usual = expectNeutrons(latticeCrystal("pristine"), instrument);
    const at = usual.d.findIndex((value) => value > 2.3342);
    expect(usual.sensitivity[at] * 1000).toBeCloseTo(12000, -2);
  });

  it("counts in proportion to time, whatever the bins, with Poisson scatter", () => {
    const short = expectNeutrons(latticeCrystal(lost), { ...instrument, hours: 1 });
    const long = expectNeutrons(latticeCrystal(lost), { ...instrument, hours: 4 });
    long.sensitivity.forEach((value, i) => expect(value / short.sensitivity[i]).toBeCloseTo(4, 10));
    const total = (points: number) => {
      const { intensity, sensitivity } = expectNeutrons(latticeCrystal(lost), { ...instrument, points });
      return intensity.reduce((sum, y, i) => sum + y * sensitivity[i], 0);
    };
    expect(total(10000) / total(5000)).toBeCloseTo(1, 3);
    const raw = measureNeutrons(latticeCrystal(lost), instrument, 5);
    const { intensity, sensitivity } = expectNeutrons(latticeCrystal(lost), instrument);
    let chi = 0;
    raw.counts.forEach((n, i) => {
      const mean = intensity[i] * sensitivity[i];
      chi += (n - mean) ** 2 / mean;
    });
    expect(chi / 5000).toBeGreaterThan(1 - 4 * Math.sqrt(2 / 5000));
    expect(chi / 5000).toBeLessThan(1 + 4 * Math.sqrt(2 / 5000));
  });

  it("draws the same counts for the same seed, others for another", () => {
    const counts = (seed: number) => measureNeutrons(latticeCrystal(lost), instrument, seed).counts;
    expect(counts(3)).toEqual(counts(3));
    expect(counts(3)).not.toEqual(counts(4));
  });

  it("shows what 4 % less oxygen does: weaker by 6 to 10 %, of which only some 4 % is no common factor", () => {
    const crystal = (oxygen: number) => latticeCrystal("pristine", { oxygen });
    const quiet = { ...instrument, background: 1e-12 };
    const [full, less] = [expectedIntensity(crystal(1), quiet), expectedIntensity(crystal(0.96), quiet)];
    const { d } = expectNeutrons(crystal(1), quiet);
    const ratio = (at: number) => {
      const inside = Array.from(d.keys()).filter((i) => Math.abs(d[i] - at) < 0.004);
      const sum = (y: Float64Array) => inside.reduce((total, i) => total + y[i], 0);
      return sum(less) / sum(full) - 1;
    };
    expect(ratio(2.3342)).toBeGreaterThan(-0.07);
    expect(ratio(2.3342)).toBeLessThan(-0.06);
    expect(ratio(2.0298)).toBeGreaterThan(-0.105);
    expect(ratio(2.0298)).toBeLessThan(-0.093);
  });

  it("refuses an instrument that is none", () => {
    const measure = (changes: Partial<typeof instrument>) => () =>
      measureNeutrons(latticeCrystal("pristine"), { ...instrument, ...changes }, 1);
    expect(measure({ dMax: 0.4 })).toThrow("invalid range of d: 0.5 to 0.4 Å");
    expect(measure({ hours: 0 })).toThrow("invalid counting: 0 h");
    expect(measure({ resolution: 0 })).toThrow("invalid resolution");
    expect(measure({ points: 10.5 })).toThrow("invalid number of bins: 10.5");
    expect(incidentSpectrum(1.2 / Math.SQRT2)).toBeCloseTo(1, 12);
  });
});

describe("refinement of the twin's patterns", () => {
  it("gets every state back within four standard errors, from one start, with χ² near one", () => {
    const ids = ["pristine", "0.1C-4.8V", "10C-4.8V", "0.1C-20cycles"];
    const states = latticeStates.filter(({ id }) => ids.includes(id));
    const entries = neutronSeries(instrument, 1, { states });
    expect(entries).toHaveLength(4);
    for (const { state, result, comparison, derived } of entries) {
      expect(result.fit.fault, state.id).toBe("");
      expect(Math.abs(result.chiSquared - 1)).toBeLessThan(4 * Math.sqrt(2 / 5000));
      const refined = comparison.filter(({ pull }) => Number.isFinite(pull));
      expect(refined.map(({ quantity }) => quantity)).toEqual(
        expect.arrayContaining(["oxygen", "lithiumOct", "lithiumTet", "a", "c", "z", "bOxygen", "bLithium"])
      );
      for (const { quantity, pull } of refined)
        expect(Math.abs(pull), `${state.id} ${quantity}`).toBeLessThan(4);
      expect(Math.abs(derived.lithium.value - state.lithium)).toBeLessThan(4 * derived.lithium.error);
      expect(derived.oxygenLoss.error).toBe(result.error("O1.occupancy"));
    }
  });

  it("tells standard errors that are true", () => {
    const repeats = repeatNeutrons(lost, defaultNeutronInstrument({ points: 3000 }), settingsKnowing(lost), {
      ...{ first: 1, count: 60 }
    });
    expect(repeats.every(({ fault }) => fault === "")).toBe(true);
    const rows = coverageOf(repeats);
    expect(rows).toHaveLength(8);
    const pooled = rows.reduce((sum, { coverage }) => sum + coverage, 0) / rows.length;
    // 480 intervals: 95 % ± 1 %
    expect(pooled).toBeGreaterThan(0.93);
    expect(pooled).toBeLessThan(0.97);
    for (const { quantity, pullDeviation, meanPull, scatter, meanError } of rows) {
      // of 60: a deviation of 1 ± 0.09, a mean of 0 ± 0.13
      expect(Math.abs(pullDeviation - 1), quantity).toBeLessThan(0.32);
      expect(Math.abs(meanPull), quantity).toBeLessThan(0.5);
      expect(scatter / meanError, quantity).toBeGreaterThan(0.7);
    }
  });

  it("stays on this side of z = 1/4, beyond which a mirrored solution fits nearly as well", () => {
    const { pattern } = measureNeutrons(latticeCrystal(lost), instrument, 1);
    const right = analyseNeutrons(pattern, settingsKnowing(lost));
    const settings = settingsKnowing(lost);
    const mirrored = neutronRefinement({ ...settings, start: { ...settings.start, z: 0.24 } });
    expect(right.value("O1.z")).toBeGreaterThan(0.25);
    expect(mirrored.bounds?.["O1.z"]?.[0]).toBeGreaterThan(0.25);
  });

  it("says which numbers cannot be told apart when Ni/Li exchange is refined too", () => {
    const { pattern } = measureNeutrons(latticeCrystal("pristine"), instrument, 1);
    const result = analyseNeutrons(pattern, { ...settingsKnowing("pristine"), hold: ["zero", "bMetal"] });
    expect(result.fit.status).toBe("singular");
    for (const name of ["scale", "O1.occupancy", "Ni2.occupancy", "Li2.occupancy"])
      expect(result.fit.fault).toContain(name);
  });
});

describe("comparison", () => {
  let result: ReturnType<typeof analyseNeutrons>;
  beforeAll(() => {
    result = analyseNeutrons(
      measureNeutrons(latticeCrystal(lost), instrument, 9).pattern,
      settingsKnowing(lost)
    );
  });

  it("knows what was held, and pulls are errors over standard errors", () => {
    const rows = compareNeutrons(result, lost);
    expect(rows.map(({ quantity }) => quantity)).toEqual(Object.keys(neutronQuantities));
    for (const { quantity, value, error, truth, pull } of rows) {
      if (quantity === "mixing" || quantity === "bMetal") {
        expect(error).toBe(0);
        expect(value).toBeCloseTo(latticeState(lost).values[quantity], 12);
      }
      if (error > 0 && Number.isFinite(truth)) expect(pull).toBeCloseTo((value - truth) / error, 12);
    }
    expect(compareNeutrons(result, lost, { oxygen: 0.9 })[0].truth).toBe(0.9);
  });
});
