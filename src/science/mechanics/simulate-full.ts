// The full model on the mesh of the stress model: diffusion with Butler–Volmer on the outer surface at an imposed current
// (galvanostatic-kinetics.ts), a lithium-metal half-cell around it (material/half-cell.ts), volume from a table, small strains.
// The strain is measured from the uniform state that the run starts from: there the particle is whole, free of stress and
// has the shape of the mesh. Another reference would change all strains by about a third of ΔV/V0 of themselves.

import { capacityPerLithium, composition, formulaUnitConcentration } from "../material/composition.js";
import { faraday, hour } from "../material/constants.js";
import { diffusivity } from "../material/diffusivity.js";
import { endsAtOnce } from "../material/cut-off.js";
import { cellLosses } from "../material/half-cell.js";
import { openCircuit, type Branch } from "../material/open-circuit.js";
import {
  swellingStrain,
  volumeChangeOf,
  type BeyondTable,
  type UserVolumeTable,
  type VolumeChange,
  type VolumeTableName
} from "../material/volume-change-tables.js";
import type { Curve } from "../numerics/pchip.js";
import { checkGeometry, outerArea, solidVolume } from "../particle/geometry.js";
import { surfaceKinetics } from "./butler-volmer.js";
import { stepper } from "./esdirk.js";
import { firstEvent, testMet } from "./events.js";
import { endsRun, finiteFrameRecorder } from "./finite-frames.js";
import { frameRecorder } from "./frames.js";
import { checkFullParameters, type FullParameters } from "./full-parameters.js";
import type { FullResult, KineticFailure } from "./full-result.js";
import { voltageRecorder } from "./full-record.js";
import { geometryOf } from "./geometry-of.js";
import { kineticProblem } from "./galvanostatic-kinetics.js";
import { halfCycleLimits } from "./half-cycle-limits.js";
import { chargedLithium } from "./parameters.js";
import { lineOf, runModel, runScales, runSettings, type SimulateOptions } from "./prepare-run.js";
import { endOf, framesBetween, type HalfCycle } from "./programme.js";
import type { Stop } from "./result.js";
import { halfSpaceDepth, saturatesAtOnce } from "./saturation.js";
import { stressCoupling } from "./stress-coupling.js";
import { meanOver } from "./transport.js";

export type * from "./full-result.js";

export interface FullOptions extends SimulateOptions {
  /** ΔV/V0 against lithium (default "linear") */
  volume?: VolumeTableName | UserVolumeTable;
  /** whether a run may leave the table (default: it is refused, or ends there) */
  beyondTable?: BeyondTable;
  /** E_eq against lithium of each direction (default: the calibrated branches of open-circuit.ts) */
  equilibrium?: Record<Branch, Curve>;
  /** lithium pulled by gradients of hydrostatic stress (default off, as in the study) */
  stressDriven?: boolean;
}

/** Discharge and charge in turns, from the charged particle. */
export function cycles(count: number): HalfCycle[] {
  return Array.from({ length: 2 * count }, (_, k) => ({ phase: k % 2 === 0 ? "discharge" : "charge" }));
}

/**
 * Runs the programme. A half-cycle ends at its depth of discharge, at the cut-off of its direction, where the surface is
 * full or empty, or where the volume table ends, whichever comes first; all but the first are listed in `stops`.
 * @returns also where the surface kinetics found no solution: the frames up to there, `stopped` and `failure`
 * @throws one sentence where an input is invalid or the first half-cycle cannot begin; the signal's reason where stopped
 */
export async function simulateFull(
  parameters: FullParameters,
  options: FullOptions = {}
): Promise<FullResult> {
  checkFullParameters(parameters);
  const { frames, tolerance, programme, strain, pause } = runSettings(options);
  const p = parameters;
  const charged = chargedLithium(p);
  const discharged = p.dischargedLithium;
  const volume = volumeChangeOf(
    options.volume ?? "linear",
    { charged, discharged, volumeChange: p.volumeChange },
    options.beyondTable
  );
  const geometry = geometryOf(p);
  checkGeometry(geometry);
  checkStart();
  const model = await runModel(geometry, p.poissonRatio, options, pause);
  const { mesh, transport, unitMesh } = model;
  const { surfaceNodes } = transport;

  const scales = runScales(p, model, programme);
  const { depthPerLithium, depthOf, speedAt, diffusionTime, largestSpread } = scales;
  const formulaUnits = formulaUnitConcentration(p.density);
  // A/m² over the particle's surface that make 1 Li/s of its mean
  const currentPerSpeed = (faraday * formulaUnits * transport.volume * model.length) / transport.area;

  let depth = programme[0].phase === "discharge" ? 0 : 1;
  const reference = charged + depth / depthPerLithium;
  const swelling = swellingStrain(volume, reference);
  const surface = surfaceKinetics(
    Float64Array.from(surfaceNodes, (node) => transport.surface[node]),
    p,
    p.temperature
  );
  const branches = options.equilibrium ?? {
    charge: openCircuit("charge", charged, discharged),
    discharge: openCircuit("discharge", charged, discharged)
  };
  const settings = {
    diffusivity: scales.diffusivity / model.length ** 2,
    fluxPerCurrent: -1 / (faraday * formulaUnits * model.length),
    surface,
    coupling: options.stressDriven
      ? stressCoupling(model, { ...p, formulaUnits }, swelling, couplingRange(volume))
      : undefined
  };
  const problem = kineticProblem(transport, settings, branches.discharge);
  const steps = stepper(problem, {
    tolerance: tolerance * largestSpread,
    unitStep: diffusionTime,
    firstStep: diffusionTime * 2 ** -12
  });
  const line = lineOf(model, geometry);
  const recorder =
    strain === "finite"
      ? finiteFrameRecorder(p, model, line, depthOf, { growthOf: (x) => (1 + swelling.strain(x)) ** 3 - 1 })
      : frameRecorder(p, model, line, depthOf, { strainOf: swelling.strain, share: false });
  const voltages = voltageRecorder(unitMesh, surfaceNodes, surface);

  const state = new Float64Array(problem.size).fill(reference);
  let time = 0;
  const stops: Stop[] = [];
  let failure: KineticFailure | null = null;
  let unbalanced: string | null = null;
  let balance = 0;
  for (const [halfCycle, half] of programme.entries()) {
    const { phase } = half;
    const end = endOf(half);
    const direction = phase === "discharge" ? 1 : -1;
    if (direction * (end - depth) <= 1e-9) continue;
    const rate = half.rate ?? p.rate;
    const speed = direction * speedAt(rate);
    const losses = cellLosses(p, -direction * rate * p.capacity);
    problem.meanCurrent = -speed * currentPerSpeed;
    problem.equilibrium = branches[phase];
    const record = () => {
      try {
        recorder.record(time, phase, halfCycle, state);
      } catch (error) {
        // the frames before it stay
        if (!endsRun(error)) throw error;
        unbalanced = error.message;
        stops.push({ reason: error.message, halfCycle, time, depthOfDischarge: depth });
        return;
      }
      const mean = meanOver(transport, state);
      voltages.record(state, mean, problem.meanCurrent, problem.equilibrium, losses);
    };
    if (voltages.count === 0) record();
    const { tests, reasons } = halfCycleLimits(
      p,
      phase,
      losses,
      volume,
      (lithium) => surface.respond(lithium, problem.meanCurrent, problem.equilibrium).potential
    );
    const [startTime, startDepth] = [time, depth];
    const timeAt = (d: number) => startTime + (Math.abs(d - startDepth) / rate) * hour;
    const startMean = meanOver(transport, state);
    const stop = (reason: string) => {
      if (halfCycle === 0 && Math.abs(depth - startDepth) < 0.01)
        throw new Error(endsAtOnce(rate, phase, reason));
      stops.push({ reason, halfCycle, time, depthOfDischarge: depth });
    };
    const met = testMet(state, surfaceNodes, tests);
    if (met >= 0) {
      stop(reasons[met]);
      continue;
    }
    steps.restart(time, state, diffusionTime * 2 ** -12);
    let event: { time: number; test: number } | null = null;
    for (const frameDepth of framesBetween(depth, end, frames)) {
      const target = timeAt(frameDepth);
      while (steps.time < target && !event && !failure) {
        failure = advance(timeAt(end), phase);
        if (failure) break;
        event = firstEvent(steps, surfaceNodes, tests);
        const share = Math.min(1, (steps.time - startTime) / (timeAt(end) - startTime));
        await pause(0.3 + (0.7 * (halfCycle + share)) / programme.length, phase);
      }
      if (failure) {
        state.set(steps.step.y0);
        time = steps.time;
      } else {
        time = Math.min(event?.time ?? Infinity, target);
        steps.at(time, state);
      }
      const mean = meanOver(transport, state);
      const change = speed * (time - startTime);
      if (time > startTime)
        balance = Math.max(balance, Math.abs(mean - startMean - change) / Math.abs(change));
      depth = depthOf(mean);
      const ended = failure?.message ?? (event && event.time <= target ? reasons[event.test] : null);
      if (ended !== null && !failure) stop(ended);
      record();
      if (unbalanced !== null) break;
      if (ended !== null) {
        if (failure) stops.push({ reason: ended, halfCycle, time, depthOfDischarge: depth });
        break;
      }
    }
    if (failure || unbalanced !== null) break;
  }
  options.onProgress?.(1, "done");
  const first = programme[0];
  const specificCurrent = (first.rate ?? p.rate) * p.capacity;
  return {
    parameters,
    geometry,
    mesh,
    ...recorder.result(),
    ...voltages.result(),
    stops,
    stopped: stops[0] ?? null,
    failure,
    galvanostaticResidual: problem.galvanostaticResidual,
    kineticResidual: problem.kineticResidual,
    iterations: problem.iterations,
    volumeTable: {
      label: volume.label,
      source: volume.source,
      status: volume.status,
      referenceLithium: reference
    },
    diagnostics: {
      nodes: mesh.nodeCount,
      dofs: 3 * mesh.nodeCount,
      steps: steps.accepted,
      rejected: steps.rejected,
      factorisations: problem.factorisations + 1,
      lithiumBalance: balance,
      timeError: steps.error / largestSpread,
      solidVolume: 2 * Math.PI * transport.volume * model.length ** 3,
      outerArea: 2 * Math.PI * transport.area * model.length ** 2,
      currentDensity: speedAt(first.rate ?? p.rate) * currentPerSpeed,
      specificCurrent,
      diffusivity: scales.diffusivity,
      formulaUnitConcentration: formulaUnits
    }
  };

  /** A surface that is full or empty within 1 % is told before any mesh is made, which might be too coarse to show it. */
  function checkStart() {
    const { phase, rate = p.rate } = programme[0];
    const room = phase === "discharge" ? composition.Li - charged : discharged;
    const flux =
      (rate / hour) * (p.capacity / capacityPerLithium()) * (solidVolume(geometry) / outerArea(geometry));
    const reached = halfSpaceDepth(room, flux, diffusivity(p.temperature, p.diffusivity), rate);
    if (reached < 0.01) throw new Error(saturatesAtOnce(rate, phase, reached));
  }

  /** One step; a stage without a solution becomes a record of where. */
  function advance(until: number, phase: string): KineticFailure | null {
    try {
      steps.advance(until);
      return null;
    } catch (error) {
      const residual = problem.failure;
      if (residual === null) throw error;
      const depthNow = depthOf(meanOver(transport, steps.step.y0));
      const message = `the surface kinetics have no solution after t = ${steps.time.toPrecision(5)} s of ${phase}, at ${(100 * depthNow).toFixed(2)} % depth of discharge: the local flux misses Butler–Volmer by ${residual.toPrecision(2)} of its mean however short the step; the state before it is kept`;
      return { message, time: steps.time, depthOfDischarge: depthNow, residual };
    }
  }
}

/** Lithium over which Θ is tabulated: what the surface may have, as far as the table goes. */
function couplingRange({ from, to }: VolumeChange): [number, number] {
  return [Math.max(0, from), Math.min(composition.Li, to)];
}
