import { describe, expect, it } from "vitest";
import { latticeAt, latticeCurves } from "../../../src/science/material/lattice.js";
import { cellContents } from "../../../src/science/material/crystal.js";
import { agedSample } from "../../../src/science/particle/aged-samples.js";
import {
  latticeCrystal,
  latticeParameters,
  latticeState,
  latticeStates
} from "../../../src/science/particle/lattice-states.js";

describe("the crystal of each sampled state", () => {
  it.each(latticeStates.map((state) => [state.id, state] as const))(
    "%s holds the atoms that it says",
    (id, state) => {
      const contents = cellContents(latticeCrystal(id));
      // three formula units
      expect(contents["Li"] / 3).toBeCloseTo(state.lithium, 6);
      expect(contents["O"] / 3).toBeCloseTo(2 * state.values.oxygen, 10);
      expect(contents["Mn"] / 3).toBeCloseTo(0.56, 10);
      expect(contents["Ni"] / 3).toBeCloseTo(0.16, 10);
      expect(contents["Co"] / 3).toBeCloseTo(0.08, 10);
      for (const parameter of Object.values(latticeParameters(id))) {
        expect(parameter.value).toBeGreaterThanOrEqual(parameter.min);
        expect(parameter.value).toBeLessThanOrEqual(parameter.max);
        expect(parameter.source).toMatch(/assumed|pathway model/);
      }
    }
  );

  it("has the aged particle's lithium, its trapped part on tetrahedral sites, and its oxygen", () => {
    for (const { id, values, lithium } of latticeStates) {
      const aged = agedSample(id);
      expect(lithium).toBe(aged.lithium);
      expect(2 * values.lithiumTet).toBeCloseTo(aged.lithiumTrapped, 5);
      expect(1 - values.oxygen).toBeCloseTo(aged.oxygenLost, 5);
      for (const occupancy of [
        values.lithiumOct + values.mixing,
        values.lithiumInMetalLayer,
        values.lithiumTet
      ]) {
        expect(occupancy).toBeGreaterThanOrEqual(0);
        expect(occupancy).toBeLessThanOrEqual(1);
      }
    }
  });

  it("has lost about the study's 4 % of oxygen at 0.1 C in the first cycle and hardly more after 20, and says whence", () => {
    const lost = (id: string) => 1 - latticeParameters(id).oxygen.value;
    for (const id of ["0.1C-4.8V", "0.1C-discharged", "0.1C-20cycles"])
      expect(Math.abs(lost(id) - 0.04)).toBeLessThan(2.5e-3);
    expect(lost("0.1C-20cycles") - lost("0.1C-discharged")).toBeLessThan(2e-3);
    for (const id of ["0.1C-discharged", "10C-4.8V"]) {
      expect(latticeParameters(id).oxygen.status).toBe("model");
      expect(latticeParameters(id).oxygen.source).toMatch(/^the pathway model/);
    }
  });

  it("does not lose oxygen at 10 C that any pattern could show", () => {
    expect(1 - latticeState("10C-20cycles").values.oxygen).toBeLessThan(2e-4);
  });

  it("refuses a state that is none", () => {
    expect(() => latticeState("4C")).toThrow("unknown lattice state: 4C; must be one of pristine, 0.1C-4.4V");
  });
});

describe("a and c against lithium", () => {
  it("pass through their points and hold their ends", () => {
    for (const { rate, branch, points } of latticeCurves)
      for (const { lithium, a, c } of points) {
        const found = latticeAt(lithium, rate, branch);
        expect(found.a).toBeCloseTo(a, 12);
        expect(found.c).toBeCloseTo(c, 12);
      }
    expect(latticeAt(1.5, 0.1, "charge")).toEqual(latticeAt(1.2, 0.1, "charge"));
  });

  it("follow the study's words: c grows, then falls sharply near 4.8 V at 0.1 C, and stays high at 10 C", () => {
    const c = (x: number, rate: 0.1 | 10) => latticeAt(x, rate, "charge").c;
    expect(c(0.7, 0.1)).toBeGreaterThan(c(1.2, 0.1) + 0.1);
    const [before, last] = [(c(0.43, 0.1) - c(0.31, 0.1)) / 0.12, (c(0.31, 0.1) - c(0.225, 0.1)) / 0.085];
    expect(last).toBeGreaterThan(4 * before);
    expect(c(1.1, 10) - c(1.2, 10)).toBeGreaterThan(1.5 * (c(1.1, 0.1) - c(1.2, 0.1)));
    expect(c(0.6, 10)).toBeGreaterThan(c(0.6, 0.1));
  });

  it("refuse what is no curve or no number", () => {
    expect(() => latticeAt(1, 1 as never, "charge")).toThrow("unknown lattice curve: 1 C, charge");
    expect(() => latticeAt(NaN, 10, "charge")).toThrow("invalid lithium content: NaN");
  });
});
