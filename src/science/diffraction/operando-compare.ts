// Lattice against time as found, beside that of the sample: of a whole pattern at its middle (a scan) or over its exposure
// (a frame), of (003) at the moment at which it was counted. Pulls are (found − true)/standard error.

import type { OperandoResult } from "./operando-analysis.js";
import type { OperandoRaw } from "./operando-raw.js";
import type { OperandoSample } from "./operando-sample.js";
import type { Estimate } from "./peak-fit.js";

export interface Compared extends Estimate {
  truth: number;
  pull: number;
}

export interface OperandoRow {
  pattern: number;
  /** s, middle of the pattern, and when (003) was counted */
  time: number;
  basalTime: number;
  /** at the middle: lithium per formula unit; mAh/g passed since the start */
  lithium: number;
  capacity: number;
  branch: "charge" | "discharge";
  /** Å */
  a: Compared;
  c: Compared;
  /** Å, of (003) alone, and its 2θ and width in degrees */
  basalC: Compared;
  basalAngle: Estimate;
  basalWidth: Estimate;
}

/** Moments over which the truth of a frame is averaged. */
const moments = 45;

/** @returns one row a pattern */
export function compareOperando(
  result: OperandoResult,
  raw: OperandoRaw,
  sample: OperandoSample
): OperandoRow[] {
  return result.cells.map((cell, k) => {
    const basal = result.basal[k];
    const time = result.times[k];
    const truthAt = (moment: number) => {
      const from = raw.kind === "frame" ? raw.starts[k] : moment;
      const span = raw.kind === "frame" ? raw.patternTime : 0;
      const count = span ? moments : 1;
      let [a, c] = [0, 0];
      for (let s = 0; s < count; ++s)
        for (const phase of sample.phasesAt(from + (span * (s + 0.5)) / count)) {
          a += (phase.share * phase.a) / count;
          c += (phase.share * phase.c) / count;
        }
      return { a, c };
    };
    const truth = truthAt(time);
    const half = sample.halfCycles.find(({ to }) => time < to) ?? sample.halfCycles[0];
    return {
      ...{ pattern: k + 1, time, basalTime: basal.time, branch: half.branch },
      ...{ lithium: sample.lithiumAt(time), capacity: sample.capacityAt(time) },
      a: compared(cell.a, truth.a),
      c: compared(cell.c, truth.c),
      basalC: compared(basal.c, truthAt(basal.time).c),
      ...{ basalAngle: basal.position, basalWidth: basal.fit.width }
    };
  });
}

const compared = ({ value, error }: Estimate, truth: number): Compared => ({
  ...{ value, error, truth },
  pull: (value - truth) / error
});
