import { describe, expect, it } from "vitest";
import { analyseNeutrons, neutronRefinement } from "../../../src/science/diffraction/neutron-analysis.js";
import { defaultNeutronInstrument } from "../../../src/science/diffraction/neutron-instrument.js";
import { settingsKnowing } from "../../../src/science/diffraction/neutron-known.js";
import { measureNeutrons } from "../../../src/science/diffraction/neutron-twin.js";
import { refine } from "../../../src/science/diffraction/rietveld.js";
import { refineSequence } from "../../../src/science/diffraction/sequential.js";
import { latticeCrystal } from "../../../src/science/particle/lattice-states.js";

const instrument = defaultNeutronInstrument({ points: 2500 });
const ids = ["pristine", "0.1C-4.4V", "0.1C-4.8V", "0.1C-discharged"];
const patterns = ids.map((id, i) => measureNeutrons(latticeCrystal(id), instrument, 20 + i).pattern);
const settingsOf = (i: number) => neutronRefinement(settingsKnowing(ids[i]));

describe("a sequential refinement", () => {
  it("ends where each pattern refined for itself ends", () => {
    const seen: number[] = [];
    const entries = refineSequence(patterns, settingsOf(0), {
      settingsOf,
      onProgress: (fraction) => seen.push(fraction)
    });
    expect(seen).toEqual([0, 0.25, 0.5, 0.75]);
    entries.forEach(({ result }, i) => {
      const alone = analyseNeutrons(patterns[i], settingsKnowing(ids[i]));
      expect(result.fit.fault, ids[i]).toBe("");
      for (const { name, value, error } of alone.refined)
        expect(Math.abs(result.value(name) - value), `${ids[i]} ${name}`).toBeLessThan(0.02 * error);
    });
  });

  it("says which pattern is invalid, and can be stopped", () => {
    const spoilt = patterns.map((pattern, i) =>
      i === 1 ? { ...pattern, error: pattern.error.map(() => 0) } : pattern
    );
    expect(() => refineSequence(spoilt, settingsOf(0))).toThrow(/standard error 0 .*\(pattern 2\)$/);
    const stop = new AbortController();
    const run = () =>
      refineSequence(patterns, settingsOf(0), {
        signal: stop.signal,
        onProgress: (fraction) => fraction > 0 && stop.abort("enough")
      });
    expect(run).toThrow();
  });

  it("refuses values of another model", () => {
    expect(() => refine(patterns[0], { ...settingsOf(0), from: [1, 2] })).toThrow(
      /invalid start: 2 values; must be one/
    );
  });
});
