import type { ProjectedColumns } from "../../../src/science/particle/lattice-models-columns.js";
import { type LatticeScene, projectedColumns } from "../../../src/science/particle/lattice-models-columns.js";
import { projectedCell } from "../../../src/science/particle/lattice-models-sites.js";
import { defaultStemInstrument, fieldOf, type StemInstrument } from "../../../src/science/stem/instrument.js";
import { measure } from "../../../src/science/stem/twin.js";
import type { AtomicImage } from "../../../src/science/stem/raw.js";

/** Layered columns in a field of `size` pixels, by default 256, and their noiseless dark-field image. */
export function imageOf(
  scene: Partial<LatticeScene>,
  size = 256,
  changes: Partial<StemInstrument> = {}
): { image: AtomicImage; sample: ProjectedColumns; instrument: StemInstrument } {
  const instrument = defaultStemInstrument(size, size, changes);
  const sample = projectedColumns({ ...fieldOf(instrument), thickness: 500, ...scene });
  return { image: measure(sample, instrument, 1, { noiseless: true }), sample, instrument };
}

/** Pixel along x and y so that the lattice fits a square image of `size` pixels exactly: its own is 2.471 × 14.24 Å. */
export function fittingPixel(size: number): { pixel: number; scene: Partial<LatticeScene> } {
  const { w, d } = projectedCell();
  // 6 cells up are 85.4 Å; stretched sideways by less than 1 % so that 35 columns across are as much
  const height = 18 * d;
  const across = Math.round(height / w);
  const stretch = height / (across * w) - 1;
  return { pixel: height / size, scene: { displacement: (x) => [stretch * x, 0] } };
}
