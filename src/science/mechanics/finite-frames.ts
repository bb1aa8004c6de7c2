// Turns a lithium field into a frame at finite strain; the counterpart of frames.ts, with the same result.
// Each frame starts from the last one's displacement. Stress is Cauchy's, at the material points of the undeformed mesh;
// "along the line" and "across it" are directions of the undeformed line.

import { sampleP2, type Location } from "../numerics/mesh-locate.js";
import type { FrameRecorder } from "./frames.js";
import { finiteModel } from "./finite-model.js";
import { finiteEquilibrium, NewtonFailure, type Equilibrium, type NewtonSettings } from "./finite-newton.js";
import { cauchyAtNodes, StretchLimit, surfaceSlopes } from "./finite-stress.js";
import type { ElasticLaw } from "./finite-element.js";
import type { ReadingLine } from "./line.js";
import type { StressModel } from "./model.js";
import type { StressParameters } from "./parameters.js";
import type { BridgePoint, StressFrame, StressLine } from "./result.js";
import { sphericalStress, stressFields, vonMises, type StressFields } from "./stress.js";
import { meanOver } from "./transport.js";

/** Whether an error means that a frame has no equilibrium, so that a run ends there with what it has. */
export function endsRun(error: unknown): error is Error {
  return error instanceof NewtonFailure || error instanceof StretchLimit;
}

export interface FiniteSettings extends NewtonSettings {
  law?: ElasticLaw;
  /** ΔV/V0 at a lithium content; S · depth of discharge where it is not given */
  growthOf?: (lithium: number) => number;
}

export interface FiniteFrameRecorder extends FrameRecorder {
  /** the last frame's equilibrium, lengths in units of the particle's radius; null before the first frame */
  readonly last: Equilibrium | null;
  /** linear systems solved and tangents factorised so far */
  readonly iterations: number;
  readonly factorisations: number;
}

const readings = ["hoop", "sphericalRadial", "sphericalPolar", "vonMises"] as const;
type Reading = Record<(typeof readings)[number], number>;

/**
 * @param depthOf depth of discharge of a lithium content
 * @throws from `record`: what `endsRun` knows, where a frame has no equilibrium; the frames before it stay in `result()`
 */
export function finiteFrameRecorder(
  { youngsModulus, poissonRatio, volumeChange }: StressParameters,
  model: StressModel,
  reading: ReadingLine,
  depthOf: (lithium: number) => number,
  settings: FiniteSettings = {}
): FiniteFrameRecorder {
  // a share of 1e-7 of the load leaves less than single precision tells apart
  const {
    law = "st-venant-kirchhoff",
    tolerance = 1e-7,
    growthOf = (x: number) => volumeChange * depthOf(x)
  } = settings;
  const { length, transport, recovery, unitMesh } = model;
  const finite = finiteModel(model, law);
  const slopes = surfaceSlopes(recovery.surface);
  const count = unitMesh.nodeCount;
  const growth = new Float64Array(count);
  const stress = stressFields(count);
  const frames: StressFrame[] = [];
  const line: StressLine = {
    polarAngle: reading.polarAngle,
    radius: reading.radius.map((v) => v * length),
    hoop: [],
    sphericalRadial: [],
    sphericalPolar: [],
    vonMises: [],
    lithium: []
  };
  const atBridge: (Reading & { lithium: number })[] = [];
  let last: Equilibrium | null = null;
  let [iterations, factorisations] = [0, 0];

  const [s, c] = [Math.sin(reading.polarAngle), Math.cos(reading.polarAngle)];
  const read = (place: Location): Reading => {
    const at = (field: Float64Array) => sampleP2(unitMesh, field, place);
    const [radial, hoop, axial, shear] = [stress.radial, stress.hoop, stress.axial, stress.shear].map(at);
    const spherical = sphericalStress(s, c, radial, axial, shear);
    return {
      hoop,
      sphericalRadial: spherical.radial,
      sphericalPolar: spherical.polar,
      vonMises: vonMises(radial, hoop, axial, shear)
    };
  };

  return {
    get last() {
      return last;
    },
    get iterations() {
      return iterations;
    },
    get factorisations() {
      return factorisations;
    },
    record(time, phase, halfCycle, lithium) {
      const depth = depthOf(meanOver(transport, lithium));
      const depthOfDischarge = Math.abs(depth) < 1e-12 ? 0 : depth;
      for (let i = 0; i < count; ++i) growth[i] = growthOf(lithium[i]);
      const found = finiteEquilibrium(finite, growth, last ?? undefined, { ...settings, tolerance });
      last = found;
      iterations += found.iterations;
      factorisations += found.factorisations;
      const material = { law, poissonRatio, youngsModulus };
      cauchyAtNodes(unitMesh, recovery, slopes, material, found.displacement, growth, stress);
      const moment = { time, phase, halfCycle, depthOfDischarge, lithium: new Float32Array(lithium) };
      frames.push({ ...moment, ...singlePrecision(stress) });
      const lithiumAt = (place: Location) => sampleP2(unitMesh, lithium, place);
      const points = reading.places.map((place) => place && read(place));
      for (const key of readings) line[key].push(Float64Array.from(points, (p) => (p ? p[key] : NaN)));
      line.lithium.push(Float64Array.from(reading.places, (place) => (place ? lithiumAt(place) : NaN)));
      const { place } = reading.bridge;
      atBridge.push({ ...read(place), lithium: lithiumAt(place) });
    },
    result() {
      const column = (key: keyof Reading | "lithium") => Float64Array.from(atBridge, (p) => p[key]);
      const bridge: BridgePoint = {
        r: reading.bridge.r * length,
        z: reading.bridge.z * length,
        hoop: column("hoop"),
        sphericalRadial: column("sphericalRadial"),
        sphericalPolar: column("sphericalPolar"),
        vonMises: column("vonMises"),
        lithium: column("lithium")
      };
      return { frames, line, bridge };
    }
  };
}

function singlePrecision({ radial, hoop, axial, shear }: StressFields) {
  const mean = new Float32Array(hoop.length);
  const mises = new Float32Array(hoop.length);
  for (let i = 0; i < hoop.length; ++i) {
    mean[i] = (radial[i] + hoop[i] + axial[i]) / 3;
    mises[i] = vonMises(radial[i], hoop[i], axial[i], shear[i]);
  }
  return {
    hoopStress: new Float32Array(hoop),
    radialStress: new Float32Array(radial),
    axialStress: new Float32Array(axial),
    shearStress: new Float32Array(shear),
    hydrostaticStress: mean,
    vonMises: mises
  };
}
