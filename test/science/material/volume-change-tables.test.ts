import { describe, expect, test } from "vitest";
import {
  checkVolumeTable,
  recalledCells,
  swellingStrain,
  volumeChangeOf,
  type VolumeTableName
} from "../../../src/science/material/volume-change-tables.js";

const range = { charged: 0.405, discharged: 1.2, volumeChange: 0.03 };
const names: VolumeTableName[] = ["linear", "hexagonal", "hexagonal-discharge", "nmc811"];
const source = "a test";

test("each named table says where it is from, and serves the whole range", () => {
  for (const name of names) {
    const table = volumeChangeOf(name, range);
    expect(table.source.length).toBeGreaterThan(20);
    expect(table.status).toBe("assumed");
    expect(table.from).toBeLessThanOrEqual(0.405);
    expect(table.to).toBeGreaterThanOrEqual(1.2);
  }
});

test("the slope is the derivative of the volume, and of the strain", () => {
  for (const name of names) {
    const table = volumeChangeOf(name, range);
    const { strain, slope } = swellingStrain(table, 0.5);
    expect(strain(0.5)).toBe(0);
    for (const x of [0.42, 0.6, 0.75, 0.9, 1.1]) {
      const h = 1e-5;
      expect((table.ratio(x + h) - table.ratio(x - h)) / (2 * h)).toBeCloseTo(table.slope(x), 6);
      expect((strain(x + h) - strain(x - h)) / (2 * h)).toBeCloseTo(slope(x), 6);
    }
  }
});

test("linear: 3 % of the charged volume over a discharge, a stretch of its cube root", () => {
  const table = volumeChangeOf("linear", range);
  expect(table.ratio(1.2) / table.ratio(0.405)).toBeCloseTo(1.03, 14);
  expect(swellingStrain(table, 0.405).strain(1.2)).toBeCloseTo(Math.cbrt(1.03) - 1, 14);
});

test("hexagonal: the volumes of the recalled cells, 100.38, 100.44 and 99.1 Å³, and 101.7 discharged", () => {
  const V = ({ a, c }: { a: number; c: number }) => a * a * c * Math.sin(Math.PI / 3);
  expect(V(recalledCells.pristine)).toBeCloseTo(100.38, 2);
  const { ratio } = volumeChangeOf("hexagonal", range);
  expect(ratio(1.2)).toBeCloseTo(1, 12);
  expect(ratio(1.2 - 0.64 * 0.795) * 100.38).toBeCloseTo(100.44, 1);
  expect(ratio(0.405) * 100.38).toBeCloseTo(99.05, 1);
  const back = volumeChangeOf("hexagonal-discharge", range);
  expect(back.ratio(1.2) / back.ratio(0.405)).toBeCloseTo(101.65 / 99.05, 3);
});

test("NMC811: the published rows, at the lithium of the lithium layer", () => {
  const { ratio } = volumeChangeOf("nmc811", range);
  expect(ratio(1.2)).toBeCloseTo(1, 14);
  expect(ratio(0.34 + 0.2)).toBeCloseTo(1 - 0.0211, 14);
  expect(ratio(0.15 + 0.2)).toBeCloseTo(1 - 0.0653, 14);
});

describe("own tables", () => {
  const lithium = [1.2, 1, 0.8, 0.6, 0.4];
  const change = [0, -0.002, -0.004, -0.01, -0.03];

  test("go through their rows, whichever way they run, and may be extended with the slope of the end", () => {
    const down = volumeChangeOf({ lithium, change, source }, range);
    const up = volumeChangeOf(
      { lithium: [...lithium].reverse(), change: [...change].reverse(), source },
      range
    );
    for (const x of [0.4, 0.5, 0.77, 1.2]) expect(up.ratio(x)).toBe(down.ratio(x));
    expect(down.ratio(0.6)).toBeCloseTo(0.99, 14);
    const short = { lithium: lithium.slice(1), change: change.slice(1), source };
    const extended = volumeChangeOf(short, range, "extend");
    expect(extended.ratio(1.2)).toBeCloseTo(extended.ratio(1) + 0.2 * extended.slope(1), 14);
  });

  test("that stop before the range used are refused, with both ranges", () => {
    const short = { lithium: lithium.slice(1), change: change.slice(1), source };
    expect(() => volumeChangeOf(short, range)).toThrow(
      "unsupported range of lithium: the volume table (own table) covers x = 0.4 to 1, the run 0.405 to 1.2; add rows, or choose to extend it"
    );
    expect(() => volumeChangeOf("nmc811", { ...range, charged: 0.2 })).toThrow("covers x = 0.35 to 1.2");
  });

  test.each([
    ["NaN", [1, 0.9, 0.8], [0, NaN, 0.1], "row 2 (0.9, NaN) is no pair of numbers"],
    ["two values at one x", [1, 0.9, 0.9], [0, 0.1, 0.2], "two values at x = 0.9 (0.1 and 0.2)"],
    ["a loop", [1, 0.8, 0.9, 0.7], [0, 0, 0, 0], "lithium turns back at row 3 (x = 0.9)"],
    ["a gap", [1, 0.9, 0.5], [0, 0, 0], "no row between x = 0.9 and 0.5; must have one every 0.3 or closer"],
    [
      "percentages",
      [1, 0.9],
      [0, -2],
      "ΔV/V0 = -2 in row 2; must be a share between −1 and 1, not a percentage"
    ],
    ["one row", [1], [0], "1 lithium contents and 1 volumes"],
    ["columns of two lengths", [1, 0.9], [0], "2 lithium contents and 1 volumes"]
  ])("%s", (_, x, dV, message) => {
    expect(() => checkVolumeTable({ lithium: x, change: dV, source })).toThrow(
      `invalid volume table: ${message}`
    );
  });

  test("an unknown name", () => {
    expect(() => volumeChangeOf("cubic" as VolumeTableName, range)).toThrow("unknown volume table: cubic");
  });
});
