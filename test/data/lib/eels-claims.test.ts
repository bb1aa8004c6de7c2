import { describe, expect, it } from "vitest";
import { eelsClaims, prePeakQuantity, type EelsResultRow } from "../../../src/data/lib/eels-claims.js";
import { claims } from "../../../src/science/claims/claims.js";
import { judge } from "../../../src/science/claims/judge.js";
import { eelsQuantities } from "../../../src/science/eels/compare.js";

const row = (resolution: number, found: number, error = 0.08): EelsResultRow => ({
  ...{ region: "A", resolution, quantity: prePeakQuantity, found, error, truth: 530.56 }
});
const judgedOf = (rows: EelsResultRow[]) => {
  const [computed] = eelsClaims(rows);
  const claim = claims.find(({ id }) => id === "C22");
  if (!claim) throw new Error("missing claim C22");
  return judge(claim, computed);
};

describe("claims on the electron spectra", () => {
  it("calls the quantity as the table does", () => {
    expect(eelsQuantities.prePeakEnergy[0]).toBe(prePeakQuantity);
  });

  it("judges the pre-peak at the printed resolution, and names the others", () => {
    const rows = [row(1, 530.55, 0.04), row(4.7, 530.52), row(0.5, 530.58, 0.03)];
    const [c22, c44] = eelsClaims(rows);
    expect(c22.value).toBe(530.52);
    expect(c22.error).toBeCloseTo(0.16, 9);
    expect(c22.text).toBe("530.52 ± 0.08 eV at 4.7 eV; 530.55 ± 0.04 eV at 1 eV; 530.58 ± 0.03 eV at 0.5 eV");
    expect([c44.id, c44.value, c44.kind]).toEqual(["C44", 4.7, "reported"]);
    // the sample was set: whatever comes back says nothing of the material
    expect(judgedOf(rows).verdict).toBe("undecidable");
    expect(judgedOf(rows).reason).toContain("such an instrument can see it");
  });

  it("tells a pre-peak elsewhere from one that is hardly known", () => {
    expect(judgedOf([row(4.7, 532.5)]).reason).toContain("would have shown another value");
    expect(judgedOf([row(4.7, 530.5, 1)]).reason).toContain("cannot tell it for certain");
  });

  it("says where the pre-peak is missing", () => {
    expect(() => eelsClaims([row(1, 530)])).toThrow(/^missing pre-peak of region A at 4\.7 eV/);
  });
});
