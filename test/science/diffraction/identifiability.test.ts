import { describe, expect, it } from "vitest";
import { heldBias } from "../../../src/science/diffraction/held-bias.js";
import {
  cumulativeNormal,
  detectabilityOf,
  precisionAt,
  stateInformation,
  variants,
  type Variant
} from "../../../src/science/diffraction/identifiability.js";
import {
  holding,
  informationOf,
  jointInformation,
  precisionOf
} from "../../../src/science/diffraction/information.js";
import { analyseNeutrons } from "../../../src/science/diffraction/neutron-analysis.js";
import { defaultNeutronInstrument } from "../../../src/science/diffraction/neutron-instrument.js";
import { settingsKnowing } from "../../../src/science/diffraction/neutron-known.js";
import { measureNeutrons } from "../../../src/science/diffraction/neutron-twin.js";
import { oxygenProfile } from "../../../src/science/diffraction/oxygen-profile.js";
import {
  superstructureReflections,
  superstructureSignal
} from "../../../src/science/diffraction/superstructure.js";
import { latticeCrystal, latticeState } from "../../../src/science/particle/lattice-states.js";
import type { FitProblem } from "../../../src/science/numerics/levenberg-marquardt.js";

const state = "0.1C-discharged";
const instrument = defaultNeutronInstrument();
const variant = (id: string): Variant => {
  const found = variants.find((v) => v.id === id);
  if (!found) throw new Error(`missing variant ${id}`);
  return found;
};

/** y = p + q x at four places, σ = 0.5. */
const line = (names: readonly [string, string]): FitProblem => ({
  parameters: names.map((name) => ({ name, value: 1 })),
  points: 4,
  evaluate(p, residuals, jacobian) {
    [0, 1, 2, 3].forEach((x, i) => {
      residuals[i] = (p[0] + p[1] * x) / 0.5;
      jacobian?.set([1 / 0.5], i);
      jacobian?.set([x / 0.5], 4 + i);
    });
  }
});

describe("Fisher information", () => {
  it("of a straight line is the textbook's", () => {
    const information = informationOf(line(["p", "q"]));
    const precision = precisionOf(information);
    // σ² (Σx² , −Σx; n)/(n Σx² − (Σx)²), by hand
    expect(precision.error("p")).toBeCloseTo(0.5 * Math.sqrt(14 / 20), 12);
    expect(precision.error("q")).toBeCloseTo(0.5 * Math.sqrt(4 / 20), 12);
    expect(precision.correlation("p", "q")).toBeCloseTo(-6 / Math.sqrt(14 * 4), 12);
    expect(precisionOf(holding(information, ["q"])).error("p")).toBeCloseTo(0.25, 12);
  });

  it("adds up where names are shared, and stays apart where they are a pattern's own", () => {
    const part = (label: string) => ({ label, information: informationOf(line(["p", "q"])) });
    const shared = precisionOf(jointInformation([part("one"), part("two")], () => false));
    expect(shared.error("q")).toBeCloseTo((0.5 * Math.sqrt(4 / 20)) / Math.SQRT2, 12);
    const apart = precisionOf(jointInformation([part("one"), part("two")], (name) => name === "p"));
    expect(apart.names).toEqual(["one: p", "q", "two: p"]);
    expect(apart.error("q")).toBeCloseTo((0.5 * Math.sqrt(4 / 20)) / Math.SQRT2, 12);
  });
});

describe("what the diffractometer could have seen of the oxygen", () => {
  const information = stateInformation(state, instrument);
  const at = (id: string, hours = 3) => detectabilityOf(precisionAt(information, hours, variant(id)));

  it("is what an actual refinement tells", () => {
    const { pattern } = measureNeutrons(latticeCrystal(state), instrument, 11);
    const told = analyseNeutrons(pattern, settingsKnowing(state)).error("O1.occupancy");
    expect(told / at("default").error).toBeGreaterThan(0.93);
    expect(told / at("default").error).toBeLessThan(1.07);
  });

  it("improves with the root of the counting time, and with all that is known besides", () => {
    expect(at("default", 1).error / at("default", 4).error).toBeCloseTo(2, 8);
    expect(at("bMetal").error).toBeGreaterThan(at("default").error);
    expect(at("lithium").error).toBeLessThan(at("default").error);
    expect(at("displacements").error).toBeLessThanOrEqual(at("default").error);
    expect(at("joint").error).toBeLessThan(at("default").error);
    expect(at("default").smallestLoss).toBeCloseTo(3 * at("default").error, 12);
    expect(at("default").power).toBeCloseTo(cumulativeNormal(0.04 / at("default").error - 3), 12);
  });

  it("is nothing where Ni/Li exchange is refined from neutrons alone: those numbers make one direction", () => {
    const { error, dependent, correlation } = at("mixing");
    expect(error).toBeNaN();
    expect(correlation.scale).toBeNaN();
    expect(dependent).toEqual(["scale", "Li2.occupancy", "Ni2.occupancy", "O1.occupancy"]);
  });

  it("has a profile likelihood whose curvature is the standard error", () => {
    const { error } = at("default");
    const { oxygen } = latticeState(state).values;
    const [low, best, high] = oxygenProfile(state, instrument, variant("default"), [
      ...[oxygen - error, oxygen, oxygen + error]
    ]);
    expect(best.rise).toBeCloseTo(0, 6);
    expect(low.rise).toBeGreaterThan(0.95);
    expect(low.rise).toBeLessThan(1.05);
    expect(high.rise).toBeGreaterThan(0.95);
    expect(high.rise).toBeLessThan(1.05);
  });
});

describe("wrong assumptions", () => {
  const { values } = latticeState(state);
  // amplitude of the metal layer, fm; scale and all else stretch with it, and |F|² stays what it was
  const layer = ({ mixing, lithiumInMetalLayer }: { mixing: number; lithiumInMetalLayer: number }) =>
    0.56 * -3.75 + (0.16 - mixing) * 10.3 + 0.08 * 2.49 + lithiumInMetalLayer * -1.9;
  const stretched = (changes: Partial<typeof values>) =>
    values.oxygen * (layer({ ...values, ...changes }) / layer(values) - 1);

  it("about Ni/Li exchange or the metal layer's lithium shift the oxygen, by hand, and leave no misfit", () => {
    const coarse = { ...instrument, points: 2000 };
    const mixing = heldBias(state, coarse, { mixing: 0.005 });
    expect(mixing.oxygen).toBeCloseTo(stretched({ mixing: values.mixing + 0.005 }), 6);
    expect(mixing.misfit).toBeLessThan(1e-9);
    const lithium = heldBias(state, coarse, { lithiumInMetalLayer: -0.02 });
    expect(lithium.oxygen).toBeCloseTo(
      stretched({ lithiumInMetalLayer: values.lithiumInMetalLayer - 0.02 }),
      6
    );
    expect(heldBias(state, coarse, {}).oxygen).toBeCloseTo(0, 9);
  });
});

describe("the honeycomb's reflections", () => {
  it("lie between those of the average structure, and are weak for neutrons", () => {
    const all = superstructureReflections({ dMin: 0.5, dMax: 5, resolution: 0.0025 });
    expect(all[0].height).toBeLessThan(0.03);
    expect(all.some(({ d }) => d > 4 && d < 4.4)).toBe(true);
    const seen = superstructureReflections({ dMin: 0.5, dMax: 2.5, resolution: 0.0025 });
    expect(seen.every(({ d }) => d <= 2.5)).toBe(true);
    // twice the share, twice the signal
    const coarse = { ...instrument, points: 2000 };
    expect(superstructureSignal(coarse, 0.4) / superstructureSignal(coarse, 0.2)).toBeCloseTo(2, 10);
  });
});

describe("the normal distribution", () => {
  it("has its tabulated values", () => {
    expect(cumulativeNormal(0)).toBeCloseTo(0.5, 7);
    expect(cumulativeNormal(1.96)).toBeCloseTo(0.9750021, 6);
    expect(cumulativeNormal(-3)).toBeCloseTo(0.0013499, 6);
    expect(cumulativeNormal(NaN)).toBeNaN();
  });
});
