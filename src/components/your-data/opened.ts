// What the page knows of an open file: plain data that a worker can send.
import type { FileFormat } from "../../science/readers/sniff.js";
import type { RawLayout } from "../../science/readers/raw-volume.js";

/** What a file can be read as; each has its own questions and its own analysis. */
export const uses = [
  "cycling",
  "spectrum",
  "loss",
  "pattern",
  "table",
  "stack",
  "projections",
  "volume",
  "ions"
] as const;
export type Use = (typeof uses)[number];

export type OpenFormat = FileFormat | "msa" | "cif";

export interface Part {
  /** sheet or path of a dataset; "" where a file has one part */
  name: string;
  /** for a list: "float32, 181 × 2 × 640" */
  what: string;
  /** sizes along its axes, where it is an array */
  shape?: number[];
}

export interface Opened {
  name: string;
  bytes: number;
  format: OpenFormat;
  /** "HDF5 file with 5 datasets" */
  title: string;
  parts: Part[];
  /** of `parts`, the one that is shown first */
  first: string;
  /** what it most likely is; null where the reader must say */
  suggested: Use | null;
  notes: string[];
  /** of plain numbers, the dimensions that name or size tell */
  layout?: RawLayout | null;
}

export interface ShownTable {
  shape: "table";
  part: string;
  rows: number;
  columns: { name: string; kind: "number" | "text" }[];
  /** the first rows, as text */
  head: string[][];
  /** row of the names, of a sheet */
  nameRow?: number;
  suggested: Use | null;
  notes: string[];
}

export interface ShownImages {
  shape: "images";
  part: string;
  count: number;
  columns: number;
  rows: number;
  type: string;
  notes: string[];
}

export interface ShownText {
  shape: "text";
  part: string;
  /** the first lines */
  lines: string[];
  notes: string[];
}

export type Shown = ShownTable | ShownImages | ShownText;

export interface ChooseOptions {
  /** of a dataset of three axes, that along which images follow one another */
  axis?: number;
  /** of a sheet, the row of the names */
  nameRow?: number;
}

/** What a table most likely is, by the names of its columns. */
export const useNames: Record<Use, { name: string; page: string }> = {
  cycling: { name: "cycling data", page: "/figures/fig-1-electrochemistry-and-lattice" },
  spectrum: { name: "absorption spectrum", page: "/figures/fig-3-oxidation-states" },
  loss: { name: "energy-loss spectrum", page: "/figures/fig-4-sims-and-spectra" },
  pattern: { name: "powder pattern", page: "/supplementary/diffraction" },
  table: { name: "numbers to lay over a figure", page: "/claims" },
  stack: { name: "spectral stack", page: "/figures/fig-3-oxidation-states" },
  projections: { name: "projections", page: "/figures/fig-2-composition-tomography" },
  volume: { name: "volume", page: "/supplementary/porosity" },
  ions: { name: "ion maps", page: "/figures/fig-4-sims-and-spectra" }
};
