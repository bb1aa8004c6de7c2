// One half-cycle at constant current: steps that follow the error, landing on each voltage that is asked for and on the
// cut-off to 1e-8 V, or ending where the surface is empty or full.

import { beyondCutOff, beyondWindow, cutOffReason, saturatedReason } from "../material/cut-off.js";
import { hour } from "../material/constants.js";
import type { Model } from "./model.js";
import { copyState, type ParticleState } from "./state.js";
import type { Stepper } from "./step.js";
import { surfaceContent, terminalVoltage, type Drive } from "./voltage.js";

export interface HalfCycleRequest {
  phase: "charge" | "discharge";
  /** C */
  rate: number;
  drive: Drive;
  /** V; states at these are recorded, in the order of the half-cycle */
  stops: readonly number[];
  /** largest error of a step, per formula unit */
  tolerance: number;
  /** V; largest change of the voltage in a step */
  voltageStep: number;
}

export interface Moment {
  /** s since the half-cycle began */
  time: number;
  voltage: number;
  state: ParticleState;
}

export interface HalfCycleEnd extends Moment {
  /** why it ended */
  reason: string;
  /** moments at the stops that were reached */
  stops: Map<number, Moment>;
  steps: number;
}

const mostSteps = 50_000;
const landing = 1e-8;
/** V beyond a stop that is no landing on it */
const jumped = 1e-5;

/**
 * @param from state at its start; it is not changed
 * @param record each accepted step
 * @throws where steps become too short, which a rate far beyond the particle's diffusion makes
 */
export function runHalfCycle(
  model: Model,
  stepper: Stepper,
  request: HalfCycleRequest,
  from: ParticleState,
  record: (moment: Moment) => void
): HalfCycleEnd {
  const { phase, rate, drive, tolerance, voltageStep } = request;
  const { parameters: p } = model;
  const sign = phase === "charge" ? 1 : -1;
  const longest = hour / rate / 60;
  const voltageOf = (state: ParticleState) => terminalVoltage(model, state, drive);
  const limits = [
    {
      beyond: (state: ParticleState) => beyondCutOff(phase, p, voltageOf(state)),
      reason: () => cutOffReason(phase, p)
    },
    {
      beyond: (state: ParticleState) => beyondWindow(phase, surfaceContent(model, state, drive.flux)),
      reason: () => saturatedReason(phase)
    }
  ];
  const stops = new Map<number, Moment>();
  const waiting = [...request.stops];
  const current = copyState(from);
  let time = 0;
  let voltage = voltageOf(current);
  let length = longest * 1e-4;
  let steps = 0;
  let tried = 0;
  const note = () => {
    const moment = { time, voltage, state: copyState(current) };
    record(moment);
    return moment;
  };
  note();
  for (;;) {
    const met = limits.find(({ beyond }) => beyond(current) > -landing);
    while (waiting.length > 0 && sign * (voltage - waiting[0]) > -landing) {
      // one that the current has jumped past as it was switched on was never reached
      if (sign * (voltage - waiting[0]) < jumped)
        stops.set(waiting[0], { time, voltage, state: copyState(current) });
      waiting.shift();
    }
    if (met) return { time, voltage, state: current, reason: met.reason(), stops, steps };
    if (++tried > mostSteps)
      throw new Error(
        `unsupported rate: ${rate} C; the ${phase} takes more than ${mostSteps} steps: lower the rate or the particle radius, or allow larger steps`
      );
    const { state, error } = stepper.step(current, length, drive);
    const next = voltageOf(state);
    // how far a state is beyond the nearest of the limits and of the next stop
    const beyond = (of: ParticleState): number => {
      const most = limits.reduce((worst, limit) => Math.max(worst, limit.beyond(of)), -Infinity);
      return waiting.length > 0 ? Math.max(most, sign * (voltageOf(of) - waiting[0])) : most;
    };
    const over = beyond(state);
    const moved = Math.abs(next - voltage);
    const rough = !(error <= tolerance) || (moved > voltageStep && !(over > 0)) || !Number.isFinite(next);
    if (rough && length > longest * 1e-10) {
      const byError = Number.isFinite(error) && error > tolerance ? 0.9 * Math.sqrt(tolerance / error) : 0.5;
      length *= Math.min(0.7, Math.max(0.1, byError));
      continue;
    }
    if (over > landing) {
      let [low, high, below, above] = [0, length, beyond(current), over];
      for (let k = 0; k < 100 && high - low > 1e-13 * length; ++k) {
        const t = k % 3 === 2 ? 0.5 : Math.min(0.999, Math.max(0.001, below / (below - above)));
        const middle = low + t * (high - low);
        // the stepper steps into the same state
        stepper.step(current, middle, drive);
        length = middle;
        const value = beyond(state);
        if (Math.abs(value) <= landing / 2) break;
        if (value > 0) [high, above] = [middle, value];
        else [low, below] = [middle, value];
      }
    }
    ++steps;
    time += length;
    current.values.set(state.values);
    voltage = voltageOf(current);
    note();
    const grow = 0.9 * Math.sqrt(tolerance / Math.max(error, 1e-14));
    const gently = moved > 0.6 * voltageStep ? 1 : 2;
    length = Math.min(longest, length * Math.min(gently, Math.max(0.3, grow)));
  }
}
