import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ellipsePoints } from "../../../src/components/diffraction/error-ellipse.js";
import { layerRows } from "../../../src/components/diffraction/layer-rows.js";
import { liveModel } from "../../../src/components/diffraction/live-model.js";
import { settingsFrom, trueValues } from "../../../src/components/diffraction/live-values.js";
import { ownRefinement, ownRows, placeTies } from "../../../src/components/diffraction/own-refinement.js";
import {
  namedReflections,
  nearestReflection,
  plotBox,
  plotScales
} from "../../../src/components/diffraction/pattern-layout.js";
import { sayPoint, sayWithError } from "../../../src/components/diffraction/pattern-words.js";
import { refinedAnswer, sayFit } from "../../../src/components/diffraction/refined-answer.js";
import { pullOf } from "../../../src/components/diffraction/refined-table.js";
import { returnedLithium, seriesOf } from "../../../src/components/diffraction/series-rows.js";
import {
  agreement,
  checkShown,
  firstFrom,
  held,
  inWindow,
  sayIndices,
  shownOf
} from "../../../src/components/diffraction/shown-pattern.js";
import { windowLines } from "../../../src/components/diffraction/window-lines.js";
import { writeCif } from "../../../src/science/diffraction/cif.js";
import {
  detectabilityOf,
  precisionAt,
  stateInformation,
  variants
} from "../../../src/science/diffraction/identifiability.js";
import { heldBias } from "../../../src/science/diffraction/held-bias.js";
import { analyseNeutrons } from "../../../src/science/diffraction/neutron-analysis.js";
import { defaultNeutronInstrument } from "../../../src/science/diffraction/neutron-instrument.js";
import { settingsKnowing } from "../../../src/science/diffraction/neutron-known.js";
import {
  expectedIntensity,
  measureNeutrons,
  trueBackground
} from "../../../src/science/diffraction/neutron-twin.js";
import { refine } from "../../../src/science/diffraction/rietveld.js";
import { latticeCrystal } from "../../../src/science/particle/lattice-states.js";
import { entry } from "./made-up.js";

const { raw, result } = entry();
const shown = shownOf(raw.pattern, result);

describe("a window of a pattern", () => {
  it("is found as by looking at every point", () => {
    const x = Float64Array.from({ length: 40 }, (_, i) => i ** 1.5);
    fc.assert(
      fc.property(fc.double({ min: -5, max: 300, noNaN: true }), (value) => {
        const slow = x.findIndex((each) => each >= value);
        expect(firstFrom(x, value)).toBe(slow < 0 ? 40 : slow);
      })
    );
    // from 8 to 27: indices 4 to 9, and one more on each side
    expect(inWindow(x, [7.9, 26.9])).toEqual([3, 10]);
    expect(inWindow(x, [-1, 1e9])).toEqual([0, 40]);
  });

  it("stays within the whole, keeps its width, and never gets too narrow", () => {
    const number = fc.double({ min: -3, max: 5, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [from, to] = held([Math.min(a, b), Math.max(a, b)], [0.5, 2.5], 0.01);
        expect(from).toBeGreaterThanOrEqual(0.5 - 1e-12);
        expect(to).toBeLessThanOrEqual(2.5 + 1e-12);
        expect(to - from).toBeCloseTo(Math.min(2, Math.max(0.01, Math.abs(b - a))), 9);
      })
    );
  });

  it("is refused where arrays differ", () => {
    expect(() => checkShown({ ...shown, error: [1, 2] })).toThrow(
      `invalid pattern: 2 values of error for ${shown.x.length} points; must be one for each`
    );
  });
});

describe("the plot", () => {
  const box = plotBox(800);
  it("has scales that go back to where they came from, and roots that rise", () => {
    const scales = plotScales(shown, [0.8, 2.4], box, { intensity: "√", difference: "standard errors" });
    expect(scales.place(scales.x(1.37))).toBeCloseTo(1.37, 9);
    expect(scales.y(400)).toBeLessThan(scales.y(100));
    expect(scales.residual(0)).toBeCloseTo((box.difference[0] + box.difference[1]) / 2, 9);
  });
  it("names strong reflections first and no two on one another", () => {
    const { x } = plotScales(shown, [0.7, 2.5], box, { intensity: "linear", difference: "intensity" });
    const named = namedReflections(shown.reflections, [0.7, 2.5], x, 46);
    const [first] = named;
    expect(sayIndices(shown.reflections, first)).toBe("0 1 2");
    const at = named.map((r) => x(shown.reflections.centre[r])).sort((a, b) => a - b);
    expect(Math.min(...at.slice(1).map((value, i) => value - at[i]))).toBeGreaterThanOrEqual(46);
    expect(nearestReflection(shown.reflections, shown.reflections.centre[first] + 1e-4, 0.01)).toBe(first);
    expect(nearestReflection(shown.reflections, 5, 0.01)).toBeNull();
  });
  it("says what stands under the cursor", () => {
    const r = nearestReflection(shown.reflections, 2.32, 0.02);
    expect(sayPoint(shown, 2.32, r)).toMatch(
      /^d 2\.3\d{3} Å: observed [\d.]+ ± [\d.]+, calculated [\d.]+\. Reflection 0 1 2: d 2\.32\d\d Å, multiplicity 6, \|F\|² \d+ fm²\.$/
    );
    expect(sayWithError(14.330023, 0.000084)).toBe("14.330023 ± 0.000084");
    expect(sayWithError(-0.0123, 0.0098)).toBe("−0.0123 ± 0.0098");
    expect(sayIndices({ h: [1], k: [-2], l: [10] }, 0)).toBe("1 2̄ 10");
  });
  it("agrees with the refinement on R_wp", () => {
    expect(agreement(shown).rwp).toBeCloseTo(result.rwp, 12);
    expect(agreement(shown).squares / result.fit.degreesOfFreedom).toBeCloseTo(result.chiSquared, 9);
  });
});

describe("an error ellipse", () => {
  it("is where the quadratic form has its level", () => {
    const share = fc.double({ min: -0.97, max: 0.97, noNaN: true });
    fc.assert(
      fc.property(share, fc.double({ min: 0.5, max: 4, noNaN: true }), (rho, size) => {
        const [sx, sy] = [0.01, 0.3];
        const ellipse = {
          label: "",
          index: 0,
          centre: [1, -2],
          covariance: [sx * sx, rho * sx * sy, sy * sy]
        } as const;
        for (const [x, y] of ellipsePoints(ellipse, size, 12)) {
          const [u, v] = [(x - 1) / sx, (y + 2) / sy];
          expect((u * u - 2 * rho * u * v + v * v) / (1 - rho * rho)).toBeCloseTo(size * size, 6);
        }
      })
    );
    const flat = { label: "O and B", index: 0, centre: [0, 0], covariance: [1, 1, 1] } as const;
    expect(() => ellipsePoints(flat, 1)).toThrow("invalid covariance of O and B: 1, 1, 1");
  });
});

describe("the sliders", () => {
  const [state, instrument] = ["0.1C-4.8V", raw.instrument] as const;
  const settings = settingsKnowing(state);
  const model = liveModel(raw.pattern, settings, result.fit.names, result.fit.values);
  it("begin where the refinement ended, and draw its pattern", () => {
    const { shown: drawn, rwp, scale } = model.draw(model.start, false);
    const far = drawn.calculated.length;
    for (let i = 0; i < far; ++i) expect(drawn.calculated[i]).toBeCloseTo(result.calculated[i], 8);
    expect(rwp).toBeCloseTo(result.rwp, 10);
    expect(scale).toBe(result.value("scale"));
  });
  it("draw the twin's own pattern at the truth", () => {
    const crystal = latticeCrystal(state);
    const truth = expectedIntensity(crystal, instrument);
    const background = trueBackground(instrument, raw.d);
    const { shown: drawn } = model.draw(trueValues(state), true);
    // scale, width, B of Li and background are those of the refinement, so within its errors
    let [off, all] = [0, 0];
    for (let i = 0; i < truth.length; ++i) {
      off += Math.abs(drawn.calculated[i] - truth[i]);
      all += truth[i] - background[i];
    }
    expect(off / all).toBeLessThan(0.02);
  });
  it("fit worse where they leave the best, but for the scale that follows", () => {
    const best = model.draw(model.start, true).chiSquared;
    const less = { ...model.start, oxygen: model.start.oxygen - 0.05 };
    const [follows, stays] = [model.draw(less, true).chiSquared, model.draw(less, false).chiSquared];
    expect(follows).toBeGreaterThan(best);
    expect(stays).toBeGreaterThan(follows + 100);
    // less oxygen, the stronger scatterer by far: the scale makes up for it
    expect(model.draw(less, true).scale).toBeGreaterThan(1.05 * model.draw(less, false).scale);
    expect(() => liveModel(raw.pattern, settings, ["scale"], [1])).toThrow("its parameters are not those");
  });
  it("give settings that a refinement comes back from", () => {
    const start = { ...trueValues(state), oxygen: 0.9, lithiumTet: -0.01, z: 0.2612, bOxygen: 1.5 };
    const back = analyseNeutrons(raw.pattern, settingsFrom(state, start));
    expect(back.fit.status).toBe("converged");
    expect(back.chiSquared).toBeCloseTo(result.chiSquared, 4);
    const free = analyseNeutrons(raw.pattern, settingsFrom(state, trueValues(state), ["mixing"]));
    expect(free.fit.status).toBe("singular");
    const answer = refinedAnswer(raw.pattern, free, [], 1);
    expect(sayFit(answer)).toMatch(
      /^Not converged \(singular\); what is shown is the best that was reached\..*O1\.occupancy/
    );
  });
});

describe("a reader's own pattern", () => {
  const pattern = measureNeutrons(
    latticeCrystal("pristine"),
    defaultNeutronInstrument({ points: 1500, dMin: 0.8 }),
    5
  ).pattern;
  const request = {
    ask: "own",
    pattern,
    cif: writeCif(latticeCrystal("pristine")),
    radiation: "neutrons",
    wavelength: 1
  } as const;
  it("has only those coordinates free that the symmetry leaves free", () => {
    const { refine: names } = ownRefinement(request);
    expect(names.filter((name) => /\.[xyz]$/.test(name))).toEqual(["O1.z"]);
    expect(names.filter((name) => name.endsWith(".bIso"))).toContain("O1.bIso");
    expect(placeTies(latticeCrystal("pristine")).map(({ name }) => name)).toContain("Ni2.bIso");
  });
  it("comes back with the cell that it was made with", () => {
    // no tetrahedral lithium: a site that holds no atom has no B to refine
    const settings = ownRefinement(request);
    expect(settings.refine).not.toContain("Li3.bIso");
    const fit = refine(pattern, settings);
    expect(fit.fit.status).toBe("converged");
    const rows = ownRows(fit, settings);
    const a = rows.find(({ name }) => name === "a");
    expect(a && Math.abs(a.value - 2.853) < 5 * a.error).toBe(true);
    expect(fit.rwp).toBeLessThan(1.2 * fit.rexp);
    // b follows a, the metals' B that of Mn
    expect(rows.map(({ name }) => name)).not.toContain("b");
    expect(rows.map(({ name }) => name)).not.toContain("Ni1.bIso");
    // what is shown has the spacings of the refined cell
    const { h, k, l, d } = shownOf(pattern, fit).reflections;
    const r = Array.from(h).findIndex((each, i) => each === 0 && k[i] === 1 && l[i] === 2);
    expect(d[r]).toBeCloseTo(1 / Math.sqrt(4 / 3 / (a?.value ?? 0) ** 2 + 4 / fit.value("c") ** 2), 9);
  });
  it("is refused in words", () => {
    expect(() => ownRefinement({ ...request, radiation: "X-rays" })).toThrow(
      "unsupported pattern: X-rays against d"
    );
    expect(() =>
      ownRefinement({ ...request, pattern: { ...pattern, axis: "two-theta" }, wavelength: NaN })
    ).toThrow("invalid wavelength: NaN Å; must be from 0.1 to 10 Å");
  });
});

describe("series and layers", () => {
  const row = (label: string, rate: number | null, value: number) => ({
    ...{
      quantity: "oxygen",
      label,
      rate_C: rate,
      lithium: value,
      recovered: value,
      standard_error: 0.01,
      truth: 1
    },
    ...{ refined_lithium: value, refined_lithium_error: 0.03 }
  });
  const rows = [
    row("pristine", null, 1.2),
    ...["4.8 V", "discharged", "20 cycles, 4.8 V", "20 cycles, discharged"].map((stage, i) =>
      row(`0.1 C, ${stage}`, 0.1, [0.2, 1, 0.3, 0.9][i])
    )
  ];
  it("name the stages without their rate", () => {
    expect(seriesOf(rows, "oxygen").map(({ stage }) => stage)).toEqual([
      ...["pristine", "4.8 V", "discharged", "20 cycles, 4.8 V", "20 cycles"]
    ]);
  });
  it("take what returns as a difference, with errors added as squares", () => {
    const [first, aged] = returnedLithium(rows);
    expect(first).toMatchObject({ rate: 0.1, cycle: "first", charged: 0.2, discharged: 1 });
    expect(first.returned).toBeCloseTo(0.8, 12);
    expect(first.error).toBeCloseTo(0.03 * Math.SQRT2, 12);
    expect(aged.returned).toBeCloseTo(0.6, 12);
  });
  it("have the layer that neutrons hardly see", () => {
    const [metal, lithium] = layerRows({ lithiumInMetalLayer: 0.2, mixing: 0, lithiumOct: 1, oxygen: 1 });
    // by hand: 0.56 (−3.75) + 0.16 · 10.3 + 0.08 · 2.49 + 0.2 (−1.9)
    expect(metal.mean).toBeCloseTo(-0.6328, 10);
    expect(lithium.mean).toBe(-1.9);
  });
  it("have (0 0 3) and the first lines of the order beyond the window", () => {
    const lines = windowLines(0.0025);
    const of = (kind: string, indices: string) =>
      lines.find((line) => line.kind === kind && line.indices === indices)?.d;
    expect(of("average", "0 0 3")).toBeCloseTo(14.24 / 3, 9);
    expect(of("order", "0 2 0")).toBeCloseTo(8.532 / 2, 9);
    const order = lines.filter(({ kind }) => kind === "order");
    const most = order.reduce((a, b) => (b.strength > a.strength ? b : a));
    expect([most.indices, most.d < 2.5]).toEqual(["2 2 -1", true]);
  });
  it("have no pull where there is no error or truth", () => {
    const base = { label: "", symbol: "", unit: "", value: 2, truth: 1 };
    expect(pullOf({ ...base, error: 0.5 })).toBe(2);
    expect(pullOf({ ...base, error: 0 })).toBeNaN();
  });
});

describe("the numbers in the text of the page", () => {
  it("are those of the instrument", () => {
    const state = "0.1C-discharged";
    const information = stateInformation(state, defaultNeutronInstrument());
    const of = (id: string) => {
      const variant = variants.find((each) => each.id === id);
      if (!variant) throw new Error(`unknown variant ${id}`);
      return detectabilityOf(precisionAt(information, 3, variant));
    };
    // "an error of 1 %"; "nearly doubles … one measurement of four"; "to 0.99"; "nothing is determined"
    expect(of("default").error).toBeCloseTo(0.01, 3);
    expect(of("default").correlation.scale).toBeCloseTo(-0.99, 2);
    expect(Math.abs(of("default").correlation.bOxygen ?? 1)).toBeLessThan(0.1);
    expect(Math.abs(of("default").correlation.lithiumTet ?? 1)).toBeLessThan(0.1);
    expect(of("bMetal").error / of("default").error).toBeCloseTo(1.8, 1);
    expect(of("bMetal").power).toBeCloseTo(0.25, 1);
    expect(of("mixing").dependent).toContain("O1.occupancy");
    // "wrong by 0.004 moves the oxygen by 4 %, and the fit is as good as before"
    const bias = heldBias(state, defaultNeutronInstrument(), { mixing: 0.004 });
    expect(bias.oxygen).toBeCloseTo(0.0405, 3);
    expect(bias.misfit).toBeLessThan(1e-6);
  });
});
