// A particle in half-cycles at constant current: lithium by diffusion, stress from its gradients, frame by frame.
//   ∂x/∂t = ∇·(D∇x), −D∇x·n = −j on the outer surface, j = (dx̄/dt) V/A, dx̄/dt = ± n Q/(Q_Li · 1 h);
//   linear strain of the free material e = (S/3) · depth of discharge, depth = (x − x_charged) Q_Li/Q.
// x: lithium per formula unit; V, A: volume of the solid and area of its outer surface, from the mesh.

import { formulaUnitConcentration } from "../material/composition.js";
import { hour } from "../material/constants.js";
import { saturatedReason } from "../material/cut-off.js";
import { checkGeometry } from "../particle/geometry.js";
import { stepper } from "./esdirk.js";
import { endsRun, finiteFrameRecorder } from "./finite-frames.js";
import { frameRecorder } from "./frames.js";
import { geometryOf } from "./geometry-of.js";
import { galvanostaticProblem } from "./galvanostatic.js";
import { checkStressParameters, type StressParameters } from "./parameters.js";
import { lineOf, runModel, runScales, runSettings, type SimulateOptions } from "./prepare-run.js";
import { endOf, framesBetween } from "./programme.js";
import type { Stop, StressResult } from "./result.js";
import { saturatesAtOnce, saturationTime } from "./saturation.js";
import { meanOver } from "./transport.js";

export type * from "./result.js";
export { geometryOf } from "./geometry-of.js";
export type { SimulateOptions } from "./prepare-run.js";

/**
 * Runs the programme.
 * @throws one sentence where a parameter, the geometry or the programme is invalid, or where the surface would be full
 *   or empty at once; the signal's reason where it is stopped
 */
export async function simulate(
  parameters: StressParameters,
  options: SimulateOptions = {}
): Promise<StressResult> {
  checkStressParameters(parameters);
  const { frames, tolerance, programme, strain, pause } = runSettings(options);
  const geometry = options.geometry ?? geometryOf(parameters);
  checkGeometry(geometry);
  const model = await runModel(geometry, parameters.poissonRatio, options, pause);
  const { mesh, transport } = model;
  const line = lineOf(model, geometry);

  const scales = runScales(parameters, model, programme);
  const { diffusivity, depthPerLithium, depthOf, speedAt, diffusionTime, largestSpread } = scales;
  const problem = galvanostaticProblem(transport, diffusivity / model.length ** 2);
  const steps = stepper(problem, {
    tolerance: tolerance * largestSpread,
    unitStep: diffusionTime,
    firstStep: diffusionTime * 2 ** -12
  });

  const makeRecorder = strain === "finite" ? finiteFrameRecorder : frameRecorder;
  const recorder = makeRecorder(parameters, model, line, depthOf);
  const state = new Float64Array(problem.size);
  let depth = programme[0].phase === "discharge" ? 0 : 1;
  let time = 0;
  state.fill(scales.charged + depth / depthPerLithium);
  recorder.record(0, programme[0].phase, 0, state);
  const stops: Stop[] = [];
  let balance = 0;
  let lost = false;
  for (const [halfCycle, half] of programme.entries()) {
    if (lost) break;
    const { phase } = half;
    const end = endOf(half);
    const direction = phase === "discharge" ? 1 : -1;
    if (direction * (end - depth) <= 1e-9) continue;
    const rate = half.rate ?? parameters.rate;
    const speed = direction * speedAt(rate);
    problem.flux = (speed * transport.volume) / transport.area;
    const [startTime, startDepth] = [time, depth];
    const timeAt = (d: number) => startTime + (Math.abs(d - startDepth) / rate) * hour;
    const startMean = meanOver(transport, state);
    let full: number | null = null;
    steps.restart(time, state, diffusionTime * 2 ** -12);
    for (const frameDepth of framesBetween(depth, end, frames)) {
      const target = timeAt(frameDepth);
      while (steps.time < target && full === null) {
        steps.advance(timeAt(end));
        full = saturationTime(steps, transport.surfaceNodes, direction);
        const share = Math.min(1, (steps.time - startTime) / (timeAt(end) - startTime));
        await pause(0.3 + (0.7 * (halfCycle + share)) / programme.length, phase);
      }
      time = full === null ? target : Math.min(full, target);
      steps.at(time, state);
      const mean = meanOver(transport, state);
      const change = speed * (time - startTime);
      balance = Math.max(balance, Math.abs(mean - startMean - change) / Math.max(Math.abs(change), 1e-300));
      depth = depthOf(mean);
      const stoppedHere = full !== null && full <= target;
      if (stoppedHere && Math.abs(depth - startDepth) < 0.01)
        throw new Error(saturatesAtOnce(rate, phase, Math.abs(depth - startDepth)));
      try {
        recorder.record(time, phase, halfCycle, state);
      } catch (error) {
        if (!endsRun(error)) throw error;
        // the frames before this one are good; without an equilibrium there is nowhere to go on from
        stops.push({ reason: error.message, halfCycle, time, depthOfDischarge: depth });
        lost = true;
        break;
      }
      if (stoppedHere) {
        stops.push({ reason: saturatedReason(phase), halfCycle, time, depthOfDischarge: depth });
        break;
      }
    }
  }
  options.onProgress?.(1, "done");
  const specificCurrent = (programme[0].rate ?? parameters.rate) * parameters.capacity;
  return {
    parameters,
    geometry,
    mesh,
    ...recorder.result(),
    stops,
    stopped: stops[0] ?? null,
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
      // mA/g = A/kg
      currentDensity:
        (specificCurrent * parameters.density * transport.volume * model.length) / transport.area,
      specificCurrent,
      diffusivity,
      formulaUnitConcentration: formulaUnitConcentration(parameters.density)
    }
  };
}
