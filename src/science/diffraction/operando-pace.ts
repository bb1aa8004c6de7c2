// How many patterns fit into a charge, how much of the charge passes in one, and how steep c rises: N = floor(T/(t + t₀)),
// T = Q/(rate · Q₁c). Capacities in mAh/g, times in s, lengths in Å.

import { capacityPerLithium, composition } from "../material/composition.js";
import { hour } from "../material/constants.js";
import { agedSample } from "../particle/aged-samples.js";
import { type OperandoInstrument, patternTime } from "./operando-instrument.js";
import { operandoSampleParameters } from "./operando-sample.js";

export interface Pace {
  rate: number;
  /** mAh/g that the charge delivers, assumed between those of 0.1 C and 10 C */
  capacity: number;
  /** s */
  chargeTime: number;
  patternTime: number;
  /** complete patterns */
  patterns: number;
  /** mAh/g that pass during a pattern */
  perPattern: number;
  /** the same as a share of the charge, at most 1 */
  share: number;
}

/** First-charge capacity at a rate, straight in the logarithm of the rate between those of the aged particle at 0.1 C and 10 C. */
export function chargeCapacity(rate: number): number {
  const end = (of: 0.1 | 10) => (composition.Li - agedSample(`${of}C-4.8V`).lithium) * capacityPerLithium();
  const [slow, fast] = [end(0.1), end(10)];
  return Math.max(1, slow + ((fast - slow) * (Math.log10(rate) + 1)) / 2);
}

/** @throws where the rate is not positive */
export function paceOf(
  rate: number,
  instrument: OperandoInstrument,
  nominal: number = operandoSampleParameters.capacity.value
): Pace {
  if (!(rate > 0 && rate < Infinity)) throw new Error(`invalid rate: ${rate} C; must be positive`);
  const capacity = chargeCapacity(rate);
  const chargeTime = (capacity / (rate * nominal)) * hour;
  const own = patternTime(instrument);
  const each = own + instrument.deadTime;
  const patterns = Math.max(0, Math.floor((chargeTime - own) / each + 1 + 1e-9));
  const perPattern = (own * rate * nominal) / hour;
  return {
    ...{ rate, capacity, chargeTime, patternTime: own, patterns, perPattern },
    share: Math.min(1, perPattern / capacity)
  };
}

/** A point of c against capacity, with its standard error. */
export interface RisePoint {
  /** mAh/g */
  capacity: number;
  /** Å */
  c: number;
  error: number;
}

export interface Rise {
  /** Å/(mAh/g) */
  slope: number;
  /** standard error of that slope; the choice of the steepest among several draws it upwards and is not in it */
  error: number;
  /** mAh/g, ends of the stretch */
  from: number;
  to: number;
}

/**
 * Steepest rise of c over stretches of a given width, each fitted by a straight line with weights 1/σ².
 * @param points of one half-cycle, by rising capacity @param width mAh/g
 * @throws where no stretch of that width holds two points
 */
export function steepestRise(points: readonly RisePoint[], width: number): Rise {
  let best: Rise | undefined;
  for (let i = 0; i < points.length; ++i) {
    const inside = points.slice(i).filter(({ capacity }) => capacity <= points[i].capacity + 1.01 * width);
    const last = inside[inside.length - 1];
    // a stretch at the end that is shorter than the others would be noisier
    if (inside.length < 2 || last.capacity - points[i].capacity < 0.9 * width) continue;
    const rise = { ...lineThrough(inside), from: points[i].capacity, to: last.capacity };
    if (!best || rise.slope > best.slope) best = rise;
  }
  if (!best)
    throw new Error(
      `missing stretch of ${width} mAh/g: ${points.length} patterns hold none; take a narrower stretch, or more patterns`
    );
  return best;
}

function lineThrough(points: readonly RisePoint[]): { slope: number; error: number } {
  let [s, sx, sy] = [0, 0, 0];
  for (const { capacity, c, error } of points) {
    const w = 1 / error ** 2;
    s += w;
    sx += w * capacity;
    sy += w * c;
  }
  let [xx, xy] = [0, 0];
  for (const { capacity, c, error } of points) {
    const w = 1 / error ** 2;
    xx += w * (capacity - sx / s) ** 2;
    xy += w * (capacity - sx / s) * (c - sy / s);
  }
  return { slope: xy / xx, error: 1 / Math.sqrt(xx) };
}
