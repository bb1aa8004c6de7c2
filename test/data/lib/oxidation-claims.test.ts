import { describe, expect, it } from "vitest";
import { oxidationClaims, type OxidationRows } from "../../../src/data/lib/oxidation-claims.js";
import { claimOf } from "../../../src/science/claims/claims.js";
import { judge } from "../../../src/science/claims/judge.js";
import { oxidationElements, oxidationState } from "../../../src/science/particle/oxidation-states.js";
import { sampledStates } from "../../../src/science/particle/states.js";
import { rixsStates } from "../../../src/science/xanes/rixs-instrument.js";

const shares = {
  first: { O: 0.7, Mn: 0.05, Co: 0.05, Ni: 0.2 },
  twentieth: { O: 0.55, Mn: 0.22, Co: 0.08, Ni: 0.15 }
};

/** Tables as an instrument would give them that is off by `bias` where a state is charged, and has small errors. */
function tables(bias = 0): OxidationRows {
  const states = sampledStates.filter(({ phase }) => phase !== "control");
  const rows = states.flatMap(({ id, phase }) =>
    oxidationElements.map((element) => {
      const { mean, surface, spread } = oxidationState(id).valences[element];
      const off = phase === "charge" ? bias : 0;
      return { id, element, off, mean: mean.value, surface: surface.value, spread: spread.value };
    })
  );
  return {
    means: rows.map(({ id, element, off, mean, spread }) => ({
      ...{ state: id, element, found: mean + off, error: 0.001, truth: mean },
      ...{ deviation: Math.hypot(spread, 0.02), trueDeviation: spread, pixelError: 0.02 }
    })),
    zones: rows.flatMap(({ id, element, mean, surface }) =>
      [1, 2, 3, 4, 5].map((zone) => {
        const truth = mean + (surface * (3 - zone)) / 4;
        return { state: id, element, zone, found: truth, error: 0.002, truth };
      })
    ),
    overlaps: states.map(({ id }) => ({ state: id, found: 1.2, error: 0.01, truth: 1.25 })),
    rixs: rixsStates.map(({ rate, voltage, oxidised }) => ({
      ...{ rate, voltage, found: oxidised.value, error: 0.01, truth: oxidised.value },
      detectionLimit: 0.03
    })),
    cycles: [0.1, 10].flatMap((rate) =>
      [1, 20].flatMap((cycle) =>
        (["O", "Mn", "Co", "Ni"] as const).map((element) => {
          const truth = shares[cycle === 1 ? "first" : "twentieth"][element];
          return { rate, cycle, element, found: truth + 0.001, error: 0.002, truth, capacity: 200 * truth };
        })
      )
    )
  };
}
const computed = (id: string, rows = tables()) => {
  const found = oxidationClaims(rows).find((claim) => claim.id === id);
  if (!found) throw new Error(`missing ${id}`);
  return found;
};

describe("the claims on oxidation states", () => {
  it.each(["C12", "C13", "C14", "C17", "C18", "C19", "C20", "Q8", "Q10"])(
    "%s can be seen by an instrument without fault, and proves nothing",
    (id) => {
      const claim = computed(id);
      expect(claim.kind).toBe("recovered");
      const { verdict, reason } = judge(claimOf(id), claim);
      expect(verdict).toBe("undecidable");
      expect(reason).toContain("can see it");
    }
  );

  // oxygen is oxidised below 4.6 V too; at 10 C the metals are as oxidised as at 0.1 C, where lost oxygen reduces them
  it.each(["C15", "C16"])("%s is not so in the sample, and an instrument without fault shows that", (id) => {
    const { verdict, reason } = judge(claimOf(id), computed(id));
    expect(verdict).toBe("undecidable");
    expect(reason).toContain("the sample does not have what is claimed, and such an instrument shows so");
  });

  it("Q9 is uncertain at errors of a thousandth: oxygen is back within five of them", () => {
    const { value, error, set } = computed("Q9");
    expect(value).toBeCloseTo(set?.value ?? NaN, 9);
    expect(value).toBeCloseTo(0.0045 / (0.001 * Math.SQRT2), 0);
    expect(error).toBe(2);
    expect(judge(claimOf("Q9"), computed("Q9")).reason).toContain("cannot tell it for certain");
  });

  it.each(["C27", "C36", "C37", "C39"])("%s is a setting that is used", (id) => {
    const { verdict, reason } = judge(claimOf(id), computed(id));
    expect(verdict).toBe("setting");
    expect(reason).toContain("used as");
  });

  it("C19 is the charge that Co and Ni keep, near the 39 mAh/g that the model is calibrated to", () => {
    // by hand: about 0.13 atoms of each, half a valence higher, of some 85 g/mol
    const { value, unit } = computed("C19");
    expect(unit).toBe("mAh/g");
    expect(value).toBeGreaterThan(36);
    expect(value).toBeLessThan(42);
  });

  it("C17 says so where Mn would be found elsewhere", () => {
    const claim = computed("C17", tables(-0.3));
    expect(claim.value).toBeCloseTo(oxidationState("0.1C-4.8V").valences.Mn.mean.value - 0.3, 6);
    expect(judge(claimOf("C17"), claim).reason).toContain("would have shown another value");
  });

  it("Q10 is the change of Ni's share at the slow rate, and says what the others did", () => {
    const claim = computed("Q10");
    expect(claim.value).toBeCloseTo(-0.05, 9);
    expect(claim.set?.value).toBeCloseTo(-0.05, 9);
    expect(claim.note).toContain("change by 17.0 % and 3.0 % of the whole");
    expect(claim.note).toContain("carry 90 mAh/g in the twentieth cycle after 60 in the first");
  });

  it("refuses tables that lack a state", () => {
    const { means, ...rest } = tables();
    expect(() =>
      oxidationClaims({ ...rest, means: means.filter(({ state }) => state !== "pristine") })
    ).toThrow("missing valence of Mn in state pristine");
  });
});
