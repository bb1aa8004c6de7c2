import { describe, expect, it } from "vitest";
import { detection, shortestSeen } from "../../../src/science/diffraction/operando-detection.js";
import { frameInstrument, scanInstrument } from "../../../src/science/diffraction/operando-instrument.js";
import {
  gainThreshold,
  longestRun,
  transitionRun
} from "../../../src/science/diffraction/operando-transition.js";

describe("a transition", () => {
  it("that is a jump within a frame shows two lines in that frame only, though both phases were never there at once", () => {
    const { patterns } = transitionRun(frameInstrument(), { start: 0.4, duration: 0, jump: 0.1 }, 1);
    expect(patterns.map(({ gain }) => gain > gainThreshold)).toEqual(patterns.map((_, k) => k === 4));
    expect(patterns.some(({ truth }) => truth.both)).toBe(false);
    // the new phase was there for six tenths of the exposure
    expect(patterns[4].share).toBeCloseTo(0.6, 1);
  });

  it("that lasts four frames shows two lines in some frames in a row, which no jump does", () => {
    const { patterns } = transitionRun(frameInstrument(), { start: 0.4, duration: 180, jump: 0.1 }, 1);
    expect(longestRun(patterns)).toBeGreaterThanOrEqual(3);
    for (const { share, truth, gain } of patterns)
      if (gain > 100) expect(Math.abs(share - truth.share)).toBeLessThan(0.1);
  });

  it("between two scans leaves no trace but the step", () => {
    const { patterns } = transitionRun(scanInstrument(), { start: 0.4, duration: 300, jump: 0.1 }, 1);
    expect(longestRun(patterns)).toBe(0);
    const angles = patterns.map(({ one }) => one.positions[0].value);
    expect(angles[0] - angles[angles.length - 1]).toBeGreaterThan(0.1);
  });

  it("is not found where there is none: no false alarm in 120 patterns", () => {
    for (const instrument of [frameInstrument(), scanInstrument()])
      for (let seed = 0; seed < 8; ++seed)
        expect(longestRun(transitionRun(instrument, { start: 0, duration: 0, jump: 0 }, seed).patterns)).toBe(
          0
        );
  });
});

describe("the shortest coexistence seen", () => {
  it("is seen in each frame run from a jump on, but in two in a row only when it lasts longer than a frame", () => {
    const rows = detection(frameInstrument(), [0, 90, 135], 0.1, { runs: 4 });
    expect(rows[0].twice).toBe(0);
    expect(rows[0].there).toBe(0);
    expect(rows[0].seen).toBeGreaterThan(0.7);
    expect(rows[2].twice).toBe(1);
  });

  it("reads the first duration from which on enough are seen", () => {
    const row = (duration: number, seen: number) => ({
      ...{ duration, seen, jump: 0.1, runs: 10 },
      ...{ twice: 0, broad: 0, there: 0 }
    });
    expect(shortestSeen([row(0, 1), row(10, 0.5), row(20, 0.9), row(30, 1)], "seen")).toBe(20);
    expect(shortestSeen([row(0, 1), row(10, 0.5)], "seen")).toBeNaN();
  });
});
