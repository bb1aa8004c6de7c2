// Operando patterns → lattice against time, in passes over all of them, each fit started from the pattern before. Zero of the
// angles and lines of the cell are the same in all patterns: one pass leaves them free, the next holds their weighted means.
// While a scan passes the angles the lattice moves, which a fit with one cell for the whole scan takes for a strained cell and
// a wrong zero: so for scans both passes are repeated, with every line where the lattice of its own moment has it.
// Beside it (003) alone is followed by a pseudo-Voigt.

import type { TaskOptions } from "../task.js";
import { pristineCell } from "../material/composition.js";
import { hexagonal } from "../material/structures.js";
import { spaceGroup } from "../material/symmetry.js";
import { checkOperandoRaw, momentOf, type OperandoRaw, patternOf } from "./operando-raw.js";
import { type Estimate, fitPeak, type PeakFit } from "./peak-fit.js";
import { angleBySpacing, braggAngle, braggSpacing, type SourceLine } from "./x-ray-line.js";
import {
  type KnownLine,
  pawley,
  type PawleyFit,
  type PawleyModel,
  type PawleyStart
} from "./x-ray-pawley.js";
import { powderIndices } from "./x-ray-reflections.js";

export interface OperandoSettings {
  /** Å: where the first pattern's fit begins */
  start: { a: number; c: number };
  /** terms of the background's polynomial */
  terms: number;
  /** lines that the cell around the sample is known to have */
  known: readonly KnownLine[];
  /** half of the window around (003), degrees */
  window: number;
  /** whether a scan's lines are put where the lattice of their own moment has them */
  drift: boolean;
  /** wavelengths and weights; by default the one of the raw data alone */
  lines?: readonly SourceLine[];
}

export const defaultOperandoSettings: OperandoSettings = {
  start: pristineCell,
  terms: 12,
  known: [
    { label: "separator (polyethylene 110)", d: 4.11, width: 0.7 },
    { label: "separator (polyethylene 200)", d: 3.69, width: 0.7 },
    { label: "lithium 110", d: 2.482, width: 0.05 },
    { label: "aluminium 111", d: 2.338, width: 0 },
    { label: "aluminium 200", d: 2.0248, width: 0 },
    { label: "lithium 200", d: 1.755, width: 0.05 },
    { label: "aluminium 220", d: 1.4317, width: 0 }
  ],
  window: 1,
  drift: true
};

/** more lines than this overlap too much for each to have an area of its own */
const mostLines = 40;

/** (003) of one pattern. */
export interface BasalLine {
  /** s, when it was counted */
  time: number;
  fit: PeakFit;
  /** 2θ less the zero of the angles, degrees, and the c that it means, Å */
  position: Estimate;
  c: Estimate;
}

export interface OperandoResult {
  wavelength: number;
  /** degrees, by which all angles are read too high */
  zero: Estimate;
  planes: readonly { h: number; k: number; l: number }[];
  basal: BasalLine[];
  /** s, middle of each pattern, for which a and c hold */
  times: Float64Array;
  cells: PawleyFit[];
  /** sentences about patterns whose fit has a fault */
  faults: string[];
}

/** @throws where the raw data are invalid, or their angles do not hold (003) or no other line */
export function analyseOperando(
  raw: OperandoRaw,
  settings: OperandoSettings = defaultOperandoSettings,
  { signal, onProgress }: TaskOptions = {}
): OperandoResult {
  checkOperandoRaw(raw);
  const { model, basalAngle } = modelOf(raw, settings);
  const patterns = raw.starts.length;
  const moving = settings.drift && raw.kind === "scan" && patterns > 2;
  const passes = moving ? 4 : 2;
  let done = 0;
  const pass = (own: (k: number) => Partial<PawleyModel>, held: Partial<PawleyStart>) => {
    const fits: PawleyFit[] = [];
    let before: PawleyFit | undefined;
    for (let k = 0; k < patterns; ++k) {
      signal?.throwIfAborted();
      onProgress?.((done + k / patterns) / passes, "pattern by pattern");
      const counts = patternOf(raw, k);
      const start = before
        ? { a: before.a.value, c: before.c.value, values: before.values, ...held }
        : { ...settings.start, ...held };
      const fit = pawley({ ...model, ...own(k) }, counts, start);
      fits.push(fit);
      // a fit that failed starts no other
      if (fit.status === "converged") before = fit;
    }
    ++done;
    return fits;
  };
  const common = (fits: readonly PawleyFit[]) => ({
    zero: weightedMean(fits.map((fit) => fit.zero)),
    knownAreas: model.known.map((_, j) => weightedMean(fits.map((fit) => fit.knownAreas[j])).value)
  });
  const twoPasses = (own: (k: number) => Partial<PawleyModel>) => {
    const { zero, knownAreas } = common(pass(own, {}));
    return { zero, cells: pass(own, { zero: zero.value, knownAreas }) };
  };
  const still = twoPasses(() => ({}));
  const { zero, cells } = moving ? twoPasses((k) => ({ drift: driftOf(still.cells, raw, k) })) : still;
  const basal = cells.map((cell, k): BasalLine => {
    const expected = braggAngle(raw.wavelength, cell.c.value / 3) + zero.value;
    const centre = Number.isFinite(expected) ? expected : basalAngle;
    const fit = fitPeak(raw.twoTheta, patternOf(raw, k), {
      window: [centre - settings.window, centre + settings.window],
      lines: model.lines
    });
    return { time: momentOf(raw, k, fit.positions[0].value), fit, ...spacingOf(fit, zero, raw.wavelength) };
  });
  const times = Float64Array.from(raw.starts, (start) => start + raw.patternTime / 2);
  const faults = cells.flatMap(({ fault }, k) => (fault ? [`pattern ${k + 1}: ${fault}`] : []));
  return { wavelength: raw.wavelength, zero, planes: model.planes, basal, times, cells, faults };
}

function modelOf(raw: OperandoRaw, settings: OperandoSettings): { model: PawleyModel; basalAngle: number } {
  const { twoTheta, wavelength } = raw;
  const [from, to] = [twoTheta[0], twoTheta[twoTheta.length - 1]];
  const basalAngle = braggAngle(wavelength, settings.start.c / 3);
  if (!(basalAngle - settings.window > from && basalAngle + settings.window < to))
    throw new Error(
      `missing (003) line: expected at ${basalAngle.toFixed(2)}°, but the angles go from ${from} to ${to}°; measure ${settings.window}° on both sides of it, or mend the wavelength (${wavelength} Å)`
    );
  // half a degree from the ends, so that no line is half in
  const range = [braggSpacing(wavelength, to - 0.5), braggSpacing(wavelength, from + 0.5)] as const;
  const inside = (d: number) => d > range[0] && d < range[1];
  const cell = hexagonal(settings.start.a, settings.start.c);
  const planes = powderIndices({ cell, operations: spaceGroup("R-3m").operations }, range);
  if (!planes.some(({ h, k }) => h !== 0 || k !== 0))
    throw new Error(
      `missing lines: between ${from} and ${to}° only basal ones lie, which do not depend on a; measure to higher angles`
    );
  if (planes.length > mostLines)
    throw new Error(
      `invalid range of angles: ${from} to ${to}° hold ${planes.length} lines of the layered oxide at ${wavelength} Å; must be at most ${mostLines}: cut the angles, or mend the wavelength`
    );
  return {
    basalAngle,
    model: {
      ...{ twoTheta, planes, terms: settings.terms },
      lines: settings.lines ?? [{ wavelength, weight: 1 }],
      known: settings.known.filter(({ d }) => inside(d))
    }
  };
}

/** Change of a and c over the time of one pattern, by those beside it that no turn of the current lies between. */
function driftOf(fits: readonly PawleyFit[], { starts, patternTime, turns = [] }: OperandoRaw, k: number) {
  const middle = (n: number) => starts[n] + patternTime / 2;
  const together = (m: number, n: number) =>
    m >= 0 && n < fits.length && !turns.some((turn) => turn > middle(m) && turn < middle(n));
  const [before, after] = [together(k - 1, k) ? k - 1 : k, together(k, k + 1) ? k + 1 : k];
  if (before === after) return undefined;
  const share = patternTime / (starts[after] - starts[before]);
  const change = (of: (fit: PawleyFit) => Estimate) =>
    share * (of(fits[after]).value - of(fits[before]).value);
  const drift = { a: change((fit) => fit.a), c: change((fit) => fit.c) };
  return Number.isFinite(drift.a + drift.c) ? drift : undefined;
}

/** Mean with weights 1/σ²; what has no error is left out. */
export function weightedMean(parts: readonly Estimate[]): Estimate {
  let [sum, weights] = [0, 0];
  for (const { value, error } of parts)
    if (error > 0 && Number.isFinite(value)) {
      sum += value / error ** 2;
      weights += 1 / error ** 2;
    }
  return weights > 0
    ? { value: sum / weights, error: 1 / Math.sqrt(weights) }
    : { value: parts[0]?.value ?? NaN, error: NaN };
}

/** c = 3d of (003), its error from the line's and the zero's. */
function spacingOf(fit: PeakFit, zero: Estimate, wavelength: number): Pick<BasalLine, "position" | "c"> {
  const [{ value, error }] = fit.positions;
  const angle = value - zero.value;
  const c = 3 * braggSpacing(wavelength, angle);
  const perDegree = Math.abs(c / angleBySpacing(angle));
  // the zero is common to all patterns: its error is not one of a single line
  return { position: { value: angle, error }, c: { value: c, error: perDegree * error } };
}
