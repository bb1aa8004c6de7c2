// The operando diffractometers: sample → counts. A scan reads the lattice of the moment at which it passes each angle; a
// frame sums the lattice over its exposure. I(2θ) = background + Σ phases, lines (hkl), wavelengths of
// share · K · m|F|² · LP(2θ) · Ω(2θ − 2θ_hkl) + lines of the cell around the sample; counts are Poisson deviates of it.

import { random } from "../numerics/rng.js";
import { poisson } from "../numerics/poisson.js";
import { composition } from "../material/composition.js";
import { layeredOxide } from "../material/structures.js";
import { energyOf } from "../material/x-ray-anomalous.js";
import { type OperandoInstrument, patternTime, twoThetaAxis } from "./operando-instrument.js";
import type { OperandoRaw } from "./operando-raw.js";
import type { LatticePhase, OperandoSample } from "./operando-sample.js";
import { braggAngle, braggSpacing, lineWidth, lorentzPolarisation, pseudoVoigt } from "./x-ray-line.js";
import { type XRayReflection, xRayReflections } from "./x-ray-reflections.js";

/** Starts of the patterns that are complete before the experiment ends, s. */
export function patternStarts(instrument: OperandoInstrument, duration: number): Float64Array {
  const [each, own] = [patternTime(instrument) + instrument.deadTime, patternTime(instrument)];
  if (!(own > 0)) throw new Error(`invalid time of a pattern: ${own} s; must be positive`);
  const count = Math.max(0, Math.floor((duration - own) / each + 1 + 1e-9));
  return Float64Array.from({ length: count }, (_, k) => k * each);
}

/** Lines of the layered oxide with a little more room than the range: those just outside reach in. */
function linesOf(instrument: OperandoInstrument, phase: LatticePhase, lithium: number): XRayReflection[] {
  const [{ wavelength }] = instrument.lines;
  // X-rays hardly see lithium; what is left of it is spread over its sites as in the pristine oxide
  const left = lithium / composition.Li;
  const crystal = layeredOxide({
    ...{ a: phase.a, c: phase.c },
    ...{ lithiumOct: 0.97 * left, lithiumInMetalLayer: 0.23 * left }
  });
  const range = [
    braggSpacing(wavelength, Math.min(179, instrument.to + 1.5)),
    braggSpacing(wavelength, Math.max(0.5, instrument.from - 1.5))
  ] as const;
  return xRayReflections(crystal, energyOf(wavelength), range);
}

/** Counts that one electron² of m|F|² makes, so that (003) of the pristine oxide has its height. */
function scaleOf(instrument: OperandoInstrument): { scale: number; area: number } {
  const pristine = linesOf(instrument, { share: 1, ...pristineLattice() }, composition.Li);
  const basal = pristine.find(({ h, k, l }) => h === 0 && k === 0 && l === 3);
  if (!basal)
    throw new Error(
      `missing (003) line: ${instrument.from} to ${instrument.to}° do not hold it; the twin's counts are set by it: begin at lower angles`
    );
  const angle = braggAngle(instrument.lines[0].wavelength, basal.d);
  const height = pseudoVoigt(0, lineWidth(instrument.u, instrument.w, angle), instrument.eta);
  const area = instrument.peakCounts / height;
  return { area, scale: area / (basal.strength * lorentzPolarisation(angle)) };
}

function pristineLattice() {
  const { a, c } = layeredOxide().cell;
  return { a, c };
}

/** What is there without the sample [point]: scattering that falls with the angle, a hump of polymers, the cell's lines. */
export function cellPattern(instrument: OperandoInstrument, twoTheta: Float64Array): Float64Array {
  const { area } = scaleOf(instrument);
  const lines = instrument.cellLines.flatMap((line) =>
    instrument.lines.map(({ wavelength, weight }) => ({
      ...{
        centre: braggAngle(wavelength, line.d) + instrument.zeroShift,
        area: weight * line.strength * area
      },
      width: line.width
    }))
  );
  // the hump of liquid electrolyte at a spacing of 4 Å
  const hump = braggAngle(instrument.lines[0].wavelength, 4);
  return twoTheta.map((x) => {
    let sum =
      instrument.background *
      (1 + 0.8 * Math.exp(-x / 12) + 0.4 * Math.exp(-4 * Math.LN2 * ((x - hump) / 9) ** 2));
    for (const line of lines)
      if (Number.isFinite(line.centre)) {
        const width = Math.hypot(lineWidth(instrument.u, instrument.w, line.centre), line.width);
        sum += line.area * pseudoVoigt(x - line.centre, width, instrument.eta);
      }
    return sum;
  });
}

/** Expected counts, noiseless [pattern][point], and the axes. */
export function expectedOperando(
  sample: OperandoSample,
  instrument: OperandoInstrument,
  starts = patternStarts(instrument, sample.duration)
): OperandoRaw {
  const twoTheta = twoThetaAxis(instrument);
  const points = twoTheta.length;
  const own = patternTime(instrument);
  const still = cellPattern(instrument, twoTheta);
  const { scale } = scaleOf(instrument);
  const counts = new Float64Array(points * starts.length);
  starts.forEach((start, k) => {
    const row = counts.subarray(k * points, (k + 1) * points);
    row.set(still);
    const middle = start + own / 2;
    // the intensities change slowly: those of the pattern's middle serve for all of it
    const strengths = linesOf(instrument, sample.phasesAt(middle)[0], sample.lithiumAt(middle));
    const add = (phase: LatticePhase, weight: number, from: number, to: number) => {
      for (const { h, k: kk, l, strength } of strengths) {
        const d = 1 / Math.sqrt((4 * (h * h + h * kk + kk * kk)) / (3 * phase.a ** 2) + (l / phase.c) ** 2);
        for (const line of instrument.lines) {
          const centre = braggAngle(line.wavelength, d);
          const width = lineWidth(instrument.u, instrument.w, centre);
          const area = weight * phase.share * line.weight * scale * strength * lorentzPolarisation(centre);
          const shifted = centre + instrument.zeroShift;
          for (let i = from; i < to; ++i)
            row[i] += area * pseudoVoigt(twoTheta[i] - shifted, width, instrument.eta);
        }
      }
    };
    if (instrument.kind === "scan") {
      // the lattice stands still while a few points are passed: a fiftieth of a scan
      const block = Math.ceil(points / 50);
      for (let from = 0; from < points; from += block) {
        const to = Math.min(points, from + block);
        const moment = start + (own * (from + to - 1)) / 2 / (points - 1);
        for (const phase of sample.phasesAt(moment)) add(phase, 1, from, to);
      }
    } else
      for (let s = 0; s < instrument.subframes; ++s)
        for (const phase of sample.phasesAt(start + (own * (s + 0.5)) / instrument.subframes))
          add(phase, 1 / instrument.subframes, 0, points);
  });
  return {
    ...{ kind: instrument.kind, wavelength: instrument.lines[0].wavelength },
    ...{ twoTheta, starts, patternTime: own, counts },
    turns: sample.halfCycles.slice(0, -1).map(({ to }) => to)
  };
}

/** Counts as recorded. @param seed of the noise */
export function recordOperando(expected: OperandoRaw, seed: number): OperandoRaw {
  const uniform = random(seed);
  return { ...expected, counts: expected.counts.map((mean) => poisson(mean, uniform)) };
}

/** Patterns over the first charge and discharge. */
export const measureOperando = (
  sample: OperandoSample,
  instrument: OperandoInstrument,
  seed: number
): OperandoRaw => recordOperando(expectedOperando(sample, instrument), seed);
