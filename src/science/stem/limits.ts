// What the instrument could have seen: one setting is moved at a time, everything else stays, and the analysis is held against
// the truth. Each row is one number.
//   position      root mean square distance of found from true columns of metal (jitter and counts), Å
//   lithium, oxygen   how far apart the blurred image's values at such columns are with the element and without it, in
//                 standard deviations of a single column: from 3 on a column tells whether it is there
//   strain        size of the strain found where none is, √(ε_xx² + ε_yy² + 2ε_xy²): root mean square, and the largest

import { gaussianBlur } from "../numerics/gaussian-blur.js";
import { projectedColumns, type ProjectedColumns } from "../particle/lattice-models-columns.js";
import { species } from "../particle/lattice-models-sites.js";
import { findColumns } from "./columns.js";
import { matchColumns } from "./compare.js";
import { defaultStemInstrument, fieldOf, type StemInstrument } from "./instrument.js";
import type { AtomicImage, StemSignal } from "./raw.js";
import { defaultAnalysisSettings } from "./settings.js";
import { strainMaps, type StrainMaps } from "./strain.js";
import { measure } from "./twin.js";

export interface LimitRow {
  sweep: "dose" | "thickness" | "slow distortion" | "drift" | "line jitter" | "wedge" | "surface";
  /** value of what is moved, in `xUnit` */
  x: number;
  xUnit: string;
  signal: StemSignal;
  quantity: "position" | "columns found" | "lithium" | "oxygen" | "strain" | "largest strain";
  value: number;
  unit: string;
}

const size = 256;
const thicknessOfStudy = 500;

const lamella = (instrument: StemInstrument, thickness = thicknessOfStudy, wedge?: (x: number) => number) =>
  projectedColumns({ ...fieldOf(instrument), thickness, ...(wedge && { wedge }) });

/** The same lamella without one element. */
function without(sample: ProjectedColumns, element: "Li" | "O"): ProjectedColumns {
  const gone = species.indexOf(element);
  return { ...sample, atoms: sample.atoms.map((value, i) => (i % species.length === gone ? 0 : value)) };
}

/** Å */
const blur = 0.3;

/** Values of the blurred image at the columns of a kind, away from the image's edge. */
function valuesAt(image: AtomicImage, sample: ProjectedColumns, kind: number): number[] {
  const sigma = blur / image.pixel;
  const blurred = gaussianBlur(image.values, [image.rows, image.columns], [sigma, sigma]);
  const values: number[] = [];
  for (let i = 0; i < sample.count; ++i) {
    const [x, y] = [sample.x[i], sample.y[i]];
    if (sample.kind[i] !== kind || x < 3 || y < 3 || x > sample.width - 3 || y > sample.height - 3) continue;
    values.push(blurred[Math.round(y / image.pixel) * image.columns + Math.round(x / image.pixel)]);
  }
  return values;
}

/** Distance of two means in standard deviations of single values. */
export function separation(a: readonly number[], b: readonly number[]): number {
  const [p, q] = [a, b].map((values) => {
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    return { mean, variance: values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1) };
  });
  return (p.mean - q.mean) / Math.sqrt((p.variance + q.variance) / 2);
}

/** How well an element is seen in its columns. @param element Li or O */
export function visibility(
  sample: ProjectedColumns,
  instrument: StemInstrument,
  signal: StemSignal,
  element: "Li" | "O",
  seed: number
): number {
  const kind = element === "Li" ? 1 : 2;
  const [present, absent] = [sample, without(sample, element)].map((one, k) =>
    valuesAt(measure(one, instrument, seed + k, { signal }), sample, kind)
  );
  return separation(present, absent);
}

function columnRows(
  sweep: LimitRow["sweep"],
  x: number,
  xUnit: string,
  sample: ProjectedColumns,
  instrument: StemInstrument,
  seed: number
): LimitRow[] {
  const row = (
    signal: StemSignal,
    quantity: LimitRow["quantity"],
    value: number,
    unit: string
  ): LimitRow => ({
    ...{ sweep, x, xUnit, signal, quantity, value, unit }
  });
  const rows: LimitRow[] = [];
  for (const signal of ["haadf", "idpc"] as const)
    for (const [quantity, element] of [
      ["lithium", "Li"],
      ["oxygen", "O"]
    ] as const)
      rows.push(row(signal, quantity, visibility(sample, instrument, signal, element, seed), "σ"));
  // of the metal alone, in the dark field
  const match = matchColumns(findColumns(measure(sample, instrument, seed)), sample, 0.5);
  rows.push(row("haadf", "position", match.rms, "Å"));
  rows.push(row("haadf", "columns found", match.metalFound / match.metalColumns, ""));
  return rows;
}

function strainRows(
  sweep: LimitRow["sweep"],
  x: number,
  xUnit: string,
  sample: ProjectedColumns,
  changes: Partial<StemInstrument>,
  fixed: Pick<StrainMaps, "g" | "peaks">,
  depth?: readonly [number, number]
): LimitRow[] {
  const instrument = defaultStemInstrument(size, size, changes);
  // so many electrons that what is seen is made by the scan or the sample
  const image = measure(sample, { ...instrument, frameTime: 1e6 }, 1);
  const maps = strainMaps(
    image,
    {
      ...defaultAnalysisSettings.strain,
      g: fixed.g,
      ...(depth && { reference: [30, 15, 10, 20] as const })
    },
    fixed.peaks
  );
  let [sum, count, largest] = [0, 0, 0];
  const rim = 4 * maps.resolution;
  const step = maps.pixel;
  maps.exx.forEach((value, p) => {
    const [px, py] = [
      (p % maps.columns) * maps.stepX * step,
      Math.floor(p / maps.columns) * maps.stepY * step
    ];
    const inside = depth ? px >= depth[0] && px < depth[1] : px > rim && px < sample.width - rim;
    if (!inside || py < rim || py > sample.height - rim || Number.isNaN(value)) return;
    const squared = value * value + maps.eyy[p] ** 2 + 2 * maps.exy[p] ** 2;
    sum += squared;
    largest = Math.max(largest, Math.sqrt(squared));
    ++count;
  });
  const base = { sweep, x, xUnit, signal: "haadf", unit: "" } as const;
  return [
    { ...base, quantity: "strain", value: Math.sqrt(sum / count) },
    { ...base, quantity: "largest strain", value: largest }
  ];
}

export interface LimitGrid {
  doses: readonly number[];
  thicknesses: readonly number[];
  distortions: readonly number[];
  drifts: readonly number[];
  jitters: readonly number[];
  wedges: readonly number[];
  depths: readonly number[];
}

export const defaultLimitGrid: LimitGrid = {
  doses: [100, 350, 700, 2100, 5000, 20000, 100000],
  thicknesses: [50, 100, 200, 350, 500, 800],
  distortions: [0, 0.05, 0.1, 0.2, 0.4, 0.8],
  drifts: [0, 0.5, 1, 2, 4],
  jitters: [0, 0.02, 0.04, 0.08, 0.15],
  wedges: [0, 0.3, 0.6, 0.9],
  depths: [0, 3, 6, 9, 12, 16]
};

/** All sweeps. */
export function limitRows(grid: LimitGrid = defaultLimitGrid, seed = 1): LimitRow[] {
  const instrument = defaultStemInstrument(size);
  const flat = lamella(instrument);
  const { width } = fieldOf(instrument);
  // one pair of g and one mask for all: those of the undisturbed image
  const fixed = strainMaps(measure(flat, instrument, seed, { noiseless: true }));
  const surface = projectedColumns({
    ...fieldOf(instrument),
    thickness: thicknessOfStudy,
    inside: (x) => x >= 12
  });
  return [
    ...grid.doses.flatMap((dose) =>
      columnRows("dose", dose, "e/Å²", flat, { ...instrument, frameTime: dose / instrument.doseRate }, seed)
    ),
    ...grid.thicknesses.flatMap((t) =>
      columnRows("thickness", t, "Å", lamella(instrument, t), instrument, seed)
    ),
    ...grid.distortions.flatMap((wobble) =>
      strainRows("slow distortion", wobble, "Å", flat, { wobble, lineJitter: 0 }, fixed)
    ),
    ...grid.drifts.flatMap((drift) => strainRows("drift", drift, "Å", flat, { drift, lineJitter: 0 }, fixed)),
    ...grid.jitters.flatMap((lineJitter) =>
      strainRows("line jitter", lineJitter, "Å", flat, { lineJitter }, fixed)
    ),
    ...grid.wedges.flatMap((wedge) =>
      strainRows(
        "wedge",
        wedge,
        "thickness over the field, share of its mean",
        lamella(instrument, thicknessOfStudy, (x) => Math.max(0.02, 1 + wedge * (x / width - 0.5) * 2)),
        { lineJitter: 0 },
        fixed
      )
    ),
    ...grid.depths.flatMap((depth) =>
      strainRows("surface", depth, "Å from the surface", surface, { lineJitter: 0 }, fixed, [
        12 + depth,
        15 + depth
      ])
    )
  ];
}
