// What a run at constant current needs before its first step, whichever its model of the surface: the options with their
// defaults, the mesh and the factors, the line of the readings, and the scales of time and lithium:
//   dx̄/dt = n Q/(Q_Li · 1 h), depth = (x − x_charged) Q_Li/Q, t_D = R²/D; x differs by (dx̄/dt) t_D/6 at most.

import { capacityPerLithium, composition } from "../material/composition.js";
import { hour } from "../material/constants.js";
import { diffusivity as diffusivityAt } from "../material/diffusivity.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import type { ParticleGeometry } from "../particle/geometry.js";
import { meshParticle } from "../particle/mesh.js";
import type { TaskOptions } from "../task.js";
import { readingLine, type ReadingLine } from "./line.js";
import { stressModel, type StressModel } from "./model.js";
import { chargedLithium, type StressParameters } from "./parameters.js";
import { checkProgramme, discharge, type HalfCycle } from "./programme.js";

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

export type Pause = (fraction: number, what: string) => Promise<void>;

export interface RunSettings {
  frames: number | number[];
  tolerance: number;
  programme: HalfCycle[];
  strain: "small" | "finite";
  /** tells the progress, lets a worker read its messages, and throws the signal's reason where the run is stopped */
  pause: Pause;
}

/** Options with their defaults. @throws one sentence where the programme or the tolerance is invalid */
export function runSettings(options: SimulateOptions): RunSettings {
  const { frames = 100, tolerance = 3e-4, programme = discharge, strain = "small" } = options;
  checkProgramme(programme);
  if (!(tolerance > 0 && tolerance < 0.1)) {
    throw new Error(`invalid tolerance: ${tolerance}; must be above 0 and below 0.1`);
  }
  const pause = async (fraction: number, what: string) => {
    options.onProgress?.(fraction, what);
    await options.tick?.();
    options.signal?.throwIfAborted();
  };
  return { frames, tolerance, programme, strain, pause };
}

/** The options' model, or one of the geometry (in m). @throws one sentence where the given model has another ratio */
export async function runModel(
  geometry: ParticleGeometry,
  poissonRatio: number,
  options: SimulateOptions,
  pause: Pause
): Promise<StressModel> {
  await pause(0, "making the mesh");
  const model = options.model ?? (await makeModel());
  if (model.elastic.poissonRatio !== poissonRatio) {
    throw new Error(
      `invalid model: made for a Poisson's ratio of ${model.elastic.poissonRatio}; make one for ${poissonRatio}`
    );
  }
  return model;

  async function makeModel(): Promise<StressModel> {
    const { resolution = 1, signal } = options;
    const made = options.mesh ?? meshParticle(geometry, { resolution, signal });
    await pause(0.15, "assembling");
    return stressModel(made, geometry.radius, poissonRatio);
  }
}

/** @param geometry in m */
export function lineOf({ unitMesh, length }: StressModel, geometry: ParticleGeometry): ReadingLine {
  const { radius, voidRadius, pores } = geometry;
  return readingLine(unitMesh, {
    radius: radius / length,
    voidRadius: voidRadius / length,
    pores: pores.map((pore) => ({ radius: pore.radius / length, r: pore.r / length, z: pore.z / length }))
  });
}

export interface RunScales {
  /** m²/s */
  diffusivity: number;
  /** Li per formula unit of the charged particle */
  charged: number;
  depthPerLithium: number;
  depthOf: (lithium: number) => number;
  /** Li/s at a C-rate */
  speedAt: (rate: number) => number;
  /** s */
  diffusionTime: number;
  /** largest difference of x that the programme's currents can make */
  largestSpread: number;
}

export function runScales(
  parameters: StressParameters,
  { length }: StressModel,
  programme: HalfCycle[]
): RunScales {
  const diffusivity = diffusivityAt(parameters.temperature, parameters.diffusivity);
  const depthPerLithium = capacityPerLithium() / parameters.capacity;
  const charged = chargedLithium(parameters);
  const speedAt = (rate: number) => rate / hour / depthPerLithium;
  const diffusionTime = length ** 2 / diffusivity;
  const spread = (rate: number) => Math.min((speedAt(rate) * diffusionTime) / 6, composition.Li);
  return {
    diffusivity,
    charged,
    depthPerLithium,
    depthOf: (x) => (x - charged) * depthPerLithium,
    speedAt,
    diffusionTime,
    largestSpread: Math.max(...programme.map((half) => spread(half.rate ?? parameters.rate)))
  };
}
