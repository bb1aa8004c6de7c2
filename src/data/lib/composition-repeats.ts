/** Repeated runs of twin and analysis, as columns: by seed, dose, tilt range, algorithm, threshold. */
import { defaultInstrument, tiltSeries, type Instrument } from "../../science/composition/instrument.js";
import {
  referenceKey,
  repeat,
  type Reference,
  type RepeatRow,
  type RepeatTask
} from "../../science/composition/repeat.js";
import { type ExpectedImages, expectedImages } from "../../science/composition/twin.js";
import { type Fragment, fragment } from "../../science/particle/fragment.js";
import type { Column } from "./arrow-table.js";

/** Repeats run on a camera with pixels of 19.6 nm, which gathers the photons of four of 9.8 nm: an eighth of the work. */
export const repeatSize = 64;

/** What one thread does: one state with one range of tilts. */
export interface RepeatJob {
  state: string;
  /** degrees, to both sides */
  tiltLimit: number;
  photons: readonly number[];
  seeds: readonly number[];
  variants: RepeatTask["variants"];
  thresholds: readonly number[];
  references?: Record<string, Reference>;
}

export interface RepeatAnswer {
  rows: RepeatRow[];
  references: Record<string, Reference>;
}

const degree = Math.PI / 180;

export function instrumentFor(tiltLimit: number): Instrument {
  const instrument = defaultInstrument(repeatSize);
  // many photons are many exposures, none of which fills the camera
  return { ...instrument, tilts: tiltSeries(tiltLimit * degree, degree), fullWell: 1e8 };
}

/** Detected photons per pixel of 9.8 nm to those of a pixel of the repeats, and back. */
export const gathered = 4;

/** The sample and the images of a thread's last job, which its next one may be about as well. */
let last: { state: string; tiltLimit: number; sample: Fragment; images: ExpectedImages } | undefined;

function imaged(state: string, tiltLimit: number) {
  if (last?.state !== state || last.tiltLimit !== tiltLimit) {
    const sample = last?.state === state ? last.sample : fragment(state, { size: repeatSize });
    last = { state, tiltLimit, sample, images: expectedImages(sample, instrumentFor(tiltLimit)) };
  }
  return last;
}

export function runRepeats({ state, tiltLimit, ...task }: RepeatJob): RepeatAnswer {
  const { sample, images } = imaged(state, tiltLimit);
  return repeat(sample, {
    ...task,
    photons: task.photons.map((n) => n * gathered),
    instrument: instrumentFor(tiltLimit),
    images
  });
}

/** The variant's settings on the coarse camera: its pixels are the voxels of the result already. */
export const coarse = { binning: 1 };

export const studied = { tiltLimit: 65, photons: defaultInstrument(repeatSize).photons / gathered };

export const classRows = ["target", "oxygenPoor", "oxygenRich"] as const;
const classNames = { target: "target", oxygenPoor: "oxygen-poor", oxygenRich: "oxygen-rich" };
const trueShare = {
  target: "trueTarget",
  oxygenPoor: "trueOxygenPoor",
  oxygenRich: "trueOxygenRich"
} as const;

/** One row a run, threshold and class. @param heads what else is known of each run's rows */
export function shareColumns(rows: readonly RepeatRow[]): Record<string, Column> {
  const each = rows.flatMap((row) => classRows.map((name, i) => ({ row, name, i })));
  type Each = (typeof each)[number];
  const of = (unit: string, description: string, value: (each: Each) => number): Column => ({
    ...{ unit, description },
    values: Float64Array.from(each, value)
  });
  const found =
    (j: number) =>
    ({ row, i }: Each) =>
      row.confusion[3 * i + j] ?? 0;
  return {
    seed: {
      unit: "",
      description: "seed of noise and jitter",
      values: Int32Array.from(each, (e) => e.row.seed)
    },
    threshold_percent: of(
      "%",
      "deviation of TM/O that leaves the target class",
      (e) => +(100 * e.row.threshold).toFixed(6)
    ),
    class: {
      unit: "",
      description: "composition class",
      type: "dictionary",
      values: each.map((e) => classNames[e.name])
    },
    true_percent: of(
      "%",
      "share of the sample's volume, same threshold",
      (e) => 100 * e.row[trueShare[e.name]]
    ),
    recovered_percent: of("%", "share of the volume found by the analysis", (e) => 100 * e.row[e.name]),
    found_target: of("voxels", "voxels truly of this class that were found target", found(0)),
    found_oxygen_poor: of("voxels", "voxels truly of this class that were found oxygen-poor", found(1)),
    found_oxygen_rich: of("voxels", "voxels truly of this class that were found oxygen-rich", found(2))
  };
}

/** A column of what a row's job was, repeated for its three classes. */
export const jobColumn = <T extends string | number | null>(
  values: readonly T[],
  rest: Omit<Column, "values">
): Column => ({ ...rest, values: values.flatMap((value) => classRows.map(() => value)) });

export { referenceKey };
