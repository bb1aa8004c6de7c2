import { describe, expect, it } from "vitest";
import { claimOf, claims } from "../../../src/science/claims/claims.js";
import { judge } from "../../../src/science/claims/judge.js";
import { sectionState } from "../../../src/science/particle/cross-section-states.js";
import { residualError } from "../../../src/science/sims/fickian.js";
import { defaultSimsInstrument } from "../../../src/science/sims/instrument.js";
import { simsClaims } from "../../../src/data/lib/sims-claims.js";
import { factsOf } from "../../../src/data/lib/sims-facts.js";
import { runSection } from "../../../src/data/lib/sims.js";

const facts = ["0.1C-first", "10C-first", "10C-20cycles"].map((id) =>
  factsOf(sectionState(id), runSection(id, 128, defaultSimsInstrument({ pixels: 128 })))
);

/** what eight Fickian particles with cracks leave over: fractions of the mean */
const cracked = { residual: 0.053, deviation: 0.002, particles: 8 };

describe("the claims on the ion maps", () => {
  const computed = simsClaims(facts, cracked);
  const judged = (id: string, given = facts, limit = cracked) => {
    const own = simsClaims(given, limit).find((c) => c.id === id);
    if (!own) throw new Error(`missing ${id}`);
    return { own, ...judge(claimOf(id), own) };
  };
  it("are those of this room, and none is decided: what came back was put in", () => {
    expect(computed.map(({ id }) => id)).toEqual(["Q5", "Q6", "C41"]);
    for (const own of computed) {
      const claim = claims.find(({ id }) => id === own.id);
      if (!claim) throw new Error(`missing claim ${own.id}`);
      expect(claim.technique).toBe("sims");
      const { verdict, reason } = judge(claim, own);
      expect(verdict).toBe(own.id === "C41" ? "setting" : "undecidable");
      if (own.id !== "C41") expect(reason).toMatch(/came back.* from a sample that holds/);
    }
  });
  it("on Fick's law rests on what is left over beside what Fickian particles leave, not on whether a parabola fits", () => {
    const [
      slow,
      {
        elements: [{ fickian: fast }]
      },
      aged
    ] = facts;
    const { own, reason } = judged("Q5");
    expect(own.value).toBeCloseTo(fast.residual / 0.053, 12);
    expect(own.error).toBeCloseTo(
      2 * (own.value ?? NaN) * Math.hypot(residualError(fast) / fast.residual, 0.002 / 0.053),
      12
    );
    expect(reason).toContain("can see it");
    // particles that differ more among each other than the claim stands off them
    expect(judged("Q5", facts, { ...cracked, deviation: 0.02 }).reason).toContain(
      "cannot tell it for certain"
    );
    // the slowly charged particle fits no parabola either, but leaves less than cracks do
    const swapped = judged("Q5", [slow, { ...slow, state: "10C-first" }, aged]);
    expect(slow.elements[0].fickian.p).toBeLessThan(0.05);
    expect(swapped.reason).toContain(
      "the sample does not have what is claimed, and such an instrument shows so"
    );
  });
  it("on overlaps stays open over the normalisation, which the study does not give", () => {
    const { own, reason } = judged("Q6");
    expect(own.span?.min).toBeLessThan(0.6);
    expect(own.span?.max).toBe(own.value);
    expect(reason).toContain("cannot tell it for certain");
    expect(own.note).toContain("divided by the total of the three ions 0.");
    // were all normalisations alike, the counts would show it
    const alike = facts.map((f) => {
      const counts = f.overlaps.filter(({ normalisation }) => normalisation === "counts");
      return { ...f, overlaps: [...counts, ...counts.map((o) => ({ ...o, normalisation: "total" }))] };
    });
    expect(judged("Q6", alike).reason).toContain("can see it");
  });
  it("cannot be without the maps", () => {
    expect(() => simsClaims([], cracked)).toThrow(/missing ion maps of 10C-first: build the data/);
  });
});
