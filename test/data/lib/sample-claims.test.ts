import { describe, expect, it } from "vitest";
import { computeSampleClaims, formalCharge, siliconBraggAngle } from "../../../src/data/lib/sample-claims.js";
import { claimOf } from "../../../src/science/claims/claims.js";
import { judge } from "../../../src/science/claims/judge.js";

describe("claims on the sample and the spectrometer's crystals", () => {
  it("give angles of silicon as tabulated: 14.22° for Cu Kα₁ at (111), where 2θ is 28.44°", () => {
    expect(2 * siliconBraggAngle([1, 1, 1], 8047.78)).toBeCloseTo(28.44, 2);
  });

  it("say of an energy below the reflection's least what the least is", () => {
    expect(() => siliconBraggAngle([4, 4, 0], 6000)).toThrow(
      "Si(440) does not reflect 6000 eV; must be above 64"
    );
  });

  it("hold a neutral formula unit", () => {
    expect(Math.abs(formalCharge())).toBeLessThan(1e-12);
  });

  it("give each of the four a sentence, so that none is left without a counterpart or a reason", () => {
    const made = computeSampleClaims();
    expect(made.map(({ id }) => id)).toEqual(["C01", "C29", "C30", "C47"]);
    for (const computed of made) {
      const { verdict, reason } = judge(claimOf(computed.id), computed);
      expect(verdict).toBe("setting");
      expect(reason).not.toContain("no page uses it");
      expect(reason.length).toBeGreaterThan(40);
    }
    // the molar mass by hand: 1.2 Li, 0.56 Mn, 0.16 Ni, 0.08 Co, 2 O
    expect(made[0].note).toContain("85.20 g/mol");
    expect(made[1].text).toBe("Ni:Co:Mn = 2:1:7");
  });
});
