import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  byElement,
  combine,
  edgeDifference,
  edgeElements,
  lithiumBias,
  unmixing
} from "../../../src/science/composition/edge-difference.js";
import { molarAttenuation } from "../../../src/science/material/x-ray-absorption.js";

const energies = Float64Array.of(526, 545, 635, 660, 770, 805, 845, 880);
const edges = edgeElements.map((element, k) => ({ element, pre: 2 * k, post: 2 * k + 1 }));

/** Optical densities of projected densities (mol/m²), [energy][pixel]. */
function opticalDensity(pixels: Record<string, number>[], table: "chantler" | "elam"): Float32Array {
  return Float32Array.from(
    Array.from(energies).flatMap((energy) =>
      pixels.map((pixel) =>
        Object.entries(pixel).reduce(
          (sum, [element, p]) => sum + p * molarAttenuation(element as "O" | "Li", energy, table),
          0
        )
      )
    )
  );
}

describe.each(["chantler", "elam"] as const)("edge difference, table %s", (table) => {
  test.each(["edgeDifference", "leastSquares"] as const)("%s gives the elements back", (method) => {
    const { weights } = unmixing(edges, energies, { table, method });
    const amount = fc.double({ min: 0, max: 0.05, noNaN: true });
    fc.assert(
      fc.property(fc.record({ O: amount, Mn: amount, Co: amount, Ni: amount }), (pixel) => {
        const od = opticalDensity([pixel], table);
        for (const element of edgeElements)
          expect(Math.abs(combine(od, 1, weights[element])[0] - pixel[element])).toBeLessThan(2e-7);
      })
    );
  });

  test("a sample without cobalt shows none, though manganese's continuum falls across its edge", () => {
    const pixel = { O: 0.04, Mn: 0.0112, Co: 0, Ni: 0.0032 };
    const od = opticalDensity([pixel], table);
    const { weights } = unmixing(edges, energies, { table, method: "edgeDifference" });
    expect(Math.abs(combine(od, 1, weights.Co)[0]) / pixel.Mn).toBeLessThan(1e-5);
    // what the bare difference would call cobalt: as much, or more than, the compound really has, of the other sign
    const jump = molarAttenuation("Co", 805, table) - molarAttenuation("Co", 770, table);
    expect(edgeDifference(od, 1, edges[2])[0] / jump / 0.0016).toBeLessThan(-0.5);
  });

  test("the noise of an element is that of its weights", () => {
    const { weights, condition } = unmixing(edges, energies, { table, method: "edgeDifference" });
    expect(condition).toBeGreaterThan(1);
    expect(condition).toBeLessThan(10);
    // an offset common to the two energies of each pair is not seen at all
    for (const element of edgeElements)
      for (const { pre, post } of edges)
        expect(Math.abs(weights[element][pre] + weights[element][post])).toBeLessThan(
          1e-12 * Math.abs(weights.O[1])
        );
    const least = unmixing(edges, energies, { table, method: "leastSquares" }).weights;
    for (const element of edgeElements)
      expect(Math.hypot(...least[element])).toBeLessThan(Math.hypot(...weights[element]));
  });

  test("lithium left out: the bias is what the equations make of its optical density", () => {
    const formula = { O: 2, Mn: 0.56, Co: 0.08, Ni: 0.16 };
    const bias = lithiumBias({ ...formula, Li: 1.2 }, edges, energies, { table, method: "edgeDifference" });
    const od = opticalDensity([{ Li: 1.2e-2, O: 2e-2, Mn: 0.56e-2, Co: 0.08e-2, Ni: 0.16e-2 }], table);
    const { weights } = unmixing(edges, energies, { table, method: "edgeDifference" });
    for (const element of edgeElements)
      expect(combine(od, 1, weights[element])[0] / formula[element] / 1e-2 - 1).toBeCloseTo(bias[element], 4);
    expect(Math.abs(bias.O)).toBeLessThan(0.003);
    expect(Math.abs(bias.Co)).toBeLessThan(0.02);
    // and what of it a charge to a quarter of the lithium leaves in TM/O is far below the 5 % rule
    const ratio = (Li: number) => {
      const b = lithiumBias({ ...formula, Li }, edges, energies, { table, method: "edgeDifference" });
      return (0.56 * (1 + b.Mn) + 0.08 * (1 + b.Co) + 0.16 * (1 + b.Ni)) / (0.8 * (1 + b.O));
    };
    expect(Math.abs(ratio(0.3) / ratio(1.2) - 1)).toBeLessThan(0.003);
  });
});

test("energies that tell nothing are refused", () => {
  const same = Float64Array.of(600, 610, 600, 610, 600, 610, 600, 610);
  expect(() => unmixing(edges, same, { table: "chantler", method: "edgeDifference" })).toThrow(/invalid/);
  expect(() => unmixing(edges.slice(1), energies, { table: "chantler", method: "edgeDifference" })).toThrow(
    /missing edge: O/
  );
  expect(byElement((e) => e)).toEqual({ O: "O", Mn: "Mn", Co: "Co", Ni: "Ni" });
});
