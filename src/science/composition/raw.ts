/** Elements whose absorption edge is crossed by a pair of photon energies. */
export type EdgeElement = "O" | "Mn" | "Co" | "Ni";

/** The two photon energies of an element, as indices of `energies`: one below its edge, one above. */
export interface Edge {
  element: EdgeElement;
  pre: number;
  post: number;
}

/**
 * Tilt series of a transmission X-ray microscope as they leave the camera. Lengths in metres, angles in radians,
 * energies in eV; the column runs across the tilt axis, the row along it and fastest.
 */
export interface RawTomograms {
  columns: number;
  rows: number;
  /** m, in the plane of the sample */
  pixelSize: number;
  /** rad */
  tilts: Float64Array;
  /** eV, in the order of the exposures */
  energies: Float64Array;
  edges: Edge[];
  /** [energy][tilt][x][y], the dark level included */
  counts: Float32Array;
  /** [energy][frame][x][y], with the beam on and no sample, the dark level included */
  flats: Float32Array;
  /** [frame][x][y], with the beam off */
  darks: Float32Array;
  /** counts at which the camera saturates; 65535 where absent */
  fullWell?: number;
}

/** Pixels of one image. */
export function pixelsOf({ columns, rows }: Pick<RawTomograms, "columns" | "rows">): number {
  return columns * rows;
}

/** The image of an energy and a tilt, [x][y]: a view into the counts. */
export function projectionOf(raw: RawTomograms, energy: number, tilt: number): Float32Array {
  const pixels = pixelsOf(raw);
  const start = (energy * raw.tilts.length + tilt) * pixels;
  return raw.counts.subarray(start, start + pixels);
}

/** Frames per energy with the beam on, and frames with it off. */
export function frameCounts(raw: RawTomograms): { flats: number; darks: number } {
  const pixels = pixelsOf(raw);
  return { flats: raw.flats.length / pixels / raw.energies.length, darks: raw.darks.length / pixels };
}
