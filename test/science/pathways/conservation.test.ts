import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agedParticle } from "../../../src/science/pathways/aged-particle.js";
import { mechanisms } from "../../../src/science/pathways/mechanisms.js";
import {
  defaultPathwayParameters,
  pathwayOwnParameters,
  type PathwayParameterName
} from "../../../src/science/pathways/parameters.js";

const varied: PathwayParameterName[] = [
  ...(["releaseVelocity", "passivation", "vacancyDiffusivity", "aggregation", "distortionRate"] as const),
  ...(["permanentShare", "reversion", "exchange", "trapping", "trappedByVacancies"] as const),
  ...([
    "trappedByDistortion",
    "metalLoss",
    "crackRate",
    "filmResistance",
    "volumeSlope",
    "vacancyLimit"
  ] as const)
];

const draw = fc.record({
  rate: fc.constantFrom(0.1, 0.5, 2, 10, 20),
  shells: fc.integer({ min: 4, max: 20 }),
  off: fc.subarray([...mechanisms], { maxLength: 4 }),
  places: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: varied.length,
    maxLength: varied.length
  })
});

describe("conservation", () => {
  it("keeps lithium and oxygen to 1e-8 with any constants and any mechanisms off", () => {
    fc.assert(
      fc.property(draw, ({ rate, shells, off, places }) => {
        const p = defaultPathwayParameters();
        varied.forEach((name, k) => {
          const { min, max, value } = pathwayOwnParameters[name];
          const [from, to] = [Math.max(min, value / 8), Math.min(max, value * 8)];
          p[name] = from + (to - from) * places[k];
        });
        const run = agedParticle(p, { rate, shells, off, cycles: 2, tolerance: 1e-3, voltageStep: 0.2 });
        expect(run.ledger.lithium).toBeLessThan(1e-8);
        expect(run.ledger.oxygen).toBeLessThan(1e-8);
        for (const { lithium, capacity_mAh_g, phase } of run.samples.slice(1)) {
          expect(lithium).toBeGreaterThan(0);
          expect(lithium).toBeLessThanOrEqual(1.2 + 1e-9);
          if (phase === "charge") expect(capacity_mAh_g / 314.58).toBeCloseTo(1.2 - lithium, 3);
        }
      }),
      { numRuns: 40, seed: 7 }
    );
  });

  it("counts released oxygen once: lattice and released add up to two of a formula unit", () => {
    const run = agedParticle(defaultPathwayParameters(), {
      rate: 0.1,
      cycles: 1,
      shells: 12,
      tolerance: 1e-3
    });
    const last = run.history[run.history.length - 1];
    expect(2 * run.samples[run.samples.length - 1].oxygenLost).toBeCloseTo(last.released, 9);
  });
});
