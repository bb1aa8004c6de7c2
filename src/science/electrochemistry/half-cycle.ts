// One half-cycle at constant current, in steps that follow the voltage, up to the cut-off of its direction or a surface that
// is full or empty. The step at which a limit is passed is repeated with other lengths until the limit is met to 1e-9 V.

import {
  beyondCutOff,
  beyondWindow,
  cutOffReason,
  saturatedReason,
  type CutOffs
} from "../material/cut-off.js";
import type { CellLosses } from "../material/half-cell.js";
import { cellVoltage } from "../material/half-cell.js";
import type { Branch } from "../material/open-circuit.js";
import {
  copyState,
  uniformState,
  type ParticlesModel,
  type ParticlesState,
  type ParticleStepper
} from "./particles.js";

export interface HalfCycleSettings {
  phase: Branch;
  /** J of Σ w_k j_k: lithium per formula unit and second that enters the mean */
  speed: number;
  losses: CellLosses;
  cutOffs: CutOffs;
  /** s after which it ends in any case; Infinity where only a limit ends it */
  duration: number;
  /** s; the longest step */
  longest: number;
  /** largest error of a step in the surface's lithium */
  tolerance: number;
  /** V; largest change of the voltage in a step */
  voltageStep: number;
}

export interface HalfCycleEnd {
  /** s since the half-cycle began */
  time: number;
  /** why it ended early or late; null where its duration was over */
  reason: string | null;
  /** no solution of the kinetics: the last good state is kept */
  failed: boolean;
  steps: number;
}

const shortestShare = 1e-9;
/** steps that are tried; a half-cycle takes some hundreds */
const mostSteps = 20_000;

/**
 * Runs from `state`, which is left at the end.
 * @param record called with the time since the start and the state: at the start, after each step, at the end
 */
export function runHalfCycle(
  model: ParticlesModel,
  stepper: ParticleStepper,
  s: HalfCycleSettings,
  state: ParticlesState,
  record: (time: number, state: ParticlesState) => void
): HalfCycleEnd {
  const { phase, cutOffs, speed, longest, tolerance } = s;
  const count = model.radius.length;
  const voltage = (of: ParticlesState) => cellVoltage(of.potential, s.losses);
  const limits: { beyond: (of: ParticlesState) => number; reason: () => string }[] = [
    { beyond: (of) => beyondCutOff(phase, cutOffs, voltage(of)), reason: () => cutOffReason(phase, cutOffs) },
    {
      beyond: (of) => of.surface.reduce((most, x) => Math.max(most, beyondWindow(phase, x)), -Infinity),
      reason: () => saturatedReason(phase)
    }
  ];
  const next = uniformState(model, 0, 0);
  const guess = new Float64Array(count);
  const previous = new Float64Array(count);
  let steps = 0;
  let tried = 0;

  guess.set(state.flux);
  if (!stepper.step(state, 0, speed, guess, next))
    return { time: 0, reason: unsolved(phase, 0), failed: true, steps };
  copyState(next, state);
  record(0, state);
  const met = limits.find(({ beyond }) => beyond(state) > 0);
  if (met) return { time: 0, reason: met.reason(), failed: false, steps };

  let time = 0;
  /** length of the step that led to `state`; 0 where it says nothing of the slope of the fluxes */
  let before = 0;
  // after a jump of the current two damped steps; later one where a step is rough
  let damped = 2;
  // lengths are the longest one halved some times, so that their factors are kept
  let halvings = 12;
  const lengthOf = (h: number) => longest * 2 ** -h;
  for (;;) {
    if (++tried > mostSteps) return { time, reason: tooManySteps(phase, time), failed: true, steps };
    let length = lengthOf(halvings);
    const left = s.duration - time;
    const last = length >= left * (1 - 1e-12);
    if (last) length = left;
    for (let k = 0; k < count; ++k)
      guess[k] = state.flux[k] + (before > 0 ? ((state.flux[k] - previous[k]) * length) / before : 0);
    const solved = stepper.step(state, length, speed, guess, next, damped > 0);
    // the flux against its extrapolation, or against that of the step's start where it is held: what is left out of the surface
    let error = 0;
    if (before > 0 || damped > 0)
      for (let k = 0; k < count; ++k) {
        const from = damped > 0 ? state.flux[k] : guess[k];
        error = Math.max(error, (0.5 * length * Math.abs(next.flux[k] - from)) / model.radius[k]);
      }
    const moved = Math.abs(voltage(next) - voltage(state));
    const limit = solved ? limits.find(({ beyond }) => beyond(next) > 0) : undefined;
    const rough = !solved || error > tolerance || (moved > s.voltageStep && !limit);
    if (rough && length > longest * shortestShare) {
      if (solved && error > tolerance && damped === 0) {
        damped = 1;
        continue;
      }
      // a step cut by the end is longer than the ladder's next one where it fails
      do ++halvings;
      while (lengthOf(halvings) >= length);
      if (damped === 1 && before > 0) damped = 0;
      continue;
    }
    if (!solved) return { time, reason: unsolved(phase, time), failed: true, steps };
    ++steps;
    if (limit) {
      const at = meet(limit.beyond, length, damped > 0);
      time += at;
      copyState(next, state);
      record(time, state);
      return { time, reason: limit.reason(), failed: false, steps };
    }
    previous.set(state.flux);
    copyState(next, state);
    time = last ? s.duration : time + length;
    before = damped > 0 ? 0 : length;
    damped = Math.max(0, damped - 1);
    record(time, state);
    if (last) return { time, reason: null, failed: false, steps };
    if (halvings > 0 && error < tolerance / 8 && moved < s.voltageStep / 3) --halvings;
  }

  /** The earliest length of the step at which any limit is met; `next` is left there. */
  function meet(first: (of: ParticlesState) => number, length: number, held: boolean): number {
    const worst = (at: number): number => {
      stepper.step(state, at, speed, guess, next, held);
      return limits.reduce((most, { beyond }) => Math.max(most, beyond(next)), -Infinity);
    };
    let [low, high] = [0, length];
    let [below, above] = [
      limits.reduce((most, { beyond }) => Math.max(most, beyond(state)), -Infinity),
      first(next)
    ];
    for (let k = 0; k < 80; ++k) {
      // regula falsi, with a bisection every third time so that both ends close in
      const t = k % 3 === 2 ? 0.5 : Math.min(0.999, Math.max(0.001, below / (below - above)));
      const middle = low + t * (high - low);
      const value = worst(middle);
      if (Math.abs(value) <= 1e-10 || high - low <= 1e-14 * length) return middle;
      if (value > 0) [high, above] = [middle, value];
      else [low, below] = [middle, value];
    }
    worst(low);
    return low;
  }
}

const tooManySteps = (phase: Branch, time: number) =>
  `the steps became too short ${time.toPrecision(4)} s after the start of the ${phase} (${mostSteps} were tried); the state before it is kept: change the inputs a little, or allow larger steps`;
const unsolved = (phase: Branch, time: number) =>
  `the surface kinetics have no solution ${time.toPrecision(4)} s after the start of the ${phase}; the state before it is kept`;
