/** A ball with domains, a "recovered" copy with mistakes, tilt images and rows for every chart: to look at, nothing more. */
import type { ClassShare } from "../../../src/components/tomography/class-stack.js";
import type { DistanceShare } from "../../../src/components/tomography/distance-plot.js";
import type { FscCurve } from "../../../src/components/tomography/fsc-plot.js";
import type { SweepPoint } from "../../../src/components/tomography/sweep-plot.js";
import type { TiltSeries } from "../../../src/components/tomography/tilt-series.js";
import { wrongVoxels, type Grid, type Layer } from "../../../src/components/tomography/volume.js";
import { random } from "../../../src/science/numerics/rng.js";

export function madeUpVolume(size = 64): { grid: Grid; layers: Layer[] } {
  const next = random(7);
  const truth = new Uint8Array(size ** 3);
  const recovered = new Uint8Array(size ** 3);
  const oxygen = new Float32Array(size ** 3).fill(NaN);
  const manganese = new Uint8Array(size ** 3);
  const ratio = new Float32Array(size ** 3).fill(NaN);
  const blobs = Array.from({ length: 14 }, (_, i) => {
    const [a, b, r] = [2 * Math.PI * next(), Math.acos(2 * next() - 1), (0.25 + 0.2 * next()) * size];
    return {
      z: r * Math.cos(b),
      x: r * Math.sin(b) * Math.cos(a),
      y: r * Math.sin(b) * Math.sin(a),
      radius: (0.04 + 0.06 * next()) * size,
      code: 2 + (i % 2)
    };
  });
  const c = (size - 1) / 2;
  for (let z = 0; z < size; ++z)
    for (let x = 0; x < size; ++x)
      for (let y = 0; y < size; ++y) {
        const [dz, dx, dy] = [z - c, x - c, y - c];
        // an egg with a flat side, so that turning it shows
        if (Math.hypot(dz, dx * 1.15, dy * 0.95) > 0.45 * size || dx > 0.33 * size) continue;
        const i = (z * size + x) * size + y;
        const blob = blobs.find((b) => Math.hypot(dz - b.z, dx - b.x, dy - b.y) < b.radius);
        truth[i] = blob?.code ?? 1;
        recovered[i] = next() < 0.06 ? 1 + Math.floor(3 * next()) : truth[i];
        oxygen[i] = 88e3 * (truth[i] === 2 ? 0.93 : truth[i] === 3 ? 1.06 : 1) * (1 + 0.03 * (next() - 0.5));
        manganese[i] = 180 + Math.round(20 * next());
        ratio[i] = 1 / (oxygen[i] / 88e3);
      }
  return {
    grid: { shape: { nz: size, nx: size, ny: size }, voxel: 19.6 },
    layers: [
      { kind: "class", label: "class, recovered", values: recovered },
      { kind: "class", label: "class, true", values: truth },
      wrongVoxels(recovered, truth),
      { kind: "density", label: "O density", values: oxygen, domain: [78e3, 96e3], unit: "mol/m³" },
      { kind: "density", label: "Mn density", values: manganese, domain: [0, 30e3], unit: "mol/m³" },
      { kind: "ratio", label: "TM/O relative to pristine", values: ratio, domain: [0.85, 1.15], unit: "" }
    ]
  };
}

export function madeUpSeries(columns = 64, rows = 48): TiltSeries {
  const tilts = Float64Array.from({ length: 131 }, (_, i) => i - 65);
  const stack = (gain: number): Float32Array => {
    const values = new Float32Array(tilts.length * columns * rows);
    tilts.forEach((tilt, a) => {
      const shift = 9 * Math.sin((tilt * Math.PI) / 180);
      for (let x = 0; x < columns; ++x)
        for (let y = 0; y < rows; ++y) {
          const [dx, dy] = [x - columns / 2, y - rows / 2];
          const ball = Math.sqrt(Math.max(0, 20 ** 2 - dx ** 2 - dy ** 2)) / 20;
          const spot = Math.sqrt(Math.max(0, 4 ** 2 - (dx - shift) ** 2 - (dy + 4) ** 2)) / 8;
          values[(a * columns + x) * rows + y] = gain * (ball + spot);
        }
    });
    return values;
  };
  const stacks = [
    { label: "545 eV, O after the edge", values: stack(0.9), unit: "optical density" },
    { label: "660 eV, Mn after the edge", values: stack(0.4), unit: "optical density" }
  ];
  return { columns, rows, pixel: 19.6, tilts, stacks };
}

const classes = ["target", "oxygen-poor", "oxygen-rich"] as const;

export function madeUpShares(): ClassShare[] {
  return ["pristine", "4.4 V", "4.6 V", "4.8 V", "discharged"].flatMap((label, s) =>
    classes.map((name, k) => {
      const truth = k === 0 ? 1 - 0.08 * s : (k === 1 ? 0.055 : 0.025) * s;
      const recovered = k === 0 ? truth - 0.06 : truth + 0.03;
      const [low, high] = [recovered - 0.015, recovered + 0.015];
      return { state: label, label, class: name, truth, recovered, low, high };
    })
  );
}

export const madeUpSweep = (): SweepPoint[] =>
  Array.from({ length: 15 }, (_, i) => i + 1).flatMap((parameter) => {
    const inside = 1 - Math.exp(-parameter / 4);
    return classes.map((name, k) => {
      const recovered = k === 0 ? inside : ((1 - inside) * (k === 1 ? 6 : 4)) / 10;
      return { parameter, class: name, recovered, low: recovered - 0.02, high: recovered + 0.02 };
    });
  });

export const madeUpDistances = (): DistanceShare[] =>
  Array.from({ length: 20 }, (_, i) => 10 + 20 * i).flatMap((distance) =>
    classes.map((name, k) => {
      const poor = 0.4 * Math.exp(-distance / 80);
      const truth = [0.95 - poor, poor, 0.05][k];
      return { distance, class: name, truth, recovered: 0.9 * truth + 0.033 };
    })
  );

const frequency = Array.from({ length: 25 }, (_, i) => i);

export const madeUpFsc = (): FscCurve[] =>
  (["O", "Mn", "Co", "Ni"] as const).map((element, k) => ({
    element,
    frequency,
    correlation: frequency.map((f) => 1 / (1 + (f / (16 - 4 * k)) ** 4)),
    crossing: 18 - 4.5 * k
  }));

export const madeUpHalfBit = (): { frequency: number[]; threshold: number[] } => ({
  frequency,
  threshold: frequency.map((f) => Math.min(1, 0.17 + 0.8 / (1 + f)))
});

export const madeUpCurves = (): { solver: string; values: number[] }[] =>
  ["SIRT", "total variation", "total variation, support"].map((solver, k) => ({
    solver,
    values: Array.from({ length: 100 }, (_, i) => 0.02 / (k + 1) + 0.5 * Math.exp(-i / (20 - 6 * k)))
  }));
