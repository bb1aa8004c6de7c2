// Time of the operando diffraction: a pattern of the twin, a whole-pattern fit, a fit of (003), a transition, a whole cycle.

import { analyseOperando } from "../../src/science/diffraction/operando-analysis.js";
import { compareOperando } from "../../src/science/diffraction/operando-compare.js";
import { frameInstrument, scanInstrument } from "../../src/science/diffraction/operando-instrument.js";
import { patternOf } from "../../src/science/diffraction/operando-raw.js";
import { operandoSample } from "../../src/science/diffraction/operando-sample.js";
import { transitionRun } from "../../src/science/diffraction/operando-transition.js";
import { expectedOperando, measureOperando } from "../../src/science/diffraction/operando-twin.js";
import { fitPeak } from "../../src/science/diffraction/peak-fit.js";

export const name = "operando";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

function timed<T>(work: () => T, runs = 5): { times: number[]; result: T } {
  let result = work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    result = work();
    return (performance.now() - start) / 1000;
  });
  return { times, result };
}

export function run(): Promise<Measurement[]> {
  const [scan, frame] = [scanInstrument(), frameInstrument()];
  const [slow, fast] = [operandoSample(0.1), operandoSample(10)];
  const one = Float64Array.of(0);
  const pattern = timed(() => expectedOperando(slow, scan, one));
  const smeared = timed(() => expectedOperando(fast, frame, one));
  const frames = measureOperando(fast, frame, 1);
  const scans = measureOperando(slow, scan, 1);
  const line = timed(() => fitPeak(frames.twoTheta, patternOf(frames, 2), { window: [15, 17.2] }));
  const transition = timed(() => transitionRun(frame, { start: 0.4, duration: 45, jump: 0.1 }, 1));
  const fastCycle = timed(() => analyseOperando(frames), 3);
  const slowCycle = timed(() => analyseOperando(scans), 1);
  /** root mean square of found − true c, Å */
  const wrong = (rows: ReturnType<typeof compareOperando>) =>
    Math.sqrt(rows.reduce((sum, { c }) => sum + (c.value - c.truth) ** 2, 0) / rows.length);
  const points = (raw: typeof frames) => ({ patterns: raw.starts.length, points: raw.twoTheta.length });
  return Promise.resolve<Measurement[]>([
    { case: "a scan of the twin", size: points(pattern.result), times: pattern.times, error: null },
    { case: "a frame of the twin", size: points(smeared.result), times: smeared.times, error: null },
    {
      case: "fit of (003)",
      size: { points: line.result.to - line.result.from },
      times: line.times,
      error: null
    },
    {
      case: "a transition with its tests",
      size: { patterns: transition.result.patterns.length },
      times: transition.times,
      error: null
    },
    {
      case: "whole patterns, 10 C",
      size: points(frames),
      times: fastCycle.times,
      error: wrong(compareOperando(fastCycle.result, frames, fast))
    },
    {
      case: "whole patterns, 0.1 C",
      size: points(scans),
      times: slowCycle.times,
      error: wrong(compareOperando(slowCycle.result, scans, slow))
    }
  ]);
}
