import { expect, it } from "vitest";
import {
  computeElectrochemistryClaims,
  decayWithoutLoss
} from "../../../src/data/lib/electrochemistry-claims.js";
import { claimOf } from "../../../src/science/claims/claims.js";
import { judge } from "../../../src/science/claims/judge.js";

it("settings stay settings, and what was calibrated decides nothing", () => {
  const verdicts = Object.fromEntries(
    computeElectrochemistryClaims().map((computed) => [
      computed.id,
      judge(claimOf(computed.id), computed).verdict
    ])
  );
  expect(verdicts).toEqual({
    ...{ C02: "setting", C03: "setting", C21: "setting", C31: "setting" },
    ...{ C32: "setting", C33: "setting", C34: "setting", Q11: "undecidable" }
  });
});

it("without the loss of oxygen redox the voltage hardly falls at 0.1 C, and mostly falls at 10 C", () => {
  expect(decayWithoutLoss(0.1)).toBeLessThan(0.05);
  expect(decayWithoutLoss(10)).toBeGreaterThan(0.5);
});
