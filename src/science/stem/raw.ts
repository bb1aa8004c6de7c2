/** What the microscope hands over, and what a reader of a user's own file makes. */
export type StemSignal = "haadf" | "idpc";

export interface AtomicImage {
  signal: StemSignal;
  /** pixels along x and y */
  columns: number;
  rows: number;
  /** Å */
  pixel: number;
  /** counts (haadf) or radians (idpc), [y][x] */
  values: Float32Array;
}
