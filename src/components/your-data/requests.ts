// What the page asks of the worker that reads, and what comes back: plain data.
import type { Ion } from "../../science/sims/raw.js";
import type { MsaSpectrum } from "../../science/eels/read-msa.js";
import type { PowderPattern } from "../../science/diffraction/powder-pattern.js";
import type { RawLayout } from "../../science/readers/raw-volume.js";
import type { FilterName } from "../../science/numerics/ramp-filter.js";
import type { Reference } from "../../science/xanes/references.js";
import type { CyclingAnswer, CyclingRequest } from "./cycling-analysis.js";
import type { ExampleName } from "./example-names.js";
import type { ShownImage } from "./image-source.js";
import type { IonsAnswer, IonsSettings, MapSource } from "./ions-analysis.js";
import type { LossAnswer } from "./loss-analysis.js";
import type { ChooseOptions, Opened, Shown } from "./opened.js";
import type { PatternColumns } from "./pattern-of.js";
import type { ProjectionAnswer } from "./projection-analysis.js";
import type { SpectrumAnswer, SpectrumRequest } from "./spectrum-analysis.js";
import type { SpectrumColumns } from "./spectrum-text.js";
import type { StackAnswer, StackRequest } from "./stack-analysis.js";
import type { VolumeAnswer, VolumeRequest } from "./volume-analysis.js";

/** Numbers from a dataset of the open file, or typed. */
export type Numbers = { path: string } | { typed: string };

/** A question without settings. */
export type Nothing = Record<string, never>;

export interface Questions {
  open: { file: File; layout?: RawLayout };
  choose: { part: string } & ChooseOptions;
  image: { index: number };
  columns: { names: string[] };
  example: { name: ExampleName };
  cycling: CyclingRequest;
  spectrum: SpectrumColumns & SpectrumRequest;
  /** keeps the spectrum analysed last, as a reference */
  keep: { label: string; valence: number };
  forget: { label: string };
  loss: Nothing;
  /** keeps the energy-loss spectrum as the low losses of later ones */
  keepLow: Nothing;
  /** gives a new worker what an earlier one kept */
  recall: { references: readonly Reference[]; low: MsaSpectrum | null };
  pattern: PatternColumns;
  text: Nothing;
  stack: Omit<StackRequest, "energies" | "i0"> & { energies: Numbers; i0: Numbers | null };
  projections: {
    angles: Numbers;
    radians: boolean;
    numbers: "counts" | "integrals";
    row: number;
    axis: number | null;
    filter: FilterName;
    flat: string | null;
    dark: string | null;
  };
  volume: VolumeRequest;
  ions: IonsSettings & { maps: Record<Ion, MapSource> };
}

export interface Answers {
  open: Opened;
  choose: Shown;
  image: ShownImage;
  columns: { name: string; values: (number | string)[] }[];
  example: File;
  cycling: CyclingAnswer;
  spectrum: SpectrumAnswer;
  /** all that are kept now */
  keep: Reference[];
  forget: Reference[];
  loss: LossAnswer;
  keepLow: { name: string; spectrum: MsaSpectrum };
  recall: Nothing;
  pattern: { pattern: PowderPattern; notes: string[] };
  text: string;
  stack: StackAnswer;
  projections: ProjectionAnswer;
  volume: VolumeAnswer;
  ions: IonsAnswer;
}

export type Ask = keyof Questions;

export type Reply =
  | { id: number; fraction: number; what: string }
  | { id: number; answer: Answers[Ask] }
  | { id: number; error: string; fatal?: boolean };
export interface Message {
  id: number;
  ask: Ask;
  question: Questions[Ask];
}
