// Turns a lithium field into a frame: eigenstrain, displacement, nodal stress, and the readings along the line and at A.
// A uniform eigenstrain changes no stress, so a frame whose eigenstrain differs from the last one's by a constant shares
// the arrays of its stress: in the quasi-steady state, that is all frames.

import { linearStrain } from "../material/volume-change.js";
import { sampleP2, type Location } from "../numerics/mesh-locate.js";
import { displacementOf } from "./elasticity.js";
import type { ReadingLine } from "./line.js";
import type { StressModel } from "./model.js";
import { stressAtNodes } from "./nodal-stress.js";
import type { StressParameters } from "./parameters.js";
import type { Phase } from "./programme.js";
import type { BridgePoint, StressFrame, StressLine } from "./result.js";
import { sphericalStress, stressFields, vonMises, type StressFields } from "./stress.js";
import { meanOver } from "./transport.js";

export interface FrameRecorder {
  record(time: number, phase: Phase, halfCycle: number, lithium: Float64Array): void;
  result(): { frames: StressFrame[]; line: StressLine; bridge: BridgePoint };
}

const readings = ["hoop", "sphericalRadial", "sphericalPolar", "vonMises"] as const;
type StressReading = (typeof readings)[number];

function singlePrecision({ radial, hoop, axial, shear }: StressFields) {
  const hydrostaticStress = new Float32Array(hoop.length);
  const mises = new Float32Array(hoop.length);
  for (let i = 0; i < hoop.length; ++i) {
    hydrostaticStress[i] = (radial[i] + hoop[i] + axial[i]) / 3;
    mises[i] = vonMises(radial[i], hoop[i], axial[i], shear[i]);
  }
  return {
    hoopStress: new Float32Array(hoop),
    radialStress: new Float32Array(radial),
    axialStress: new Float32Array(axial),
    shearStress: new Float32Array(shear),
    hydrostaticStress,
    vonMises: mises
  };
}

export interface RecorderOptions {
  /** linear strain at a lithium content; S/3 · depth of discharge where it is not given */
  strainOf?: (lithium: number) => number;
  /** whether frames of the same stress share its arrays (default) */
  share?: boolean;
}

/** @param depthOf depth of discharge of a lithium content */
export function frameRecorder(
  { youngsModulus, poissonRatio, volumeChange }: StressParameters,
  { mesh, length, transport, elastic, recovery, unitMesh }: StressModel,
  reading: ReadingLine,
  depthOf: (lithium: number) => number,
  options: RecorderOptions = {}
): FrameRecorder {
  const { strainOf = (x: number) => linearStrain(volumeChange, depthOf(x)), share = true } = options;
  const count = mesh.nodeCount;
  const eigenstrain = new Float64Array(count);
  const load = new Float64Array(2 * count);
  const displacement = new Float64Array(2 * count);
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
  const shape = new Float64Array(count).fill(NaN);
  const atBridge: Record<StressReading | "lithium", number>[] = [];
  const [s, c] = [Math.sin(reading.polarAngle), Math.cos(reading.polarAngle)];

  const lithiumAt = (lithium: Float64Array, place: Location) => sampleP2(unitMesh, lithium, place);
  const readStress = (place: Location): Record<StressReading, number> => {
    const at = (field: Float64Array) => sampleP2(unitMesh, field, place);
    const [radial, hoop, axial, shear] = [
      at(stress.radial),
      at(stress.hoop),
      at(stress.axial),
      at(stress.shear)
    ];
    const spherical = sphericalStress(s, c, radial, axial, shear);
    return {
      hoop,
      sphericalRadial: spherical.radial,
      sphericalPolar: spherical.polar,
      vonMises: vonMises(radial, hoop, axial, shear)
    };
  };

  return {
    record(time, phase, halfCycle, lithium) {
      const mean = meanOver(transport, lithium);
      const depth = depthOf(mean);
      // so that the end of a charge reads 0 and not −1e-16
      const depthOfDischarge = Math.abs(depth) < 1e-12 ? 0 : depth;
      const uniform = strainOf(mean);
      let largest = 0;
      let change = 0;
      for (let i = 0; i < count; ++i) {
        eigenstrain[i] = strainOf(lithium[i]) - uniform;
        largest = Math.max(largest, Math.abs(eigenstrain[i]));
        const d = Math.abs(eigenstrain[i] - shape[i]);
        if (!(d <= change)) change = d;
      }
      const moment = { time, phase, halfCycle, depthOfDischarge, lithium: new Float32Array(lithium) };
      const last = frames.at(-1);
      // half of what single precision tells apart
      const same = share && last !== undefined && change <= 3e-8 * largest;
      if (same) frames.push({ ...last, ...moment });
      else {
        shape.set(eigenstrain);
        displacementOf(elastic, eigenstrain, load, displacement);
        stressAtNodes(unitMesh, recovery, displacement, eigenstrain, youngsModulus, poissonRatio, stress);
        frames.push({ ...moment, ...singlePrecision(stress) });
      }
      if (same) {
        for (const key of readings) line[key].push(line[key][line[key].length - 1]);
        atBridge.push({
          ...atBridge[atBridge.length - 1],
          lithium: lithiumAt(lithium, reading.bridge.place)
        });
      } else {
        const points = reading.places.map((place) => (place ? readStress(place) : null));
        for (const key of readings) line[key].push(Float64Array.from(points, (p) => (p ? p[key] : NaN)));
        const { place } = reading.bridge;
        atBridge.push({ ...readStress(place), lithium: lithiumAt(lithium, place) });
      }
      line.lithium.push(
        Float64Array.from(reading.places, (place) => (place ? lithiumAt(lithium, place) : NaN))
      );
    },
    result() {
      const column = (key: StressReading | "lithium") => Float64Array.from(atBridge, (p) => p[key]);
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
