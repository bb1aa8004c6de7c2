// A particle from pristine through cycles at one rate: the model of both pathways. See step.ts and reactions.ts for the
// equations, parameters.ts for the constants. Charge first; each half-cycle runs to its cut-off.

import { capacityPerLithium } from "../material/composition.js";
import { hour } from "../material/constants.js";
import type { AgedSample } from "../particle/aged-sample.js";
import type { TaskOptions } from "../task.js";
import { activationAt } from "./equilibrium.js";
import { meanOf } from "./grid.js";
import { agedPlace, chargedPlace, dischargedPlace, pristine } from "./places.js";
import { contents, profileOf, type Profile } from "./profile.js";
import { runHalfCycle, type Moment } from "./half-cycle.js";
import { mechanisms, type Mechanism } from "./mechanisms.js";
import { modelOf, pristineState, type Model } from "./model.js";
import { checkPathwayParameters, pristineLithium, type PathwayParameters } from "./parameters.js";
import { sampleOf, type SamplePlace } from "./sample-of.js";
import { totalOf, type ParticleState } from "./state.js";
import { stepperOf } from "./step.js";
import { hoopRange } from "./stress.js";
import { driveOf, surfaceContent, type Drive } from "./voltage.js";

export interface AgedOptions {
  /** C */
  rate: number;
  /** default 20 */
  cycles?: number;
  /** default 40 */
  shells?: number;
  /** largest error of a step, per formula unit; default 2e-5 */
  tolerance?: number;
  /** V; largest change of the voltage in a step; default 0.03 */
  voltageStep?: number;
  off?: readonly Mechanism[];
}

/** One row a recorded moment. */
export interface HistoryRow {
  cycle: number;
  phase: "charge" | "discharge";
  /** s since the very beginning */
  time: number;
  /** mAh/g passed in the half-cycle */
  capacity: number;
  voltage: number;
  lithium: number;
  released: number;
  distorted: number;
  layer: number;
  cracks: number;
  /** Pa, largest hoop stress at this moment */
  hoop: number;
}

/** What of a cycle is compared with another. */
export interface CycleRow {
  cycle: number;
  chargeCapacity: number;
  dischargeCapacity: number;
  /** V, mean over the discharge's charge */
  meanVoltage: number;
  /** mAh/g that each element carries in the discharge */
  carried: Record<"O" | "Mn" | "Co" | "Ni", number>;
}

export interface AgedResult {
  samples: AgedSample[];
  /** voltages that a charge did not reach, with why */
  missing: { id: string; reason: string }[];
  history: HistoryRow[];
  profiles: Profile[];
  cycles: CycleRow[];
  /** largest |Δ| per formula unit between what is in the particle and what has crossed its surface */
  ledger: { lithium: number; oxygen: number };
  steps: number;
  /** why it stopped early; null where all cycles were run */
  stopped: string | null;
}

/** V; states of the first charge that are sampled */
export const sampledVoltages = [4.4, 4.6, 4.8] as const;

/**
 * @returns samples in the order of their states: the pristine one, the first charge at 4.4, 4.6 and 4.8 V, discharged, and the
 * last cycle charged and discharged (where more than one cycle is run)
 * @throws one sentence where an input is invalid; the signal's reason where stopped
 */
export function agedParticle(
  parameters: PathwayParameters,
  options: AgedOptions,
  { signal, onProgress }: TaskOptions = {}
): AgedResult {
  checkPathwayParameters(parameters);
  const { rate, cycles = 20, shells = 40, tolerance = 2e-5, voltageStep = 0.03, off = [] } = options;
  if (!(rate > 0 && Number.isFinite(rate))) throw new Error(`invalid rate: ${rate} C; must be positive`);
  if (!(Number.isInteger(cycles) && cycles >= 1 && cycles <= 1000))
    throw new Error(`invalid number of cycles: ${cycles}; must be a whole number from 1 to 1000`);
  if (!(tolerance > 0 && tolerance <= 1e-2))
    throw new Error(`invalid tolerance: ${tolerance}; must be above 0 and at most 0.01`);
  const unknown = off.find((name) => !mechanisms.includes(name));
  if (unknown !== undefined)
    throw new Error(`unknown mechanism: ${unknown}; must be one of ${mechanisms.join(", ")}`);

  const model = modelOf(parameters, shells, off);
  const stepper = stepperOf(model);
  const speed = parameters.capacity / capacityPerLithium() / hour;
  const perLithium = capacityPerLithium();
  const result: AgedResult = {
    ...{ samples: [], missing: [], history: [], profiles: [], cycles: [], steps: 0, stopped: null },
    ledger: { lithium: 0, oxygen: 0 }
  };
  let state = pristineState(model);
  let clock = 0;
  let activation = 0;
  take(state, null, pristine, 0, 0);

  for (let cycle = 1; cycle <= cycles; ++cycle) {
    let charge: { state: ParticleState; capacity: number } | null = null;
    for (const phase of ["charge", "discharge"] as const) {
      signal?.throwIfAborted();
      onProgress?.(
        (2 * (cycle - 1) + (phase === "charge" ? 0 : 1)) / (2 * cycles),
        `cycle ${cycle}, ${phase}`
      );
      const drive = driveOf(model, rate, phase === "charge", speed, activation);
      const stops = phase === "charge" && cycle === 1 ? sampledVoltages : [];
      const begun = totalOf(state, "passed");
      const passed = (of: ParticleState) => (totalOf(of, "passed") - begun) * perLithium;
      const rows: HistoryRow[] = [];
      const request = { phase, rate, drive, stops, tolerance, voltageStep };
      const end = runHalfCycle(model, stepper, request, state, (moment) => rows.push(row(moment)));
      result.history.push(...rows);
      result.steps += end.steps;
      const hoopUntil = (time: number) =>
        rows.reduce((most, r) => (r.time - clock <= time ? Math.max(most, r.hoop) : most), 0);
      const sample = (moment: Moment, place: SamplePlace) =>
        take(moment.state, drive, place, passed(moment.state), hoopUntil(moment.time));
      if (phase === "charge" && cycle === 1)
        for (const voltage of sampledVoltages) {
          const place = chargedPlace(rate, voltage);
          const moment = end.stops.get(voltage);
          if (moment) sample(moment, place);
          else {
            const past = rows[0].voltage > voltage;
            const reason = past ? "the voltage is above it as soon as the current is on" : end.reason;
            result.missing.push({ id: place.id, reason });
          }
        }
      const aged = cycle === cycles && cycles > 1;
      if (phase === "discharge" && cycle === 1) sample(end, dischargedPlace(rate));
      if (aged) sample(end, agedPlace(rate, cycles, phase));
      if (phase === "charge") charge = { state: end.state, capacity: passed(end.state) };
      else if (charge) result.cycles.push(cycleRow(cycle, rows, charge, end.state));
      state = end.state;
      if (phase === "charge")
        activation = Math.max(activation, activationAt(pristineLithium + totalOf(state, "entered")));
      clock += end.time;
      check(state);
      if (end.steps === 0) {
        result.stopped = `the ${phase} of cycle ${cycle} cannot begin: ${end.reason}`;
        return result;
      }

      function row({ time, voltage, state: at }: Moment): HistoryRow {
        const y = contents(at);
        const { most } = hoopRange(model.shells, y, surfaceContent(model, at, drive.flux), model.elastic);
        return {
          ...{ cycle, phase, time: clock + time, capacity: passed(at), voltage },
          lithium: pristineLithium + totalOf(at, "entered"),
          released: totalOf(at, "released"),
          distorted: meanOf(model.shells, at.field.reversible) + meanOf(model.shells, at.field.permanent),
          layer: totalOf(at, "layer"),
          cracks: totalOf(at, "cracks"),
          hoop: most
        };
      }
    }
  }
  onProgress?.(1, "done");
  return result;

  function take(of: ParticleState, drive: Drive | null, place: SamplePlace, capacity: number, hoop: number) {
    result.samples.push(sampleOf(model, of, drive, place, { capacity, hoop }));
    result.profiles.push(profileOf(model, of, place.id));
  }

  function check(of: ParticleState): void {
    const inside = lithiumIn(model, of);
    const lithium = Math.abs(inside - pristineLithium - totalOf(of, "entered"));
    const { vacancies, voids } = of.field;
    const gone = meanOf(model.shells, vacancies) + meanOf(model.shells, voids);
    result.ledger.lithium = Math.max(result.ledger.lithium, lithium);
    result.ledger.oxygen = Math.max(result.ledger.oxygen, Math.abs(gone - totalOf(of, "released")));
  }

  function cycleRow(
    cycle: number,
    rows: readonly HistoryRow[],
    charge: { state: ParticleState; capacity: number },
    discharged: ParticleState
  ): CycleRow {
    const own = rows.filter(({ phase }) => phase === "discharge");
    let energy = 0;
    for (let i = 1; i < own.length; ++i)
      energy += 0.5 * (own[i].voltage + own[i - 1].voltage) * (own[i].capacity - own[i - 1].capacity);
    const dischargeCapacity = own[own.length - 1].capacity;
    const before = meanValences(charge.state);
    const after = meanValences(discharged);
    const carried = (element: "O" | "Mn" | "Co" | "Ni", atoms: number) =>
      (before[element] - after[element]) * atoms * perLithium;
    return {
      cycle,
      chargeCapacity: charge.capacity,
      dischargeCapacity,
      meanVoltage: dischargeCapacity > 0 ? energy / dischargeCapacity : 0,
      carried: {
        O: carried("O", 2),
        Mn: carried("Mn", 0.56),
        Co: carried("Co", 0.08),
        Ni: carried("Ni", 0.16)
      }
    };
  }

  function meanValences(of: ParticleState) {
    const place = { id: "", label: "", rate, voltage: null, phase: "charge", cycles: 0 } as const;
    const { valences } = sampleOf(model, of, null, place, { capacity: 0, hoop: 0 });
    return {
      O: valences.O.mean,
      Mn: valences.Mn.mean,
      Co: valences.Co.mean,
      Ni: valences.Ni.mean
    };
  }
}

/** Lithium per formula unit that is in the particle, in all its places. */
export function lithiumIn({ shells }: Model, { field }: ParticleState): number {
  const { regular, distortedLithium, trappedByVacancies, trappedByDistortion } = field;
  return [regular, distortedLithium, trappedByVacancies, trappedByDistortion].reduce(
    (sum, values) => sum + meanOf(shells, values),
    0
  );
}
