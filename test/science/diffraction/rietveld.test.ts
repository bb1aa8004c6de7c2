import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { constantWavelength, timeOfFlight } from "../../../src/science/diffraction/powder-geometry.js";
import {
  checkPattern,
  cutPattern,
  readPattern,
  type PowderPattern
} from "../../../src/science/diffraction/powder-pattern.js";
import { refine, type RefinementSettings } from "../../../src/science/diffraction/rietveld.js";
import { patternModel } from "../../../src/science/diffraction/rietveld-model.js";
import type { Crystal } from "../../../src/science/material/crystal.js";
import { lithiumManganite } from "../../../src/science/material/structures.js";
import {
  neutronAmplitude,
  perovskite,
  perovskiteSettings
} from "../../../src/data/lib/validation/perovskite.js";
import { normal } from "../../../src/science/numerics/normal.js";
import { random } from "../../../src/science/numerics/rng.js";

const folder = join(process.env["LRTMO_REAL_DATA"] ?? "../shared/data", "npd-lbco-hrpt");
const present = existsSync(folder);
if (!present)
  console.warn(`skipped: the neutron pattern of La0.5Ba0.5CoO3 is not in ${folder} (LRTMO_REAL_DATA)`);

describe.skipIf(!present)("a real pattern: La0.5Ba0.5CoO3, HRPT at 1.494 Å", () => {
  it("is refined to the published cell, occupancy and B within their errors", () => {
    const text = readFileSync(join(folder, "hrpt_lbco.xye"), "utf8");
    const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as {
      independent_full_fit_scipy: Record<string, number | [number, number]>;
    };
    const independent = (name: string) => {
      const value = expected.independent_full_fit_scipy[name];
      return Array.isArray(value) ? value : ([value ?? NaN, NaN] as const);
    };
    const result = refine(readPattern(text, { axis: "two-theta" }), perovskiteSettings);
    expect(result.fit.status).toBe("converged");
    expect(result.fit.fault).toBe("");
    expect(result.chiSquared).toBeGreaterThan(1.19);
    expect(result.chiSquared).toBeLessThan(1.29);
    expect(100 * result.rwp).toBeCloseTo(independent("Rwp_pct")[0], 1);
    expect(result.value("a")).toBeCloseTo(3.8908, 4);
    expect(Math.abs(result.value("a") - independent("a")[0])).toBeLessThan(2 * result.error("a"));
    for (const [name, theirs] of [
      ["La.bIso", "B_LaBa"],
      ["Co.bIso", "B_Co"],
      ["O.bIso", "B_O"],
      ["La.occupancy", "occ_La"]
    ] as const) {
      const [value, error] = independent(theirs);
      expect(Math.abs(result.value(name) - value), name).toBeLessThan(error);
      expect(result.error(name) / error, name).toBeGreaterThan(0.9);
      expect(result.error(name) / error, name).toBeLessThan(1.1);
    }
    expect(result.value("La.occupancy")).toBeGreaterThan(0.487);
    expect(result.value("La.occupancy")).toBeLessThan(0.604);
    expect(result.value("Ba.occupancy")).toBeCloseTo(1 - result.value("La.occupancy"), 12);
    expect(result.error("Ba.occupancy")).toBeCloseTo(result.error("La.occupancy"), 12);
  });
});

/** A pattern of a crystal with Gaussian noise. */
function simulate(crystal: Crystal, seed: number): { pattern: PowderPattern; scale: number } {
  const x = Float64Array.from({ length: 2600 }, (_, i) => 20 + 0.05 * i);
  const geometry = constantWavelength({ wavelength: 1.5, U: 0.1, V: -0.1, W: 0.12, zero: 0.05 });
  const background = { kind: "chebyshev", count: 2 } as const;
  const scale = 0.2;
  const model = patternModel({
    crystal,
    x,
    geometry,
    amplitude: neutronAmplitude,
    background,
    backgroundStart: [50, 5],
    scale
  });
  const uniform = random(seed);
  const y = model.pattern(model.start);
  const error = y.map((value) => Math.sqrt(value));
  return {
    scale,
    pattern: { axis: "two-theta", x, intensity: y.map((v, i) => v + error[i] * normal(uniform)), error }
  };
}

describe("refinement", () => {
  it("gets a monoclinic cell, coordinates and B back within four standard errors, from afar", () => {
    const { pattern, scale } = simulate(lithiumManganite(), 7);
    const start = lithiumManganite({ a: 4.92, b: 8.55, c: 5.04, beta: 109.3 });
    const result = refine(pattern, {
      crystal: start,
      geometry: constantWavelength({ wavelength: 1.5, U: 0.12, V: -0.12, W: 0.14 }),
      ...{ amplitude: neutronAmplitude, background: { kind: "chebyshev", count: 2 } },
      refine: [
        "scale",
        "cell",
        "background",
        "zero",
        "U",
        "V",
        "W",
        "O1.x",
        "O1.z",
        "O2.x",
        "O2.y",
        "O2.z",
        "O1.bIso",
        "O2.bIso"
      ]
    });
    expect(result.fit.fault).toBe("");
    const truth = {
      scale,
      a: 4.937,
      b: 8.532,
      c: 5.03,
      beta: 109.46,
      zero: 0.05,
      "O2.y": 0.321,
      "O2.bIso": 0.9
    };
    for (const [name, value] of Object.entries(truth))
      expect(Math.abs(result.value(name) - value), name).toBeLessThan(4 * result.error(name));
    expect(result.chiSquared).toBeGreaterThan(0.9);
    expect(result.chiSquared).toBeLessThan(1.1);
    expect(result.rwp / result.rexp).toBeCloseTo(Math.sqrt(result.chiSquared), 10);
    result.difference.forEach((d, i) => expect(d).toBe(pattern.intensity[i] - result.calculated[i]));
  });

  const { pattern } = simulate(perovskite(3.9), 3);
  const plain: RefinementSettings = {
    ...perovskiteSettings,
    ...{ crystal: perovskite(3.9), background: { kind: "chebyshev", count: 2 } },
    geometry: constantWavelength({ wavelength: 1.5, U: 0.1, V: -0.1, W: 0.12 }),
    refine: ["scale", "cell", "background", "zero", "O.bIso"]
  };

  it("names the parameters that the data cannot tell apart, and keeps the last good state", () => {
    const result = refine(pattern, {
      ...plain,
      ties: plain.ties?.filter(({ name }) => name === "Ba.bIso"),
      refine: [...plain.refine, "La.occupancy", "Ba.occupancy", "La.bIso"]
    });
    expect(result.fit.status).toBe("singular");
    expect(result.fit.fault).toMatch(
      /cannot tell .*La\.occupancy.*Ba\.occupancy.* apart \(singular matrix\)/
    );
    expect(result.chiSquared).toBeLessThan(1.2);
    expect(result.error("O.bIso")).toBeNaN();
  });

  it("names the parameters that end at a bound", () => {
    const crystal = perovskite(3.9);
    for (const site of crystal.sites) if (site.label === "O") site.bIso = 0.1;
    const result = refine(pattern, { ...plain, crystal, bounds: { "O.bIso": [-1, 0.2] } });
    expect(result.fit.atBounds).toEqual(["O.bIso"]);
    expect(result.fit.fault).toContain("O.bIso ended at a bound");
    expect(result.value("O.bIso")).toBe(0.2);
  });

  it("says so when it does not get there, and hands out the best that it had", () => {
    const result = refine(
      pattern,
      { ...plain, crystal: perovskite(3.4), stages: [] },
      { maximumIterations: 2 }
    );
    expect(result.fit.status).toBe("unfinished");
    expect(result.fit.fault).toMatch(/not converged after 2 steps, the last good state is kept/);
    expect(result.calculated.every(Number.isFinite)).toBe(true);
  });

  it("refuses what it cannot refine", () => {
    expect(() => refine(pattern, { ...plain, refine: ["scale", "magic"] })).toThrow(
      /unknown parameter: magic; must be one of scale, zero, U/
    );
    expect(() => refine(pattern, { ...plain, geometry: timeOfFlight({ gauss: 0.002 }) })).toThrow(
      "its axis is two-theta, the instrument's is d"
    );
  });
});

describe("a pattern", () => {
  const { x, intensity, error } = simulate(perovskite(3.9), 3).pattern;
  const changed = (more: Partial<PowderPattern>) => () =>
    checkPattern({ axis: "d", x, intensity, error, ...more });
  const put = (values: Float64Array, i: number, value: number) => values.map((v, j) => (j === i ? value : v));

  it("is refused in a sentence that says which point is wrong and what to do", () => {
    expect(changed({ error: put(error, 4, 0) })).toThrow(
      /standard error 0 at point 5, d = 20.2 Å; must be above 0: give √counts/
    );
    expect(changed({ error: put(error, 4, NaN) })).toThrow("standard error NaN");
    expect(changed({ x: put(x, 3, x[2]) })).toThrow(/stands twice \(points 3 and 4\)/);
    expect(changed({ x: put(x, 3, 1) })).toThrow(/d falls at point 4, d = 1 Å; must ascend: sort the rows/);
    expect(changed({ x: put(x, 0, -1) })).toThrow(/point 1, d = -1 Å; must be a number above 0/);
    expect(changed({ intensity: put(intensity, 9, Infinity) })).toThrow("intensity Infinity at point 10");
    expect(changed({ error: error.slice(1) })).toThrow("must be as many");
    expect(changed({ axis: "two-theta", x: put(x, 3, 1) })).toThrow("2θ falls at point 4, 2θ = 1 °");
  });

  it("is read from rows, with comments passed over, and errors asked for", () => {
    const rows = Array.from({ length: 12 }, (_, i) => `${10 + i} ${100 + i} 10`).join("\n");
    const read = readPattern(`# two theta\n2theta I su\n${rows}\n`, { axis: "two-theta" });
    expect([...read.x.subarray(0, 2)]).toEqual([10, 11]);
    expect(cutPattern(read, 12, 15).intensity).toEqual(Float64Array.of(102, 103, 104, 105));
    const bare = rows.replace(/ 10$/gm, "");
    expect(() => readPattern(bare, { axis: "d" })).toThrow(/missing standard error: line 1 has 2 columns/);
    expect(readPattern(bare, { axis: "d", counts: true }).error[0]).toBe(10);
    expect(() => readPattern(`${rows}\n30 abc 3`, { axis: "d" })).toThrow(
      "line 13, “30 abc 3”; must be numbers"
    );
  });
});
