// A particle in half-cycles at constant current: lithium by diffusion, stress from its gradients, frame by frame.
//   ∂x/∂t = ∇·(D∇x), −D∇x·n = −j on the outer surface, j = (dx̄/dt) V/A, dx̄/dt = ± n Q/(Q_Li · 1 h);
//   linear strain of the free material e = (S/3) · depth of discharge, depth = (x − x_charged) Q_Li/Q.
// x: lithium per formula unit; V, A: volume of the solid and area of its outer surface, from the mesh.

import { diffusivity } from "../material/diffusivity.js";
import { capacityPerLithium, composition, formulaUnitConcentration } from "../material/composition.js";
import { hour } from "../material/constants.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import { checkGeometry, type ParticleGeometry } from "../particle/geometry.js";
import { meshParticle } from "../particle/mesh.js";
import type { TaskOptions } from "../task.js";
import { stepper } from "./esdirk.js";
import { endsRun, finiteFrameRecorder } from "./finite-frames.js";
import { frameRecorder } from "./frames.js";
import { geometryOf } from "./geometry-of.js";
import { galvanostaticProblem } from "./galvanostatic.js";
import { readingLine } from "./line.js";
import { stressModel, type StressModel } from "./model.js";
import { chargedLithium, checkStressParameters, type StressParameters } from "./parameters.js";
import { checkProgramme, discharge, endOf, framesBetween, type HalfCycle } from "./programme.js";
import type { Stop, StressResult } from "./result.js";
import { saturatedReason, saturatesAtOnce, saturationTime } from "./saturation.js";
import { meanOver } from "./transport.js";

export type * from "./result.js";
export { geometryOf } from "./geometry-of.js";

export interface SimulateOptions extends TaskOptions {
  /** of the mesh; 1 is the default, 2 halves its edges */
  resolution?: number;
  /** equal parts of the full discharge (default 100, so every 1 %), or depths of discharge */
  frames?: number | number[];
  /** local error allowed in x, as a share of the largest difference of x that the current can make (default 3e-4) */
  tolerance?: number;
  /** half-cycles (default: one full discharge) */
  programme?: HalfCycle[];
  /** pores placed at will, in place of those that the parameters describe; the first one has the bridge point A */
  geometry?: ParticleGeometry;
  /** a mesh of the same geometry in metres, instead of a new one */
  mesh?: TriangleMesh;
  /** a model made before from the same geometry and Poisson's ratio; a sweep over all else is much faster with it */
  model?: StressModel;
  /** "small" (default), or "finite": F = F_e F_ic with St Venant–Kirchhoff, Cauchy stress out; ends early, with a stop that says where, at a frame that has no equilibrium */
  strain?: "small" | "finite";
  /** awaited now and then, so that a worker can read its messages */
  tick?: () => Promise<void>;
}

function inUnits({ radius, voidRadius, pores }: ParticleGeometry, length: number): ParticleGeometry {
  return {
    radius: radius / length,
    voidRadius: voidRadius / length,
    pores: pores.map((pore) => ({ radius: pore.radius / length, r: pore.r / length, z: pore.z / length }))
  };
}

/**
 * Runs the programme.
 * @throws one sentence where a parameter, the geometry or the programme is invalid, or where the surface would be full
 *   or empty at once; the signal's reason where it is stopped
 */
export async function simulate(
  parameters: StressParameters,
  options: SimulateOptions = {}
): Promise<StressResult> {
  const {
    signal,
    onProgress,
    resolution = 1,
    frames = 100,
    tolerance = 3e-4,
    programme = discharge,
    strain = "small"
  } = options;
  const pause = async (fraction: number, what: string) => {
    onProgress?.(fraction, what);
    await options.tick?.();
    signal?.throwIfAborted();
  };
  checkStressParameters(parameters);
  checkProgramme(programme);
  if (!(tolerance > 0 && tolerance < 0.1)) {
    throw new Error(`invalid tolerance: ${tolerance}; must be above 0 and below 0.1`);
  }
  const geometry = options.geometry ?? geometryOf(parameters);
  checkGeometry(geometry);
  await pause(0, "making the mesh");
  const model = options.model ?? (await makeModel());
  if (model.elastic.poissonRatio !== parameters.poissonRatio) {
    throw new Error(
      `invalid model: made for a Poisson's ratio of ${model.elastic.poissonRatio}; make one for ${parameters.poissonRatio}`
    );
  }
  const { mesh, transport, unitMesh } = model;
  const line = readingLine(unitMesh, inUnits(geometry, model.length));

  const D = diffusivity(parameters.temperature, parameters.diffusivity);
  const depthPerLithium = capacityPerLithium() / parameters.capacity;
  const charged = chargedLithium(parameters);
  const depthOf = (x: number) => (x - charged) * depthPerLithium;
  const speedAt = (rate: number) => rate / hour / depthPerLithium;
  const problem = galvanostaticProblem(transport, D / model.length ** 2);
  const diffusionTime = model.length ** 2 / D;
  const spread = (rate: number) => Math.min((speedAt(rate) * diffusionTime) / 6, composition.Li);
  const largestSpread = Math.max(...programme.map((half) => spread(half.rate ?? parameters.rate)));
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
  state.fill(charged + depth / depthPerLithium);
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
  onProgress?.(1, "done");
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
      diffusivity: D,
      formulaUnitConcentration: formulaUnitConcentration(parameters.density)
    }
  };

  async function makeModel(): Promise<StressModel> {
    const made = options.mesh ?? meshParticle(geometry, { resolution, signal });
    await pause(0.15, "assembling");
    return stressModel(made, geometry.radius, parameters.poissonRatio);
  }
}
