import { describe, expect, it } from "vitest";
import { claims } from "../../../src/science/claims/claims.js";
import { judge } from "../../../src/science/claims/judge.js";
import { sectionState } from "../../../src/science/particle/cross-section-states.js";
import { defaultSimsInstrument } from "../../../src/science/sims/instrument.js";
import { simsClaims } from "../../../src/data/lib/sims-claims.js";
import { factsOf } from "../../../src/data/lib/sims-facts.js";
import { runSection } from "../../../src/data/lib/sims.js";

const facts = ["0.1C-first", "10C-first", "10C-20cycles"].map((id) =>
  factsOf(sectionState(id), runSection(id, 128, defaultSimsInstrument({ pixels: 128 })))
);

describe("the claims on the ion maps", () => {
  const computed = simsClaims(facts);
  it("are those of this room, and none is decided: what came back was put in", () => {
    expect(computed.map(({ id }) => id)).toEqual(["Q5", "Q6", "C41"]);
    for (const own of computed) {
      const claim = claims.find(({ id }) => id === own.id);
      if (!claim) throw new Error(`missing claim ${own.id}`);
      expect(claim.technique).toBe("sims");
      const { verdict, reason } = judge(claim, own);
      expect(verdict).toBe(own.id === "C41" ? "setting" : "undecidable");
      if (own.id !== "C41") expect(reason).toContain("can see it");
    }
  });
  it("cannot be without the maps", () => {
    expect(() => simsClaims([])).toThrow(/missing ion maps of 10C-first: build the data/);
  });
});
