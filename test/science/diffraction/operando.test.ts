import { describe, expect, it } from "vitest";
import {
  analyseOperando,
  defaultOperandoSettings,
  weightedMean
} from "../../../src/science/diffraction/operando-analysis.js";
import { compareOperando } from "../../../src/science/diffraction/operando-compare.js";
import {
  frameInstrument,
  type OperandoInstrument,
  patternTime,
  scanInstrument,
  twoThetaAxis
} from "../../../src/science/diffraction/operando-instrument.js";
import { chargeCapacity, paceOf, steepestRise } from "../../../src/science/diffraction/operando-pace.js";
import {
  checkOperandoRaw,
  type OperandoRaw,
  patternOf
} from "../../../src/science/diffraction/operando-raw.js";
import { operandoSample, transformed } from "../../../src/science/diffraction/operando-sample.js";
import {
  cellPattern,
  expectedOperando,
  measureOperando,
  patternStarts
} from "../../../src/science/diffraction/operando-twin.js";
import { pawley, type PawleyModel } from "../../../src/science/diffraction/x-ray-pawley.js";
import { braggAngle } from "../../../src/science/diffraction/x-ray-line.js";
import { latticeAt } from "../../../src/science/material/lattice.js";

const scan = scanInstrument();
const frame = frameInstrument();
const still = (sample: ReturnType<typeof operandoSample>, a: number, c: number) => ({
  ...sample,
  phasesAt: () => [{ share: 1, a, c }]
});

describe("the experiment's clock", () => {
  it("takes 25 min for a scan of the study, 45 s for a frame", () => {
    expect(patternTime(scan)).toBe(1500);
    expect(patternTime(frame)).toBe(45);
    expect(twoThetaAxis(scan).length).toBe(1251);
  });

  it("holds at most eight frames in a charge at 10 C, whatever the capacity up to 250 mAh/g", () => {
    const { patterns, chargeTime } = paceOf(10, frame);
    expect(chargeTime).toBeLessThanOrEqual(360);
    expect(patterns).toBe(Math.floor(chargeTime / 45));
    // an hour's tenth is 360 s
    expect(Math.floor(360 / 45)).toBe(8);
    expect(paceOf(10, scan).patterns).toBe(0);
    expect(() => paceOf(0, scan)).toThrow(/invalid rate: 0 C/);
  });

  it("passes the charge that the capacity says: the lithium lost times that of one lithium", () => {
    const sample = operandoSample(0.1);
    const [charge] = sample.halfCycles;
    expect(sample.capacityAt(charge.to)).toBeCloseTo(chargeCapacity(0.1), 9);
    expect(sample.lithiumAt(charge.to / 2)).toBeCloseTo((charge.lithiumFrom + charge.lithiumTo) / 2, 12);
    expect(() => operandoSample(0.1, { capacity: 0 })).toThrow(/invalid capacity of 1 C/);
  });

  it("counts complete patterns only, and waits between them", () => {
    expect(patternStarts(frame, 134.9).length).toBe(2);
    expect(patternStarts(frame, 135).length).toBe(3);
    expect([...patternStarts({ ...frame, deadTime: 5 }, 145)]).toEqual([0, 50, 100]);
    expect(patternStarts(frame, 30).length).toBe(0);
  });
});

describe("the twin", () => {
  it("puts (003) of the pristine oxide at its height, at Bragg's angle and the zero's error", () => {
    const sample = still(operandoSample(10), 2.853, 14.24);
    const raw = expectedOperando(sample, frame, Float64Array.of(0));
    const bare = cellPattern(frame, raw.twoTheta);
    const net = patternOf(raw, 0).map((y, i) => y - bare[i]);
    const top = net.reduce((best, y, i) => (y > net[best] ? i : best), 0);
    expect(raw.twoTheta[top]).toBeCloseTo(braggAngle(1.3418, 14.24 / 3) - 0.01, 1);
    // between points; lithium at 1.15 in place of 1.2 changes |F|² a little
    expect(net[top] / frame.peakCounts).toBeGreaterThan(0.97);
    expect(net[top] / frame.peakCounts).toBeLessThan(1.05);
  });

  it("adds two phases by their shares", () => {
    const sample = operandoSample(10);
    const phases = (a: number, b: number) => ({
      ...sample,
      phasesAt: () => [
        { share: a, a: 2.85, c: 14.3 },
        { share: b, a: 2.85, c: 14.4 }
      ]
    });
    const bare = cellPattern(frame, twoThetaAxis(frame));
    const net = (a: number, b: number) =>
      expectedOperando(phases(a, b), frame, Float64Array.of(0)).counts.map((y, i) => y - bare[i]);
    const [first, second, mixed] = [net(1, 0), net(0, 1), net(0.3, 0.7)];
    const largest = mixed.reduce(
      (most, y, i) => Math.max(most, Math.abs(y - 0.3 * first[i] - 0.7 * second[i])),
      0
    );
    // the intensities are those of the first phase's cell
    expect(largest).toBeLessThan(1e-6);
  });

  it("reads the lattice of the moment at which a scan passes an angle", () => {
    const sample = operandoSample(0.1);
    const jump = { ...sample, phasesAt: (t: number) => [{ share: 1, a: 2.85, c: t < 750 ? 14.3 : 14.4 }] };
    const raw = expectedOperando(jump, scan, Float64Array.of(0));
    const before = expectedOperando(still(sample, 2.85, 14.3), scan, Float64Array.of(0));
    const after = expectedOperando(still(sample, 2.85, 14.4), scan, Float64Array.of(0));
    // 27.5° are passed after 750 s; blocks of half a degree around it may be either
    raw.twoTheta.forEach((x, i) => {
      // the intensities are those of the pattern's middle, here of the second lattice
      if (x < 26.9) expect(raw.counts[i] / before.counts[i]).toBeCloseTo(1, 2);
      if (x > 28.1) expect(raw.counts[i]).toBeCloseTo(after.counts[i], 6);
    });
  });

  it("is the same for the same seed, another for another, Poisson about its mean", () => {
    const sample = still(operandoSample(10), 2.85, 14.3);
    const one = measureOperando(sample, frame, 5);
    expect(measureOperando(sample, frame, 5).counts).toEqual(one.counts);
    const mean = expectedOperando(sample, frame).counts;
    const chi = one.counts.reduce((sum, y, i) => sum + (y - mean[i]) ** 2 / mean[i], 0) / mean.length;
    expect(Math.abs(chi - 1)).toBeLessThan(4 * Math.sqrt(2 / mean.length));
  });

  it("says when (003) is outside its angles", () => {
    expect(() => measureOperando(operandoSample(0.1), { ...scan, from: 25 }, 1)).toThrow(
      /missing \(003\) line/
    );
  });
});

describe("a whole pattern", () => {
  const model = (kind: OperandoInstrument, raw: OperandoRaw): PawleyModel => ({
    twoTheta: raw.twoTheta,
    lines: [{ wavelength: raw.wavelength, weight: 1 }],
    planes: [
      { h: 0, k: 0, l: 3 },
      { h: 1, k: 0, l: 1 },
      { h: 0, k: 0, l: 6 },
      { h: 0, k: 1, l: 2 }
    ],
    known: defaultOperandoSettings.known.slice(0, kind.kind === "scan" ? 4 : 7),
    terms: 12
  });

  it("gives back a, c and zero of a noiseless scan of a still lattice", () => {
    const raw = expectedOperando(still(operandoSample(0.1), 2.842, 14.37), scan, Float64Array.of(0));
    const fit = pawley(model(scan, raw), raw.counts, { a: 2.853, c: 14.24 });
    expect(fit.status).toBe("converged");
    expect(fit.a.value).toBeCloseTo(2.842, 4);
    expect(fit.c.value).toBeCloseTo(14.37, 3);
    expect(fit.zero.value).toBeCloseTo(scan.zeroShift, 3);
  });

  it("covers: a and c of 60 noisy scans, pulls of mean 0 and variance 1", () => {
    const sample = still(operandoSample(0.1), 2.842, 14.37);
    const starts = Float64Array.from({ length: 60 }, (_, k) => 1500 * k);
    const raw = measureOperando({ ...sample, duration: 60 * 1500 }, scan, 3);
    expect(raw.starts).toEqual(starts);
    const first = pawley(model(scan, raw), patternOf(raw, 0), { a: 2.853, c: 14.24 });
    const pulls = starts
      .map((_, k) => k)
      .reduce<number[]>((all, k) => {
        const fit = pawley(model(scan, raw), patternOf(raw, k), { a: 2.842, c: 14.37, values: first.values });
        return [...all, (fit.a.value - 2.842) / fit.a.error, (fit.c.value - 14.37) / fit.c.error];
      }, []);
    const mean = pulls.reduce((sum, p) => sum + p, 0) / pulls.length;
    const variance = pulls.reduce((sum, p) => sum + p * p, 0) / pulls.length;
    expect(Math.abs(mean)).toBeLessThan(3.5 / Math.sqrt(60));
    expect(variance).toBeGreaterThan(0.55);
    expect(variance).toBeLessThan(1.6);
  });
});

describe("a charge and a discharge", () => {
  it("10 C: a, c and (003) within their errors of the truth, frame by frame", () => {
    const sample = operandoSample(10);
    const raw = measureOperando(sample, frame, 2);
    const result = analyseOperando(raw);
    expect(result.faults).toEqual([]);
    expect(Math.abs(result.zero.value - frame.zeroShift)).toBeLessThan(4 * result.zero.error);
    for (const row of compareOperando(result, raw, sample))
      for (const found of [row.a, row.c, row.basalC]) expect(Math.abs(found.pull)).toBeLessThan(4.5);
    // the first frame is widened: c runs away within it
    const rows = compareOperando(result, raw, sample);
    const later = rows.slice(3, 7).map((row) => row.basalWidth.value);
    expect(rows[0].basalWidth.value - Math.max(...later)).toBeGreaterThan(0);
  });

  it("0.1 C: a scan taken for one moment is wrong near 4.8 V; one that knows its clock is not, but for the last", () => {
    const sample = operandoSample(0.1);
    // the last third of the charge and the first of the discharge, which the scan needs as neighbours
    const raw = measureOperando(sample, scan, 2);
    const first = 20;
    // scans that end before the current turns
    const inCharge = raw.starts.filter(
      (start) => start + patternTime(scan) <= sample.halfCycles[0].to
    ).length;
    const part: OperandoRaw = {
      ...raw,
      starts: raw.starts.slice(first, 38),
      counts: raw.counts.slice(first * raw.twoTheta.length, 38 * raw.twoTheta.length)
    };
    const start = { ...defaultOperandoSettings, start: latticeAt(0.45, 0.1, "charge") };
    const [drifting, still] = [true, false].map((drift) =>
      compareOperando(analyseOperando(part, { ...start, drift }), part, sample)
        // one scan spans the turn of the current: no line through it
        .filter(({ pattern }) => pattern + first <= inCharge)
        .map(({ c }) => ({ off: c.value - c.truth, error: c.error }))
    );
    const rms = (of: readonly { off: number }[]) =>
      Math.sqrt(of.slice(0, -1).reduce((sum, { off }) => sum + off ** 2, 0) / (of.length - 1));
    expect(rms(drifting)).toBeLessThan(0.0015);
    expect(rms(still)).toBeGreaterThan(2 * rms(drifting));
    // the last scan has a neighbour on one side only, and c falls ever faster: a straight line is not enough, yet far better
    const [last, lastStill] = [drifting, still].map((of) => of[of.length - 1]);
    expect(Math.abs(last.off)).toBeGreaterThan(5 * last.error);
    expect(Math.abs(lastStill.off)).toBeGreaterThan(3 * Math.abs(last.off));
  });

  it("refuses what it cannot use, with sentences", () => {
    const raw = measureOperando(operandoSample(10), frame, 1);
    const points = raw.twoTheta.length;
    const change = (own: Partial<OperandoRaw>) => () => analyseOperando({ ...raw, ...own });
    expect(change({ starts: new Float64Array(0), counts: new Float64Array(0) })).toThrow(/^missing patterns/);
    expect(change({ wavelength: 13418 })).toThrow(/^invalid wavelength: 13418 Å; .*give it in Å/);
    expect(change({ wavelength: 0.4 })).toThrow(/^missing \(003\) line: expected at 4.83°/);
    expect(change({ wavelength: 0.5 })).toThrow(
      /^invalid range of angles: .* hold \d+ lines .* mend the wavelength/
    );
    expect(change({ counts: raw.counts.slice(1) })).toThrow(/^invalid counts: .*one axis of 2θ/);
    const negative = raw.counts.slice();
    negative[points + 100] = -1;
    expect(change({ counts: negative })).toThrow(/^invalid counts: -1 in pattern 2 at 7.00°/);
    const missing = raw.counts.slice();
    missing[7] = NaN;
    expect(change({ counts: missing })).toThrow(/^invalid counts: NaN in pattern 1/);
    const twice = raw.twoTheta.slice();
    twice[5] = twice[4];
    expect(change({ twoTheta: twice })).toThrow(/^invalid angles: .* at point 6; .*without repeats/);
    const late = raw.starts.slice();
    late[3] = late[2];
    expect(change({ starts: late })).toThrow(/^invalid time of pattern 4: 90 s; must be at least 45 s after/);
    const cut = { ...frame, from: 14, to: 20 };
    const narrow = measureOperando(operandoSample(10), cut, 1);
    expect(() => analyseOperando(narrow)).toThrow(/^missing lines: between 14 and 20° only basal ones lie/);
    expect(() => checkOperandoRaw(raw)).not.toThrow();
  });

  it("stops when asked", () => {
    const controller = new AbortController();
    controller.abort();
    const raw = measureOperando(operandoSample(10), frame, 1);
    expect(() => analyseOperando(raw, defaultOperandoSettings, { signal: controller.signal })).toThrow();
  });
});

describe("small parts", () => {
  it("shares of a transition run from 0 to 1, at once where it lasts no time", () => {
    expect(transformed({ start: 10, duration: 0, jump: 1 }, 9.99)).toBe(0);
    expect(transformed({ start: 10, duration: 0, jump: 1 }, 10)).toBe(1);
    expect(transformed({ start: 10, duration: 20, jump: 1 }, 15)).toBe(0.25);
  });

  it("weighs by the square of the error", () => {
    const mean = weightedMean([
      { value: 1, error: 1 },
      { value: 4, error: 2 },
      { value: 100, error: NaN }
    ]);
    expect(mean.value).toBeCloseTo(1.6, 12);
    expect(mean.error).toBeCloseTo(Math.sqrt(0.8), 12);
  });

  it("finds the steepest stretch of a broken line", () => {
    const points = Array.from({ length: 21 }, (_, i) => ({
      ...{ capacity: 10 * i, error: 0.001 },
      c: 14 + 0.001 * 10 * Math.min(i, 10) + 0.004 * 10 * Math.max(0, i - 10)
    }));
    const { slope, from, error } = steepestRise(points, 50);
    expect(slope).toBeCloseTo(0.004, 9);
    expect(from).toBeGreaterThanOrEqual(100);
    // six points 10 apart: Σ(x − x̄)² = 1750
    expect(error).toBeCloseTo(0.001 / Math.sqrt(1750), 9);
    expect(() => steepestRise(points.slice(0, 3), 50)).toThrow(/missing stretch of 50 mAh\/g/);
  });
});
