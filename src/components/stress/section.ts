// What a map of the particle needs, from either source: the precomputed tables or a simulation run in the page.
import type { Table } from "npm:apache-arrow";
import type { StressResult } from "../../science/mechanics/result.js";
import { numbers } from "./columns.js";

export interface SectionFrame {
  depthOfDischarge: number;
  phase: string;
  lithium: ArrayLike<number>;
  hoop: ArrayLike<number>;
  vonMises: ArrayLike<number>;
}

/** Positions in µm, stress in MPa, six nodes a triangle. */
export interface Section {
  coordinates: Float64Array;
  triangles: Int32Array;
  frames: SectionFrame[];
  radius: number;
  bridge: { r: number; z: number };
}

const scaled = (values: ArrayLike<number>, factor: number) => Float32Array.from(values, (v) => v * factor);

export function sectionOfResult({ mesh, frames, geometry, bridge }: StressResult): Section {
  return {
    coordinates: mesh.coordinates.map((v) => 1e6 * v),
    triangles: mesh.triangles,
    radius: 1e6 * geometry.radius,
    bridge: { r: 1e6 * bridge.r, z: 1e6 * bridge.z },
    frames: frames
      .filter((frame) => frame.time > 0)
      .map((frame) => ({
        depthOfDischarge: frame.depthOfDischarge,
        phase: frame.phase,
        lithium: frame.lithium,
        hoop: scaled(frame.hoopStress, 1e-6),
        vonMises: scaled(frame.vonMises, 1e-6)
      }))
  };
}

/** @param field rows of all nodes, frame after frame */
export function sectionOfTables(
  nodes: Table,
  triangles: Table,
  field: Table,
  { radius, bridge }: { radius: number; bridge: { r: number; z: number } }
): Section {
  const [r, z] = [numbers(nodes, "r_um"), numbers(nodes, "z_um")];
  const coordinates = new Float64Array(2 * r.length);
  r.forEach((v, i) => {
    coordinates[2 * i] = v;
    coordinates[2 * i + 1] = z[i];
  });
  const corners = Array.from({ length: 6 }, (_, k) => numbers(triangles, `node_${k}`));
  const list = new Int32Array(6 * triangles.numRows);
  corners.forEach((column, k) => column.forEach((node, t) => (list[6 * t + k] = node)));
  const dod = numbers(field, "depth_of_discharge");
  const [lithium, hoop, mises] = ["lithium", "hoop_stress_MPa", "von_mises_MPa"].map((name) =>
    numbers(field, name)
  );
  const frames = Array.from({ length: dod.length / r.length }, (_, f) => {
    const of = (column: Float64Array) => column.subarray(f * r.length, (f + 1) * r.length);
    return {
      depthOfDischarge: dod[f * r.length],
      phase: "discharge",
      lithium: of(lithium),
      hoop: of(hoop),
      vonMises: of(mises)
    };
  });
  return { coordinates, triangles: list, frames, radius, bridge };
}

/** Four straight triangles for each six-node one, and the volume that each stands for (µm³, turned about the axis). */
export function pieces({ coordinates, triangles }: Section): {
  triangles: Int32Array;
  volumes: Float64Array;
} {
  const order = [0, 3, 5, 3, 1, 4, 5, 4, 2, 3, 4, 5];
  const cut = new Int32Array(2 * triangles.length);
  for (let t = 0; t < triangles.length / 6; ++t)
    for (let k = 0; k < 12; ++k) cut[12 * t + k] = triangles[6 * t + order[k]];
  const volumes = new Float64Array(cut.length / 3);
  for (let i = 0; i < volumes.length; ++i) {
    const [a, b, c] = [2 * cut[3 * i], 2 * cut[3 * i + 1], 2 * cut[3 * i + 2]];
    const area =
      0.5 *
      ((coordinates[b] - coordinates[a]) * (coordinates[c + 1] - coordinates[a + 1]) -
        (coordinates[c] - coordinates[a]) * (coordinates[b + 1] - coordinates[a + 1]));
    volumes[i] = (2 * Math.PI * area * (coordinates[a] + coordinates[b] + coordinates[c])) / 3;
  }
  return { triangles: cut, volumes };
}
