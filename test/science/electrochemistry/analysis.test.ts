import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  analyseCycling,
  curveOf,
  differentialOf,
  thin
} from "../../../src/science/electrochemistry/analysis.js";
import { compare, meanVoltage, summaryOf } from "../../../src/science/electrochemistry/compare.js";
import { trendOf } from "../../../src/science/electrochemistry/cycles.js";
import { differentialCapacity } from "../../../src/science/electrochemistry/differential-capacity.js";
import { defaultFadeParameters } from "../../../src/science/electrochemistry/fade.js";
import { defaultCycler } from "../../../src/science/electrochemistry/instrument.js";
import { defaultHalfCellParameters } from "../../../src/science/electrochemistry/parameters.js";
import { publishedRange } from "../../../src/science/electrochemistry/published-capacities.js";
import { checkRecord, recordOf } from "../../../src/science/electrochemistry/record.js";
import { sampledPoints } from "../../../src/science/electrochemistry/sampled-points.js";
import { firstCapacities, sweep, valueFor } from "../../../src/science/electrochemistry/sensitivity.js";
import { cyclesOf, simulateHalfCell } from "../../../src/science/electrochemistry/simulate.js";
import { measure } from "../../../src/science/electrochemistry/twin.js";

const p = defaultHalfCellParameters();
const last = (v: Float64Array) => v[v.length - 1];

describe("dQ/dV", () => {
  test("has the charge for its area, whatever the noise, the smoothing and the direction", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 2, max: 4.8, noNaN: true }), { minLength: 2, maxLength: 60 }),
        fc.double({ min: 0.002, max: 0.1, noNaN: true }),
        (volts, smoothing) => {
          const time = volts.map((_, i) => 10 * i);
          const current = volts.map(() => -0.3);
          const { density, voltage } = differentialCapacity(
            { time, current, voltage: volts },
            0,
            volts.length,
            { smoothing }
          );
          const area = density.reduce((sum, d) => sum + d, 0) * (voltage[1] - voltage[0]);
          expect(area).toBeCloseTo((0.3 * 10 * (volts.length - 1)) / 3600, 12);
        }
      ),
      { seed: 1 }
    );
  });
  test("is the true density smoothed by the Gaussian", () => {
    // Q(V) a logistic step about 3.9 V: its density is known, and its width far above the smoothing
    const w = 0.08;
    const V = Float64Array.from({ length: 4001 }, (_, i) => 3 + (1.8 * i) / 4000);
    const Q = V.map((v) => 1 / (1 + Math.exp(-(v - 3.9) / w)));
    const { voltage, density } = differentialCapacity({
      time: Q.map((q) => 3600 * q),
      current: V.map(() => 1),
      voltage: V
    });
    voltage.forEach((v, i) => {
      if (v < 3.1 || v > 4.7) return;
      const e = Math.exp(-(v - 3.9) / w);
      const f = e / (w * (1 + e) ** 2);
      // smoothing adds σ²/2 times the second derivative, at most 2 % here
      expect(Math.abs(density[i] - f)).toBeLessThan(0.025 * 3.13);
    });
  });
});

test("the model's record gives the model's own capacities, voltages and efficiencies", () => {
  const { halfCycles } = simulateHalfCell(
    { ...p, rate: 10 },
    { programme: cyclesOf(4), fade: defaultFadeParameters() }
  );
  const truth = summaryOf(halfCycles);
  const record = recordOf(halfCycles, 2e-6);
  checkRecord(record);
  const analysis = analyseCycling(record);
  expect(analysis.cycles).toHaveLength(4);
  analysis.cycles.forEach((cycle, k) => {
    expect((1000 * cycle.charge) / 2e-3).toBeCloseTo(truth.charge[k], 8);
    expect((1000 * cycle.discharge) / 2e-3).toBeCloseTo(truth.discharge[k], 8);
    expect(cycle.coulombicEfficiency).toBeCloseTo(truth.efficiency[k], 12);
    expect(cycle.dischargeVoltage).toBeCloseTo(truth.meanVoltage[k], 12);
  });
  expect(analysis.voltageDecay?.slope).toBeCloseTo(truth.voltageDecay ?? NaN, 12);
  const [segment] = analysis.segments;
  const { capacity, voltage } = curveOf(record, segment, 100);
  expect(capacity.length).toBeLessThan(110);
  expect(last(capacity) / 2e-6).toBeCloseTo(truth.charge[0], 8);
  expect(last(voltage)).toBe(last(halfCycles[0].voltage));
  const { density, voltage: V } = differentialOf(record, segment);
  expect(density.reduce((sum, d) => sum + d, 0) * (V[1] - V[0])).toBeCloseTo(segment.capacity, 12);
});

test("the half-cell's mean voltage is its energy over its charge", () => {
  // a straight line from 3 to 4 V
  const line = { capacity: Float64Array.of(0, 50, 100), voltage: Float64Array.of(3, 3.5, 4) };
  expect(meanVoltage(line)).toBeCloseTo(3.5, 14);
});

test("a trend is the line, with its standard error", () => {
  const x = [1, 2, 3, 4, 5];
  expect(
    trendOf(
      x,
      x.map((v) => 2 - 0.5 * v)
    )
  ).toMatchObject({ intercept: 2 });
  expect(
    trendOf(
      x,
      x.map((v) => 2 - 0.5 * v)
    ).slope
  ).toBeCloseTo(-0.5, 14);
  // by hand: residuals ±1 about a flat line, s² = 4.8/3, Σ(x − x̄)² = 10
  const { slope, standardError } = trendOf(x, [1, -1, 1, -1, 1]);
  expect(slope).toBeCloseTo(0, 14);
  expect(standardError).toBeCloseTo(Math.sqrt(4.8 / 3 / 10), 12);
  expect(() => trendOf([1, 2], [1, 2])).toThrow("missing cycles");
});

test("a thinned curve keeps its ends and its corner", () => {
  const x = Float64Array.from({ length: 5000 }, (_, i) => i);
  const y = x.map((v) => (v < 4900 ? 0 : v - 4900));
  const kept = thin(x, y, 100);
  expect([kept[0], kept.at(-1)]).toEqual([0, 4999]);
  expect(kept.length).toBeLessThanOrEqual(101);
  expect(kept.filter((i) => i > 4900).length).toBeGreaterThan(30);
});

test("a cycler's errors show in what comes back as they should: over 200 channels", () => {
  const { halfCycles } = simulateHalfCell(
    { ...p, rate: 1 },
    { programme: cyclesOf(3), fade: defaultFadeParameters() }
  );
  const truth = summaryOf(halfCycles);
  const cycler = { ...defaultCycler(), rows: 60 };
  const errors = Array.from({ length: 200 }, (_, seed) =>
    compare(analyseCycling(measure(halfCycles, cycler, seed)), truth)
  );
  const spread = (values: number[]) => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);
  // mass and scale of the current, relative; an offset of both signs changes the ratio twice
  const relative = spread(errors.map((e) => e.discharge / truth.discharge[0]));
  expect(relative).toBeGreaterThan(
    0.85 * Math.hypot(cycler.massError, cycler.currentGain, 2 * cycler.currentOffset)
  );
  expect(relative).toBeLessThan(
    1.15 * Math.hypot(cycler.massError, cycler.currentGain, 2 * cycler.currentOffset)
  );
  const efficiency = spread(errors.map((e) => e.efficiency));
  const expected = 4 * cycler.currentOffset * truth.efficiency[0];
  expect(efficiency).toBeGreaterThan(0.8 * expected);
  expect(efficiency).toBeLessThan(1.2 * expected);
  const volts = spread(errors.map((e) => e.meanVoltage));
  expect(volts).toBeGreaterThan(0.85 * cycler.voltageOffset);
  expect(volts).toBeLessThan(1.2 * cycler.voltageOffset);
  // an offset is the same in every cycle: the decay is far better known
  expect(spread(errors.map((e) => e.voltageDecay ?? NaN))).toBeLessThan(2e-5);
  // without errors nothing is off but the cut between rows
  const silent = compare(
    analyseCycling(
      measure(
        halfCycles,
        { rows: 20000, voltageNoise: 0, voltageOffset: 0, currentGain: 0, currentOffset: 0, massError: 0 },
        1
      )
    ),
    truth
  );
  expect(Math.abs(silent.discharge)).toBeLessThan(1e-9 * truth.discharge[0]);
  expect(Math.abs(silent.meanVoltage)).toBeLessThan(2e-5);
});

test("the same seed gives the same record", () => {
  const { halfCycles } = simulateHalfCell({ ...p, rate: 1 });
  const of = (seed: number) => Array.from(measure(halfCycles, defaultCycler(), seed).voltage);
  expect(of(3)).toEqual(of(3));
  expect(of(3)).not.toEqual(of(4));
});

test("sampled states lie on the curves; one that is not reached is left out", () => {
  const [charge, discharge] = simulateHalfCell({ ...p, rate: 10 }).halfCycles;
  const points = sampledPoints(10, charge, discharge);
  expect(points.map(({ state }) => state)).toEqual(["10C-4.4V", "10C-4.6V", "10C-4.8V", "10C-discharged"]);
  for (const { voltage, capacity } of points.slice(0, 3)) {
    const i = charge.capacity.findIndex((q) => q >= capacity);
    expect(charge.voltage[i]).toBeGreaterThanOrEqual(voltage - 1e-6);
    expect(charge.voltage[i - 1]).toBeLessThanOrEqual(voltage);
  }
  const short = simulateHalfCell({ ...p, rate: 10, upperVoltage: 4.5 }).halfCycles;
  expect(sampledPoints(10, short[0], short[1]).map(({ state }) => state)).toEqual([
    "10C-4.4V",
    "10C-discharged"
  ]);
});

test("10 C loses with slow diffusion, and the diffusivity for a capacity gives that capacity", () => {
  const rows = sweep("diffusivity", 10, 7);
  for (let k = 1; k < rows.length; ++k)
    expect(rows[k].discharge ?? 0).toBeGreaterThan(rows[k - 1].discharge ?? 0);
  // kinetics and diffusion alone, and with the film of the pathway model
  for (const [filmResistance, from, to] of [
    [0, 2e-14, 4e-14],
    [p.filmResistance, 6e-14, 9e-14]
  ]) {
    const D = valueFor("diffusivity", 10, 105, { filmResistance });
    expect(D).toBeGreaterThan(from);
    expect(D).toBeLessThan(to);
    expect(firstCapacities({ rate: 10, filmResistance, diffusivity: D ?? NaN })?.discharge).toBeCloseTo(
      105,
      3
    );
  }
  expect(valueFor("loading", 10, 105)).toBeNull();
  expect(firstCapacities({ rate: 50, diffusivity: 1e-16 })).toBeNull();
  expect(publishedRange().discharge).toEqual([233.7, 263.7]);
});

test("a broken record is refused", () => {
  const good = recordOf(simulateHalfCell({ ...p, rate: 1 }).halfCycles);
  expect(() => checkRecord({ ...good, time: good.time.slice(1) })).toThrow("invalid current");
  expect(() => checkRecord({ ...good, voltage: good.voltage.map((v, i) => (i === 4 ? NaN : v)) })).toThrow(
    "invalid voltage: NaN in row 5"
  );
  expect(() => checkRecord({ ...good, time: good.time.map((t, i) => (i === 9 ? -1 : t)) })).toThrow(
    "must not fall"
  );
  expect(() => checkRecord({ ...good, mass: 0 })).toThrow("invalid active mass");
  expect(() => analyseCycling({ ...good, current: good.current.map(() => 0) })).toThrow(
    "missing charge and discharge"
  );
});
