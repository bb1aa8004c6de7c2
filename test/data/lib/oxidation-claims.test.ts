import { describe, expect, it } from "vitest";
import {
  oxidationClaims,
  oxidationNumbers,
  type OxidationRows
} from "../../../src/data/lib/oxidation-claims.js";
import { claimOf } from "../../../src/science/claims/claims.js";
import { judge } from "../../../src/science/claims/judge.js";
import { oxidationElements, oxidationState } from "../../../src/science/particle/oxidation-states.js";
import { sampledStates } from "../../../src/science/particle/states.js";
import { rixsStates } from "../../../src/science/xanes/rixs-instrument.js";

const shares = {
  first: { O: 0.7, Mn: 0.05, Co: 0.05, Ni: 0.2 },
  twentieth: { O: 0.55, Mn: 0.22, Co: 0.08, Ni: 0.15 }
};

/** Tables as an instrument would give them that is off by `bias` where a state is charged, by `rest` where it is not, in its
 *  outermost zone by `edge`, and has small errors. */
function tables({ bias = 0, rest = 0, edge = 0 } = {}): OxidationRows {
  const states = sampledStates.filter(({ phase }) => phase !== "control");
  const rows = states.flatMap(({ id, phase }) =>
    oxidationElements.map((element) => {
      const { mean, surface, spread } = oxidationState(id).valences[element];
      const off = phase === "charge" ? bias : rest;
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
        return { state: id, element, zone, found: truth + (zone === 1 ? edge : 0), error: 0.002, truth };
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
  it.each(["C12", "C13", "C14", "C16", "C17", "C18", "C19", "C20", "Q8", "Q9", "Q10"])(
    "%s can be seen by an instrument without fault, and proves nothing",
    (id) => {
      const claim = computed(id);
      expect(claim.kind).toBe("recovered");
      const { verdict, reason } = judge(claimOf(id), claim);
      expect(verdict).toBe("undecidable");
      expect(reason).toContain("can see it");
    }
  );

  // oxygen is oxidised below 4.6 V too
  it("C15 is not so in the sample, and an instrument without fault shows that", () => {
    const { verdict, reason } = judge(claimOf("C15"), computed("C15"));
    expect(verdict).toBe("undecidable");
    expect(reason).toContain("the sample does not have what is claimed, and such an instrument shows so");
  });

  it("Q9 is uncertain where every state is off by five thousandths, as oxygen is back within five, even where that cancels", () => {
    const [exact, off] = [computed("Q9"), computed("Q9", tables({ bias: 0.005, rest: 0.005 }))];
    expect(exact.value).toBeCloseTo(exact.set?.value ?? NaN, 12);
    expect(exact.value).toBeCloseTo(0.0041, 3);
    expect(exact.error).toBeCloseTo(2 * 0.001 * Math.SQRT2, 12);
    expect(off.value).toBeCloseTo(exact.value ?? NaN, 9);
    expect(off.error).toBeCloseTo(2 * Math.hypot(0.001, 0.005) * Math.SQRT2, 12);
    expect(judge(claimOf("Q9"), off).reason).toContain("cannot tell it for certain");
    expect(off.note).toContain("for O the states used are off by 0.0050 to 0.0050");
  });

  it("Q8 is uncertain where the outermost zone is off by as much as there is to see, and says what the pristine particle shows", () => {
    const { value } = computed("Q8");
    const claim = computed("Q8", tables({ edge: 0.01 }));
    // the gradient of oxygen at 10 C, off by the zone
    expect(claim.value).toBeCloseTo((value ?? NaN) - 0.01, 9);
    expect(claim.error).toBeCloseTo(2 * Math.hypot(0.002 * Math.SQRT2, 0.01), 12);
    expect(computed("Q8", tables({ edge: -0.005 })).error).toBeCloseTo(
      2 * Math.hypot(0.002 * Math.SQRT2, 0.005),
      12
    );
    expect(judge(claimOf("Q8"), computed("Q8", tables({ edge: -0.005 }))).reason).toContain(
      "cannot tell it for certain"
    );
    expect(claim.note).toMatch(
      /pristine particle shows 0\.01\d\d of surface less centre, where it has 0\.00\d\d/
    );
  });

  it("every claim's error grows with what the states or zones that it uses are off by", () => {
    for (const id of ["C12", "C14", "C15", "C16", "C17", "C19", "Q8", "Q9"]) {
      const off = computed(id, tables({ bias: 0.01, rest: 0.01, edge: 0.01 }));
      expect(off.error, id).toBeGreaterThan(1.5 * (computed(id).error ?? NaN));
    }
  });

  it("gives the designer the error of the counts and what is off apart", () => {
    const number = oxidationNumbers(tables({ rest: 0.005 })).get("Q9");
    expect(number?.error).toBeCloseTo(0.001 * Math.SQRT2, 12);
    expect(number?.off).toBeCloseTo(0.005 * Math.SQRT2, 12);
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

  it("C17 cannot be told where Mn is found elsewhere, by more than the rule allows", () => {
    const claim = computed("C17", tables({ bias: -0.3 }));
    expect(claim.value).toBeCloseTo(oxidationState("0.1C-4.8V").valences.Mn.mean.value - 0.3, 6);
    expect(judge(claimOf("C17"), claim).reason).toContain("cannot tell it for certain");
  });

  it("Q10 is the change at the slow rate that speaks most against it, and says what all did", () => {
    const claim = computed("Q10");
    expect(claim.value).toBeCloseTo(-0.03, 9);
    expect(claim.set?.value).toBeCloseTo(-0.03, 9);
    expect(claim.note).toContain("change by 17.0 %, 3.0 % and −5.0 % of the whole");
    expect(claim.note).toContain("carry 90 mAh/g in the twentieth cycle after 60 in the first");
  });

  it("refuses tables that lack a state", () => {
    const { means, ...rest } = tables();
    expect(() =>
      oxidationClaims({ ...rest, means: means.filter(({ state }) => state !== "pristine") })
    ).toThrow("missing valence of Mn in state pristine");
  });
});
