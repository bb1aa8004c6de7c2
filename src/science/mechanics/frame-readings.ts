// What the recorders at small and at finite strain share: a stress in single precision, its readings along the line and
// at A, and the record of all frames. In the frame of the sphere, σ along the line and across it: stress.ts.

import { sampleP2, type Location } from "../numerics/mesh-locate.js";
import type { ReadingLine } from "./line.js";
import type { StressModel } from "./model.js";
import type { Phase } from "./programme.js";
import type { BridgePoint, StressFrame, StressLine } from "./result.js";
import { sphericalStress, vonMises, type StressFields } from "./stress.js";

export interface FrameRecorder {
  record(time: number, phase: Phase, halfCycle: number, lithium: Float64Array): void;
  result(): { frames: StressFrame[]; line: StressLine; bridge: BridgePoint };
}

type Moment = Pick<StressFrame, "time" | "phase" | "halfCycle" | "depthOfDischarge">;

export interface FrameReadings {
  /** Adds a frame of the present stress. @param lithium one number a node */
  add(moment: Moment, lithium: Float64Array): void;
  /** Adds a frame that shares the stress and the readings of the last one. @throws before the first frame */
  repeat(moment: Moment, lithium: Float64Array): void;
  result: FrameRecorder["result"];
}

const readings = ["hoop", "sphericalRadial", "sphericalPolar", "vonMises"] as const;
type Reading = Record<(typeof readings)[number], number>;

/** Depth of discharge without the rounding of sums, so that a charge ends at 0 and not at −1e-12, a discharge at 1. */
export function roundedDepth(depth: number): number {
  if (Math.abs(depth) < 1e-9) return 0;
  return Math.abs(depth - 1) < 1e-9 ? 1 : depth;
}

/** @param stress nodal stress in Pa, written anew by the recorder before each `add` */
export function frameReadings(
  { length, unitMesh }: StressModel,
  reading: ReadingLine,
  stress: StressFields
): FrameReadings {
  const { place: bridgePlace } = reading.bridge;
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
  const [s, c] = [Math.sin(reading.polarAngle), Math.cos(reading.polarAngle)];

  const lithiumAt = (lithium: Float64Array, place: Location) => sampleP2(unitMesh, lithium, place);
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
  const readLithium = (lithium: Float64Array) =>
    line.lithium.push(
      Float64Array.from(reading.places, (place) => (place ? lithiumAt(lithium, place) : NaN))
    );

  return {
    add(moment, lithium) {
      frames.push({ ...moment, lithium: new Float32Array(lithium), ...singlePrecision(stress) });
      const points = reading.places.map((place) => place && read(place));
      for (const key of readings) line[key].push(Float64Array.from(points, (p) => (p ? p[key] : NaN)));
      readLithium(lithium);
      atBridge.push({ ...read(bridgePlace), lithium: lithiumAt(lithium, bridgePlace) });
    },
    repeat(moment, lithium) {
      const last = frames.at(-1);
      if (!last) throw new Error("missing frame: there is none to repeat; add one first");
      frames.push({ ...last, ...moment, lithium: new Float32Array(lithium) });
      for (const key of readings) line[key].push(line[key][line[key].length - 1]);
      readLithium(lithium);
      atBridge.push({ ...atBridge[atBridge.length - 1], lithium: lithiumAt(lithium, bridgePlace) });
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
