// A half-cell in half-cycles at constant current: particles of one or several sizes with one φ, Butler–Volmer on each, lithium
// metal, the separator's drop; cycles in which the oxygen redox fades. From the pristine cathode, charge first.

import { diffusivity } from "../material/diffusivity.js";
import { faraday, hour } from "../material/constants.js";
import { capacityPerLithium, formulaUnitConcentration } from "../material/composition.js";
import { endsAtOnce } from "../material/cut-off.js";
import { cellLosses } from "../material/half-cell.js";
import type { Branch } from "../material/open-circuit.js";
import type { TaskOptions } from "../task.js";
import { branchOn, chargedEnd, equilibriumOf, firstLoop, plateauLithium, type Loop } from "./equilibrium.js";
import { agedLoop, defaultFadeParameters, fadeRatesAt, type FadeParameters } from "./fade.js";
import { runHalfCycle } from "./half-cycle.js";
import { checkHalfCellParameters, pristineLithium, type HalfCellParameters } from "./parameters.js";
import { particleSizes, type ParticleSizes } from "./particle-sizes.js";
import { particleStepper, uniformState, type ParticlesModel } from "./particles.js";
import { curveRecorder, type HalfCycleCurve } from "./curve.js";
import { modesFor, sphereModes } from "./sphere-modes.js";

export interface HalfCycleRequest {
  phase: Branch;
  /** C; that of the parameters where it is not given */
  rate?: number;
  /** mAh/g after which it ends if no limit has ended it; by a limit only where it is not given */
  until?: number;
}

export interface SimulateOptions extends TaskOptions {
  /** default: one charge and one discharge */
  programme?: readonly HalfCycleRequest[];
  /** ageing between cycles; none where null */
  fade?: FadeParameters | null;
  /** radii of a distribution of sizes */
  sizes?: number;
  /** largest error of a step in the surface's lithium (default 1e-5), and largest change of the voltage in it, V (0.02) */
  tolerance?: number;
  voltageStep?: number;
}

export interface HalfCellResult {
  parameters: HalfCellParameters;
  sizes: ParticleSizes;
  halfCycles: HalfCycleCurve[];
  /** largest |Δx̄ − ∫I dt| of a half-cycle over the change itself */
  chargeBalance: number;
  /** number of modes of the sphere */
  modes: number;
}

/** A charge and a discharge, a number of times. */
export function cyclesOf(count: number): HalfCycleRequest[] {
  return Array.from({ length: 2 * count }, (_, k) => ({ phase: k % 2 === 0 ? "charge" : "discharge" }));
}

/**
 * Runs the programme from the pristine particle. Each charge begins a cycle; ageing counts the charges before it.
 * @returns every half-cycle with the reason why it ended; one that could not begin has a single row
 * @throws one sentence where an input is invalid or the first half-cycle cannot begin; the signal's reason where stopped
 */
export function simulateHalfCell(
  parameters: HalfCellParameters,
  options: SimulateOptions = {}
): HalfCellResult {
  checkHalfCellParameters(parameters);
  const p = parameters;
  const programme = options.programme ?? cyclesOf(1);
  for (const { rate, until } of programme) {
    if (rate !== undefined && !(rate > 0 && Number.isFinite(rate)))
      throw new Error(`invalid rate: ${rate} C; must be positive`);
    if (until !== undefined && !(until > 0))
      throw new Error(`invalid capacity to end at: ${until} mAh/g; must be positive`);
  }
  const fade = options.fade ?? null;
  const sizes = particleSizes(p.particleRadius, p.sizeSpread, options.sizes);
  const D = diffusivity(p.temperature, p.diffusivity);
  const fastest = programme.reduce((most, { rate = p.rate }) => Math.max(most, rate), 0);
  const largest = sizes.radius[sizes.radius.length - 1];
  const modes = sphereModes(modesFor((1e-4 * hour) / fastest, (largest * largest) / D));
  const formulaUnits = formulaUnitConcentration(p.density);
  const model: ParticlesModel = {
    ...sizes,
    diffusivity: D,
    modes,
    hysteresisLithium: p.hysteresisLithium,
    current: {
      count: sizes.radius.length,
      // dx̄/dt = Σ share · 3 j/R
      weight: sizes.share.map((share, k) => (3 * share) / sizes.radius[k]),
      currentPerFlux: -faraday * formulaUnits,
      kinetics: {
        exchangeCurrent: p.exchangeCurrent,
        anodicTransfer: p.anodicTransfer,
        cathodicTransfer: p.cathodicTransfer
      },
      temperature: p.temperature,
      filmResistance: p.filmResistance
    }
  };
  const state = uniformState(model, pristineLithium, 1);
  const first = firstLoop();
  const plateau = plateauLithium(first);
  let loop: Loop = first;
  let equilibrium = equilibriumOf(loop, p.trappedLithium);
  let charges = 0;
  let time = 0;
  let chargeBalance = 0;
  const halfCycles: HalfCycleCurve[] = [];
  for (const [index, { phase, rate = p.rate, until }] of programme.entries()) {
    options.signal?.throwIfAborted();
    options.onProgress?.(index / programme.length, `cycle ${Math.max(1, charges)}`);
    if (phase === "charge") {
      const begun = charges++;
      if (begun > 0) {
        const rates = fadeRatesAt(rate, fade ?? defaultFadeParameters());
        loop = agedLoop(fade ? 1 - (1 - rates.loss) ** begun : 0, fade ?? defaultFadeParameters());
        const next = equilibriumOf(loop, p.trappedLithium);
        state.memory.forEach((memory, k) => {
          memory.branch = branchOn(next, equilibrium, state.mean[k], memory);
        });
        equilibrium = next;
        if (fade)
          model.current.kinetics.exchangeCurrent = p.exchangeCurrent * Math.exp(-rates.impedance * begun);
      }
    }
    const direction = phase === "discharge" ? 1 : -1;
    // lithium per formula unit and second
    const speed = (direction * (rate / hour) * p.capacity) / capacityPerLithium();
    const losses = cellLosses(p, -direction * rate * p.capacity);
    const before = meanOf(state.mean, sizes.share);
    const curve = curveRecorder({
      model,
      equilibrium,
      losses,
      phase,
      rate,
      speed,
      cycle: Math.max(1, charges),
      start: time
    });
    const settings = {
      phase,
      speed,
      losses,
      cutOffs: p,
      duration: until === undefined ? Infinity : (until / (rate * p.capacity)) * hour,
      longest: hour / rate / 128,
      tolerance: options.tolerance ?? 1e-5,
      voltageStep: options.voltageStep ?? 0.02
    };
    const end = runHalfCycle(model, particleStepper(model, equilibrium), settings, state, curve.record);
    if (index === 0 && end.time < 0.01 * (hour / rate) && end.reason !== null && !end.failed)
      throw new Error(endsAtOnce(rate, phase, end.reason));
    time += end.time;
    if (loop.first && phase === "charge")
      state.memory.forEach((memory, k) => {
        const share = (plateau - state.mean[k]) / (plateau - chargedEnd);
        memory.activation = Math.max(memory.activation, Math.min(1, Math.max(0, share)));
      });
    const change = meanOf(state.mean, sizes.share) - before;
    if (end.time > 0) chargeBalance = Math.max(chargeBalance, Math.abs(change / (speed * end.time) - 1));
    halfCycles.push(curve.result(end));
    if (end.failed) break;
  }
  options.onProgress?.(1, "done");
  return { parameters, sizes, halfCycles, chargeBalance, modes: modes.roots.length };
}

const meanOf = (values: Float64Array, share: Float64Array): number =>
  values.reduce((sum, v, k) => sum + v * share[k], 0);
