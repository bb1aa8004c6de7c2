// Long-format columns of a simulation, in the units that people read: what the tables and the plots are made from.

import type { Phase } from "./programme.js";
import type { StressResult } from "./result.js";

const MPa = 1e-6;
const µm = 1e6;

export interface ProfileColumns {
  phase: Phase[];
  time_s: Float64Array;
  depth_of_discharge: Float64Array;
  radius_um: Float64Array;
  hoop_stress_MPa: Float64Array;
  radial_stress_MPa: Float64Array;
  von_mises_MPa: Float64Array;
  lithium: Float64Array;
}

/** Every frame's readings along the radial line; a row a frame and radius, NaN within a pore. */
export function profileColumns({ frames, line }: StressResult): ProfileColumns {
  const points = line.radius.length;
  const repeat = (value: (frame: number) => number) => {
    const column = new Float64Array(frames.length * points);
    for (let f = 0; f < frames.length; ++f) column.fill(value(f), f * points, (f + 1) * points);
    return column;
  };
  const join = (rows: Float64Array[], factor: number) => {
    const column = new Float64Array(frames.length * points);
    rows.forEach((row, f) => row.forEach((v, i) => (column[f * points + i] = v * factor)));
    return column;
  };
  return {
    phase: frames.flatMap((frame) => new Array<Phase>(points).fill(frame.phase)),
    time_s: repeat((f) => frames[f].time),
    depth_of_discharge: repeat((f) => frames[f].depthOfDischarge),
    radius_um: join(
      frames.map(() => line.radius),
      µm
    ),
    hoop_stress_MPa: join(line.hoop, MPa),
    radial_stress_MPa: join(line.sphericalRadial, MPa),
    von_mises_MPa: join(line.vonMises, MPa),
    lithium: join(line.lithium, 1)
  };
}

export interface BridgeColumns {
  half_cycle: Int32Array;
  phase: Phase[];
  time_s: Float64Array;
  depth_of_discharge: Float64Array;
  hoop_stress_MPa: Float64Array;
  von_mises_MPa: Float64Array;
  lithium: Float64Array;
}

/** The readings at bridge point A; a row a frame. */
export function bridgeColumns({ frames, bridge }: StressResult): BridgeColumns {
  return {
    half_cycle: Int32Array.from(frames, (f) => f.halfCycle),
    phase: frames.map((f) => f.phase),
    time_s: Float64Array.from(frames, (f) => f.time),
    depth_of_discharge: Float64Array.from(frames, (f) => f.depthOfDischarge),
    hoop_stress_MPa: bridge.hoop.map((v) => v * MPa),
    von_mises_MPa: bridge.vonMises.map((v) => v * MPa),
    lithium: bridge.lithium
  };
}

export interface FieldColumns {
  depth_of_discharge: Float32Array;
  node: Int32Array;
  lithium: Float32Array;
  hoop_stress_MPa: Float32Array;
  von_mises_MPa: Float32Array;
}

/** Nodal fields of every frame; a row a frame and node. */
export function fieldColumns({ frames, mesh }: StressResult): FieldColumns {
  const count = mesh.nodeCount;
  const columns: FieldColumns = {
    depth_of_discharge: new Float32Array(frames.length * count),
    node: new Int32Array(frames.length * count),
    lithium: new Float32Array(frames.length * count),
    hoop_stress_MPa: new Float32Array(frames.length * count),
    von_mises_MPa: new Float32Array(frames.length * count)
  };
  frames.forEach((frame, f) => {
    const start = f * count;
    columns.depth_of_discharge.fill(frame.depthOfDischarge, start, start + count);
    columns.lithium.set(frame.lithium, start);
    for (let i = 0; i < count; ++i) {
      columns.node[start + i] = i;
      columns.hoop_stress_MPa[start + i] = frame.hoopStress[i] * MPa;
      columns.von_mises_MPa[start + i] = frame.vonMises[i] * MPa;
    }
  });
  return columns;
}
