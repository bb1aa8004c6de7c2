import { beforeAll, describe, expect, it } from "vitest";
import { claimOf } from "../../../src/science/claims/claims.js";
import { accepted } from "../../../src/science/claims/rules.js";
import { pathwayClaims } from "../../../src/science/pathways/claims.js";
import { calibrate, runsOf } from "../../../src/science/pathways/calibrate.js";
import { defaultPathwayParameters } from "../../../src/science/pathways/parameters.js";
import { drawnParameters, drawnNames } from "../../../src/science/pathways/predictions.js";
import { switchRows, type SwitchRow } from "../../../src/science/pathways/switches.js";
import { targetRows } from "../../../src/science/pathways/targets.js";

describe("calibration", () => {
  it("holds every target at 0.1 and 10 C, and there are no others", () => {
    const rows = targetRows(runsOf(defaultPathwayParameters(), { shells: 20, tolerance: 1e-4 }));
    expect(rows.filter(({ held }) => !held).map(({ id, model }) => `${id}: ${model}`)).toEqual([]);
    expect(new Set(rows.map(({ rate }) => rate))).toEqual(new Set([0.1, 10]));
  }, 20_000);

  it("is found again where an assumed constant is another", () => {
    const p = { ...defaultPathwayParameters(), gradientExponent: 2.5, releaseTransfer: 0.8 };
    const before = targetRows(runsOf(p), 2).filter(({ held }) => !held).length;
    const after = targetRows(runsOf(calibrate(p)), 2).filter(({ held }) => !held).length;
    expect(before).toBeGreaterThan(3);
    expect(after).toBe(0);
  }, 30_000);

  it("draws constants within their ranges", () => {
    const low = drawnParameters(drawnNames.map(() => 0));
    const high = drawnParameters(drawnNames.map(() => 1));
    for (const name of drawnNames) expect(high[name]).toBeGreaterThan(low[name]);
    expect(low.vacancyDiffusivity).toBeCloseTo(1e-15, 20);
  });
});

describe("claims", () => {
  let rows: SwitchRow[] = [];
  beforeAll(() => {
    rows = switchRows();
  }, 90_000);
  const broken = (off: string) => rows.filter((row) => row.off === off && row.broken).map(({ id }) => id);

  it("accept what the study's own rule accepts, where the quantity is the same", () => {
    for (const id of ["C04", "C06", "C08", "C09", "C10", "C11", "C12", "C15", "C17", "C19", "C24"]) {
      const own = pathwayClaims.find((claim) => claim.id === id);
      const [low, high] = accepted(claimOf(id)) ?? [NaN, NaN];
      expect(own?.accept[0]).toBeCloseTo(low, 9);
      expect(own?.accept[1]).toBe(high === Infinity ? Infinity : own?.accept[1]);
      if (high !== Infinity) expect(own?.accept[1]).toBeCloseTo(high, 9);
    }
  });

  it("all hold with every mechanism on but two: what charge balance forbids, and that Co too gains in share", () => {
    const failing = rows.filter(({ off, holds }) => off === null && !holds).map(({ id }) => id);
    expect(failing).toEqual(["C15", "Q10"]);
  });

  it("fall with the mechanism that they rest on", () => {
    expect(broken("surfaceRelease")).toEqual(expect.arrayContaining(["C04", "C06", "Q3", "Q7"]));
    expect(broken("distortion")).toEqual(expect.arrayContaining(["C09", "C10", "C19", "Q5", "Q6"]));
    expect(broken("aggregation")).toEqual(expect.arrayContaining(["Q3", "Q7"]));
    expect(broken("lithiumTrapping")).toContain("C19");
    expect(broken("metalLoss")).toEqual(["Q6"]);
    expect(broken("slowExchange")).toContain("Q5");
    expect(broken("densification")).toEqual(expect.arrayContaining(["C04", "Q2"]));
    expect(broken("stressCoupling")).toEqual(["Q11b"]);
    expect(broken("filmResistance")).toContain("C10");
    expect(broken("vacancyTransport")).toContain("C06b");
  });

  it("of the slow pathway do not need distortion, of the fast one no oxygen", () => {
    expect(broken("distortion")).not.toEqual(expect.arrayContaining(["C04"]));
    for (const id of ["C09", "C10", "C11", "C19", "Q5", "Q6"])
      expect(broken("surfaceRelease")).not.toContain(id);
  });
});
