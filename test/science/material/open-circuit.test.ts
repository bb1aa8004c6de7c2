import { expect, test } from "vitest";
import { extendedShape, openCircuit, publishedShape } from "../../../src/science/material/open-circuit.js";

const [charged, discharged] = [0.405, 1.2];
const branches = {
  charge: openCircuit("charge", charged, discharged),
  discharge: openCircuit("discharge", charged, discharged)
};
const grid = Array.from({ length: 400 }, (_, k) => charged + ((discharged - charged) * (k + 0.5)) / 400);

test("both branches join 4.8 V charged and 2.0 V discharged, falling with lithium all the way", () => {
  for (const branch of Object.values(branches)) {
    expect(branch.value(charged)).toBeCloseTo(4.8, 12);
    expect(branch.value(discharged)).toBeCloseTo(2, 12);
    for (const x of grid) expect(branch.slope(x)).toBeLessThan(0);
  }
});

test("charge lies above discharge, by half a volt in the mean as published", () => {
  const gaps = grid.map((x) => branches.charge.value(x) - branches.discharge.value(x));
  expect(Math.min(...gaps)).toBeGreaterThan(0);
  const mean = gaps.reduce((a, b) => a + b) / gaps.length;
  expect(mean).toBeGreaterThan(0.4);
  expect(mean).toBeLessThan(0.65);
});

test("every published point lies on its branch, at its share of the extended capacity", () => {
  const shape = extendedShape("discharge");
  const [first, last] = [shape[0][0], shape[shape.length - 1][0]];
  expect(first).toBeLessThan(0);
  expect(last).toBeGreaterThan(233.7);
  for (const [q, potential] of publishedShape.discharge) {
    const x = charged + ((q - first) / (last - first)) * (discharged - charged);
    expect(branches.discharge.value(x)).toBeCloseTo(potential, 10);
  }
  // the plateau of activation: 70 mAh/g of the charge within 0.1 V
  const [from, to] = [180, 240].map((q) => publishedShape.charge.find((row) => row[0] === q)?.[1] ?? NaN);
  expect(to - from).toBeLessThan(0.1);
});

test("a range without width is refused", () => {
  expect(() => openCircuit("charge", 1.2, 1.2)).toThrow("invalid lithium range: 1.2 to 1.2");
});
