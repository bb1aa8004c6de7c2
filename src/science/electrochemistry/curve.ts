// Collects the voltage of a half-cycle and what it is made of:
//   V = E_eq(x̄) + [E_eq(surface) − E_eq(x̄)] + η + I L/κ_eff − η_Li,
// diffusion in square brackets, η the mean over the sizes by their current. With several sizes the brackets also hold what
// comes of their unlike lithium: E_eq(x̄) is that of the mean lithium.

import { capacityPerLithium } from "../material/composition.js";
import { cellVoltage, type CellLosses } from "../material/half-cell.js";
import { overpotential } from "../material/kinetics.js";
import type { Branch } from "../material/open-circuit.js";
import type { Equilibrium } from "./equilibrium.js";
import type { HalfCycleEnd } from "./half-cycle.js";
import type { ParticlesModel, ParticlesState } from "./particles.js";

/** One number a row; V unless it says otherwise. */
export interface CurveColumns {
  /** s since the start of the programme */
  time: Float64Array;
  /** mAh/g passed in this half-cycle */
  capacity: Float64Array;
  /** mean lithium per formula unit */
  lithium: Float64Array;
  voltage: Float64Array;
  /** E_eq at the mean lithium, on its way between the branches */
  equilibrium: Float64Array;
  diffusion: Float64Array;
  kinetic: Float64Array;
  ohmic: Float64Array;
  /** −η_Li: what the lithium metal adds */
  counter: Float64Array;
}

export interface HalfCycleCurve extends CurveColumns {
  /** from 1 */
  cycle: number;
  phase: Branch;
  /** C */
  rate: number;
  /** A/kg of active mass, anodic positive */
  specificCurrent: number;
  reason: string | null;
  failed: boolean;
  steps: number;
  /** current density on each size's surface over that of all sizes together, at the last row */
  currentShares: Float64Array;
  /** mean lithium of each size at the last row */
  sizeLithium: Float64Array;
}

export interface CurveRecorderInput {
  model: ParticlesModel;
  equilibrium: Equilibrium;
  losses: CellLosses;
  phase: Branch;
  rate: number;
  /** dx̄/dt */
  speed: number;
  cycle: number;
  /** s */
  start: number;
}

const names = "time capacity lithium voltage equilibrium diffusion kinetic ohmic counter".split(
  " "
) as (keyof CurveColumns)[];

export function curveRecorder(o: CurveRecorderInput) {
  const { model, equilibrium, losses, speed } = o;
  const { share, current } = model;
  const rows = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    keyof CurveColumns,
    number[]
  >;
  let currentShares = new Float64Array(0);
  let sizeLithium = new Float64Array(0);
  const record = (time: number, state: ParticlesState) => {
    let [mean, branch, activation, kinetic, film, total, area] = [0, 0, 0, 0, 0, 0, 0];
    for (let k = 0; k < share.length; ++k) {
      mean += share[k] * state.mean[k];
      branch += share[k] * state.memory[k].branch;
      activation += share[k] * state.memory[k].activation;
      const carried = current.weight[k] * state.flux[k];
      kinetic +=
        carried *
        overpotential(current.kinetics, current.currentPerFlux * state.flux[k], current.temperature);
      film += carried * current.currentPerFlux * state.flux[k] * current.filmResistance;
      total += carried;
      area += current.weight[k];
    }
    kinetic /= total;
    film /= total;
    const E = equilibrium.at(mean, { branch, activation }).value;
    rows.time.push(o.start + time);
    rows.capacity.push(Math.abs(speed) * time * capacityPerLithium());
    rows.lithium.push(mean);
    rows.voltage.push(cellVoltage(state.potential, losses));
    rows.equilibrium.push(E);
    rows.diffusion.push(state.potential - kinetic - film - E);
    rows.kinetic.push(kinetic);
    rows.ohmic.push(losses.ohmicDrop + film);
    rows.counter.push(-losses.counterOverpotential);
    currentShares = state.flux.map((j) => (j * area) / total);
    sizeLithium = Float64Array.from(state.mean);
  };
  const result = ({ reason, failed, steps }: HalfCycleEnd): HalfCycleCurve => {
    const columns = Object.fromEntries(
      names.map((name) => [name, Float64Array.from(rows[name])])
    ) as unknown as CurveColumns;
    const { cycle, phase, rate } = o;
    // in A/kg: mAh/g an hour
    const specificCurrent = -speed * capacityPerLithium() * 3600;
    return {
      ...columns,
      cycle,
      phase,
      rate,
      specificCurrent,
      reason,
      failed,
      steps,
      currentShares,
      sizeLithium
    };
  };
  return { record, result };
}
