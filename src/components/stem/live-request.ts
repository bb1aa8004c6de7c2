// What a reader asks of the microscope in the page, and what comes back.
import type { StrainName } from "./raster.js";

/** Names of the sliders; Å, °, shares, e/Å². */
export type LatticeValues = Record<
  "bendAmplitude" | "twist" | "deficit" | "thickness" | "dose" | "mask",
  number
>;

export interface LiveRequest {
  values: LatticeValues;
  /** cycles a pixel; null: chosen by the analysis */
  g: readonly [readonly [number, number], readonly [number, number]] | null;
  /** Å: left, top, width, height; null: most of the image */
  reference: readonly [number, number, number, number] | null;
}

export interface LiveAnswer {
  /** counts, [y][x] of `size` × `size` pixels of `pixel` Å */
  image: Float32Array;
  size: number;
  pixel: number;
  /** maps of `columns` × `columns` points, `step` Å apart */
  columns: number;
  step: number;
  found: Record<StrainName, Float32Array>;
  truth: Record<StrainName, Float32Array>;
  /** root mean square difference at the columns, and slope of found against true */
  rms: Record<StrainName, number>;
  slope: Record<StrainName, number>;
  g: readonly [readonly [number, number], readonly [number, number]];
  /** standard deviation of the mask, cycles a pixel, and of the average, Å */
  sigma: number;
  resolution: number;
  peaks: readonly { x: number; y: number; power: number }[];
  /** ms: sample, image (0 where the last one was taken), strain */
  took: { sample: number; image: number; strain: number };
}
