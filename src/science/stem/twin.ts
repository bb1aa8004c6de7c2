// The microscope: sample → raw image. Noiseless image and recording are two steps, so that many doses share the first.

import type { ProjectedColumns } from "../particle/lattice-models-columns.js";
import { expectedImage, scanOffsets } from "./expected-image.js";
import type { StemInstrument } from "./instrument.js";
import type { AtomicImage, StemSignal } from "./raw.js";
import { recordHaadf, recordIdpc } from "./record.js";

/**
 * An image of a lamella.
 * @param seed of the scan's jitter and of the counts
 * @param noiseless true: no jitter, and the mean of the counts (an infinite dose)
 */
export function measure(
  sample: ProjectedColumns,
  instrument: StemInstrument,
  seed: number,
  { signal = "haadf", noiseless = false }: { signal?: StemSignal; noiseless?: boolean } = {}
): AtomicImage {
  const offsets = scanOffsets(noiseless ? { ...instrument, lineJitter: 0 } : instrument, seed);
  const expected = expectedImage(sample, instrument, signal, offsets);
  const counts = noiseless ? null : (seed + 0x51ed) >>> 0;
  return signal === "haadf"
    ? recordHaadf(expected, instrument, counts)
    : recordIdpc(expected, instrument, counts);
}
