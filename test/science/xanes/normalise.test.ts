import { describe, expect, test } from "vitest";
import { energyAtHeight, energyOfGreatestSlope } from "../../../src/science/xanes/edge-energy.js";
import { normalise, normaliseStack } from "../../../src/science/xanes/normalise.js";
import { resample } from "../../../src/science/xanes/resample.js";
import { energyGrid, fitWindows, measuredRanges, pointsInside } from "../../../src/science/xanes/windows.js";

const energies = energyGrid("Mn", 0.25);
const shape = energies.map((e) => 1 / (1 + Math.exp(-(e - 645) / 0.2)) + Math.exp(-(((e - 643) / 1) ** 2)));
const options = { edge: 645, pre: [635, 639], post: [655, 665] } as const;
/** step × shape on a line */
const mu = (step: number, offset: number, slope: number) =>
  energies.map((e, i) => step * shape[i] + offset + slope * (e - 645));

describe("normalise", () => {
  test("takes the line away and divides by the step", () => {
    const { values, edgeStep, pre } = normalise(energies, mu(0.7, 0.2, -0.003), {
      ...options,
      postDegree: 1
    });
    expect(edgeStep).toBeCloseTo(0.7, 3);
    values.forEach((v, e) => expect(Math.abs(v - shape[e])).toBeLessThan(2e-3));
    expect(pre[0]).toBeCloseTo(0.2 + 0.03, 3);
  });

  test("says when a window is empty or there is no step", () => {
    expect(() => normalise(energies, mu(1, 0, 0), { ...options, pre: [600, 610] })).toThrow(
      "invalid window: 0 energies from 600 to 610 eV; must be 2 or more, of a measurement from 635 to 665 eV"
    );
    expect(() => normalise(energies, new Float64Array(energies.length), options)).toThrow(
      "invalid edge step at 645 eV: 0"
    );
  });

  test("does the same to every pixel of a stack, and masks those without an edge", () => {
    const steps = [0.7, 0.3, 0.01, NaN];
    const stack = new Float32Array(energies.length * 4);
    steps.forEach((step, p) => mu(step, 0.1 * p, -0.002).forEach((v, e) => (stack[e * 4 + p] = v)));
    const found = normaliseStack(energies, stack, { ...options, postDegree: 1 }, 0.05);
    expect([...found.mask]).toEqual([1, 1, 0, 0]);
    for (const p of [0, 1]) {
      const single = normalise(energies, mu(steps[p], 0.1 * p, -0.002), { ...options, postDegree: 1 });
      expect(found.edgeStep[p]).toBeCloseTo(single.edgeStep, 5);
      single.values.forEach((v, e) => expect(found.values[e * 4 + p]).toBeCloseTo(v, 4));
    }
    expect(found.values[2]).toBeNaN();
  });
});

describe("edge energies", () => {
  const axis = Float64Array.from({ length: 200 }, (_, i) => 6530 + 0.3 * i + 0.05 * Math.sin(i));

  test("lie where a logistic edge has them", () => {
    const values = axis.map((e) => 1 / (1 + Math.exp(-(e - 6551.3) / 1.7)));
    expect(energyAtHeight(axis, values)).toBeCloseTo(6551.3, 2);
    expect(energyAtHeight(axis, values, 0.25)).toBeCloseTo(6551.3 - 1.7 * Math.log(3), 2);
    // points at uneven distances bias the slopes of the lines
    expect(Math.abs(energyOfGreatestSlope(axis, values, 1) - 6551.3)).toBeLessThan(0.1);
    const even = axis.map((_, i) => 6530 + 0.3 * i);
    const slope = energyOfGreatestSlope(
      even,
      even.map((e) => 1 / (1 + Math.exp(-(e - 6551.3) / 1.7))),
      1
    );
    expect(slope).toBeCloseTo(6551.3, 2);
  });

  test("are missing from a flat spectrum", () => {
    expect(() => energyAtHeight(axis, new Float64Array(200))).toThrow(
      "missing edge: the spectrum does not rise through 0.5"
    );
    expect(() => energyOfGreatestSlope(axis, axis, 0.01)).toThrow("invalid width of the slope: 0.01 eV");
  });
});

describe("energies", () => {
  test("of the study reach over its windows", () => {
    for (const element of ["O", "Mn", "Co", "Ni"] as const) {
      const grid = energyGrid(element);
      expect([grid[0], grid[grid.length - 1]]).toEqual([...measuredRanges[element]]);
      const [first, end] = pointsInside(grid, fitWindows[element]);
      expect([grid[first], grid[end - 1]]).toEqual([...fitWindows[element]]);
    }
    expect(energyGrid("O", 0.4)).toHaveLength(76);
    expect(() => energyGrid("O", 0)).toThrow("invalid step of energy: 0 eV");
  });

  test("of a reference must rise and cover what is wanted of it", () => {
    expect([...resample([1, 2, 4], [10, 20, 0], [1, 1.5, 3, 4])]).toEqual([10, 15, 10, 0]);
    expect(() => resample([1, 2], [1, 2], [0.5, 2], "Mn2+")).toThrow(
      "invalid range: Mn2+ covers 1 to 2 eV; must cover 0.5 to 2 eV"
    );
    expect(() => resample([1, 1], [1, 2], [1])).toThrow(
      "invalid energies of the spectrum: 1 eV after 1 eV; must rise"
    );
  });
});
