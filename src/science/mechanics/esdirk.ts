// Adaptive implicit Runge–Kutta steps for M y' = F(t, y) − K y, error chosen, step found.
// ESDIRK3(2)4L[2]SA of Kennedy & Carpenter (NASA/TM-2016-219173; Appl. Numer. Math. 146 (2019) 221): third order,
// L-stable, stiffly accurate, explicit first stage, one diagonal entry γ, embedded second-order solution.
// Steps lie on a ladder of powers of 2√2, so that each rung costs one factorisation of M + γ h K, which is kept.

/** as `new Float64Array(n)` makes it */
export type Vector = Float64Array<ArrayBuffer>;

/** What the steps need to know of a problem. A flux that depends on the state only changes how `stage` solves. */
export interface StiffProblem {
  size: number;
  /** k of M k = F(t, y) − K y */
  derivative(t: number, y: Vector, k: Vector): void;
  /** y of M (y − base) = shift · (F(t, y) − K y); all NaN where none was found: a shorter step is then tried */
  stage(t: number, shift: number, base: Vector, y: Vector): void;
}

export interface StepSettings {
  /** largest local error allowed at any node, in units of y */
  tolerance: number;
  /** step to begin with (s); rounded to the ladder */
  firstStep: number;
  /** a step that the ladder passes through */
  unitStep: number;
  /** solves that one factorisation is worth: a longer step is tried only where it saves more than that */
  factorCost?: number;
}

export interface Step {
  start: number;
  length: number;
  y0: Vector;
  y1: Vector;
  k0: Vector;
  k1: Vector;
}

export interface Stepper {
  readonly step: Step;
  readonly time: number;
  /** accepted and rejected steps, and the sum of the local errors accepted, which bounds the error of a decaying problem */
  readonly accepted: number;
  readonly rejected: number;
  readonly error: number;
  /** sets the state, for example where the flux jumps, without forgetting the step length's history */
  restart(t: number, y: Vector, firstStep?: number): void;
  /** makes one accepted step. @param end where the run will end: no longer step is tried in vain */
  advance(end: number): void;
  /** y at a time within the last step, by cubic Hermite interpolation */
  at(t: number, y: Vector): void;
}

const γ = 1767732205903 / 4055673282236;
const stages = [
  [γ, γ],
  [2746238789719 / 10658868560708, -640167445237 / 6845629431997, γ],
  [1471266399579 / 7840856788654, -4482444167858 / 7529755066697, 11266239266428 / 11593286722821, γ]
];
const nodes = [2 * γ, 3 / 5, 1];
const embedded = [
  926040629867 / 8503851176844,
  -19534562426408 / 21341649249991,
  17036650473653 / 13401246206802,
  4543788980243 / 8490594148910
];
/** weights of the local error h Σ e_i k_i */
const difference = stages[2].map((b, i) => b - embedded[i]);
export const tableau = { γ, stages, nodes, embedded };

const solvesPerStep = 3;
/** share of the unit step below which a step without a solution is given up rather than shortened again */
const shortest = 1e-9;
/** rungs are a factor 2√2 apart: of 2, 2√2, 4 and 8 the one with the least work for a diffusion started by a jump */
const ratioLog2 = 1.5;

/** @throws where the tolerance cannot be met however short the step */
export function stepper(problem: StiffProblem, settings: StepSettings): Stepper {
  const { tolerance, firstStep, unitStep, factorCost = 15 } = settings;
  const room = (): Vector => new Float64Array(problem.size);
  const rungOf = (h: number) => Math.floor(Math.log2(h / unitStep) / ratioLog2 + 1e-9);
  const length = (rung: number) => unitStep * 2 ** (ratioLog2 * rung);
  const known = new Set<number>();
  const base = room();
  const middle = [room(), room()];
  const slopes = [room(), room()];
  let [y0, y1, k0, k1] = [room(), room(), room(), room()];
  let rung = rungOf(firstStep);
  let start = 0;
  let time = 0;
  let accepted = 0;
  let rejected = 0;
  let error = 0;

  /** Tries a step; returns its local error over the tolerance. */
  const attempt = (h: number): number => {
    const slope = [k0, slopes[0], slopes[1], k1];
    const state = [middle[0], middle[1], y1];
    for (let s = 0; s < 3; ++s) {
      const a = stages[s];
      const y = state[s];
      base.set(y0);
      for (let j = 0; j <= s; ++j) {
        const f = h * a[j];
        const k = slope[j];
        for (let i = 0; i < base.length; ++i) base[i] += f * k[i];
      }
      problem.stage(time + nodes[s] * h, γ * h, base, y);
      if (Number.isNaN(y[0])) return NaN;
      const k = slope[s + 1];
      const inverse = 1 / (γ * h);
      for (let i = 0; i < base.length; ++i) k[i] = (y[i] - base[i]) * inverse;
    }
    let largest = 0;
    const [e0, e1, e2, e3] = difference;
    for (let i = 0; i < base.length; ++i) {
      const e = Math.abs(e0 * k0[i] + e1 * slopes[0][i] + e2 * slopes[1][i] + e3 * k1[i]);
      if (!(e <= largest)) largest = e;
    }
    return (h * largest) / tolerance;
  };

  return {
    get step() {
      return { start, length: time - start, y0, y1, k0, k1 };
    },
    get time() {
      return time;
    },
    get accepted() {
      return accepted;
    },
    get rejected() {
      return rejected;
    },
    get error() {
      return error;
    },
    restart(t, y, first) {
      start = time = t;
      y1.set(y);
      problem.derivative(t, y1, k1);
      if (first !== undefined) rung = rungOf(first);
    },
    advance(end) {
      [y0, y1, k0, k1] = [y1, y0, k1, k0];
      start = time;
      for (;;) {
        const h = length(rung);
        known.add(rung);
        const size = attempt(h);
        if (size <= 1) {
          ++accepted;
          error += size * tolerance;
          time = start + h;
          // 0.8: the usual margin against a step that is refused
          const growth = Math.min(
            2,
            Math.floor(Math.log2(0.8 * Math.cbrt(1 / Math.max(size, 1e-12))) / ratioLog2)
          );
          if (growth > 0) rung = longer(rung, growth, Math.max(0, end - time));
          return;
        }
        if (Number.isNaN(size) && h > shortest * unitStep) {
          ++rejected;
          --rung;
          continue;
        }
        if (Number.isNaN(size) || rung < -200) {
          throw new Error(
            `invalid tolerance: ${tolerance}; no step after t = ${time} s meets it; allow a larger one or refine the mesh`
          );
        }
        ++rejected;
        rung -= Math.max(1, Math.min(4, Math.ceil(-Math.log2(0.8 * Math.cbrt(1 / size)) / ratioLog2)));
      }
    },
    at(t, y) {
      const h = time - start;
      const s = h > 0 ? (t - start) / h : 1;
      const a = (1 + 2 * s) * (1 - s) * (1 - s);
      const b = h * s * (1 - s) * (1 - s);
      const c = s * s * (3 - 2 * s);
      const d = h * s * s * (s - 1);
      for (let i = 0; i < y.length; ++i) y[i] = a * y0[i] + b * k0[i] + c * y1[i] + d * k1[i];
    }
  };

  function longer(from: number, most: number, remaining: number): number {
    for (let growth = most; growth > 0; --growth) {
      if (known.has(from + growth)) return from + growth;
      const steps = Math.ceil(remaining / length(from));
      const stepsThen = Math.ceil(remaining / length(from + growth));
      if ((steps - stepsThen) * solvesPerStep > factorCost) return from + growth;
    }
    return from;
  }
}
