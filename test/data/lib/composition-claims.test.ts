import { describe, expect, it } from "vitest";
import { claimOf } from "../../../src/science/claims/claims.js";
import { judge } from "../../../src/science/claims/judge.js";
import { compositionClaims, type ShareRow } from "../../../src/data/lib/composition-claims.js";
import { sampledState, sampledStates } from "../../../src/science/particle/states.js";

/** Shares as an instrument would find them that adds `off` points of each wrong class, and differs by seed. */
function shares(off = 0, spread = 0.1): ShareRow[] {
  return sampledStates.flatMap(({ id, rate, voltage, phase, shares: { oxygenPoor, oxygenRich } }) => {
    const [poor, rich] = [100 * oxygenPoor.value, 100 * oxygenRich.value];
    const truth = { target: 100 - poor - rich, "oxygen-poor": poor, "oxygen-rich": rich };
    return [-1, 0, 1].flatMap((seed) =>
      Object.entries(truth).map(([name, value]) => ({
        ...{ state: id, class: name, rate, voltage, phase, truth: value },
        recovered: value + (name === "target" ? -2 * off : off) + seed * spread
      }))
    );
  });
}
const computed = (id: string, rows = shares()) => {
  const found = compositionClaims(rows).find((claim) => claim.id === id);
  if (!found) throw new Error(`missing ${id}`);
  return found;
};

describe("the claims on composition", () => {
  const [charged, discharged] = ["0.1C-4.8V", "0.1C-discharged"].map(sampledState);
  it.each([
    ["C05", 93.6],
    ["C06", 4.6],
    ["C08", discharged.shares.oxygenPoor.value / charged.shares.oxygenPoor.value],
    ["C09", 4.4],
    ["C10", 100 * sampledState("10C-4.8V").shares.oxygenRich.value]
  ])("%s comes back as %d from an instrument without fault, and proves nothing", (id, value) => {
    const claim = computed(id);
    expect(claim.value).toBeCloseTo(value, 6);
    expect(claim.set?.value).toBeCloseTo(value, 6);
    expect(claim.kind).toBe("recovered");
    const { verdict, reason } = judge(claimOf(id), claim);
    expect(verdict).toBe("undecidable");
    expect(reason).toContain("can see it");
  });

  it("C11 is a part of what was there", () => {
    const { value } = computed("C11");
    expect(value).toBeGreaterThan(0.05);
    expect(value).toBeLessThan(0.95);
  });

  it("says so where an instrument would have shown another value", () => {
    const claim = computed("C05", shares(5));
    expect(claim.value).toBeCloseTo(83.6, 6);
    expect(judge(claimOf("C05"), claim).reason).toContain("would have shown another value");
  });

  it("finds an onset later where the seeds spread wider than the share grows", () => {
    expect(computed("C06", shares(0, 3)).value).toBe(4.8);
  });

  it("takes settings over as printed", () => {
    for (const id of ["C26", "C28", "C35"]) expect(judge(claimOf(id), computed(id)).verdict).toBe("setting");
  });

  it("misses a state in one sentence", () => {
    expect(() => compositionClaims(shares().filter(({ state }) => state !== "10C-4.8V"))).toThrow(
      /missing shares of class oxygen-rich in state 10C-4.8V/
    );
  });
});
