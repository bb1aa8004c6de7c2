import { describe, expect, it } from "vitest";
import { nanovoidClaim, oxygenQuantity } from "../../../src/data/lib/nanovoid-claim.js";
import { eelsQuantities } from "../../../src/science/eels/compare.js";

const row = (region: string, found: number, truth: number, error = 0.01) => ({
  ...{ region, resolution: 4.7, quantity: oxygenQuantity, found, error, truth }
});
// 2 O on 0.56 Mn
const nominal = 2 / 0.56;

describe("oxygen in nanovoids", () => {
  it("calls the quantity as the table does", () => {
    expect(Object.values(eelsQuantities).map(([name]) => name)).toContain(oxygenQuantity);
  });

  it("compares what is missing in the void with what is missing beside it", () => {
    const claim = nanovoidClaim([
      row("void", 0.8 * nominal, 0.7 * nominal),
      row("around", 0.9 * nominal, 0.9 * nominal)
    ]);
    expect(claim.value).toBeCloseTo(2, 12);
    expect(claim.set?.value).toBeCloseTo(3, 12);
    // 0.01 of 3.571 is 0.0028: 1.4 % of 0.2 and 2.8 % of 0.1
    expect(claim.error).toBeCloseTo(2 * 2 * Math.hypot(0.014, 0.028), 10);
  });

  it("says which region is missing", () => {
    expect(() => nanovoidClaim([row("void", 3, 3)])).toThrow(
      /^missing O over Mn of region around at 4\.7 eV/
    );
  });
});
