/** What the loaders of the atomic images share: scenes, seeds, one run of twin and analysis, and what is said of their tables. */
import {
  distortedLattice,
  fastSurfaceLattice,
  pristineLattice,
  surfaceLattice
} from "../../science/particle/lattice-models.js";
import type { ProjectedColumns } from "../../science/particle/lattice-models-columns.js";
import { analyse, type LatticeResult } from "../../science/stem/analysis.js";
import { compare, type LatticeComparison } from "../../science/stem/compare.js";
import { defaultStemInstrument, fieldOf, type StemInstrument } from "../../science/stem/instrument.js";
import type { AtomicImage, StemSignal } from "../../science/stem/raw.js";
import { defaultAnalysisSettings } from "../../science/stem/settings.js";
import { measure } from "../../science/stem/twin.js";
import type { TableMetaInput } from "./table-meta.js";

/** Seed of jitter, counts and voids of what is shown. */
export const shownSeed = 1;

export const stemPage = "/figures/fig-1-electrochemistry-and-lattice";

/** One lamella that is imaged. */
export interface StemScene {
  id: "pristine" | "slow" | "fast-surface" | "fast";
  label: string;
  /** panels of the study's Figure 1 */
  panels: string;
  /** pixels along an edge of its image */
  size: number;
  signals: readonly StemSignal[];
  /** Å: left, top, width, height of the area whose lattice counts as not strained; by default most of the image */
  reference?: readonly [number, number, number, number];
}

/** Deep in the particle, where the surface has not changed the layers. */
const bulk = [62, 14, 28, 74] as const;

export const stemScenes: readonly StemScene[] = [
  { id: "pristine", label: "pristine", panels: "c, d", size: 256, signals: ["haadf", "idpc"] },
  {
    id: "slow",
    label: "surface, 20 cycles at 0.1 C",
    panels: "f",
    size: 512,
    signals: ["haadf"],
    reference: bulk
  },
  {
    id: "fast-surface",
    label: "surface, 20 cycles at 10 C",
    panels: "",
    size: 512,
    signals: ["haadf"],
    reference: bulk
  },
  { id: "fast", label: "bulk, 20 cycles at 10 C", panels: "h–l", size: 512, signals: ["haadf", "idpc"] }
];

const builders = {
  pristine: pristineLattice,
  slow: surfaceLattice,
  "fast-surface": fastSurfaceLattice,
  fast: distortedLattice
};

/** The lamella of a scene, and the microscope set for it. */
export function sceneSample({ id, size }: StemScene): {
  sample: ProjectedColumns;
  instrument: StemInstrument;
} {
  const instrument = defaultStemInstrument(size);
  return { sample: builders[id](fieldOf(instrument), {}), instrument };
}

export interface SceneRun {
  scene: StemScene;
  sample: ProjectedColumns;
  instrument: StemInstrument;
  image: AtomicImage;
  result: LatticeResult;
  comparison: LatticeComparison;
}

/** The dark-field image of a scene through the analysis. */
export function runScene(scene: StemScene): SceneRun {
  const { sample, instrument } = sceneSample(scene);
  const image = measure(sample, instrument, shownSeed);
  const { reference = null } = scene;
  const result = analyse(image, { strain: { ...defaultAnalysisSettings.strain, reference } });
  return { scene, sample, instrument, image, result, comparison: compare(result, sample) };
}

/** What all these tables have in common. */
export const stemMeta = (
  own: Pick<TableMetaInput, "title" | "description"> & Partial<TableMetaInput>
): TableMetaInput => ({
  method:
    "Columns of atoms in layered, spinel and rock salt structures; dark field as incoherent and phase contrast as a phase-object image with the probe of the aperture, jitter and counts at a stated dose; then peaks, Gaussian fits, geometrical phase analysis and local Fourier motifs on the image alone.",
  provenance: "recovered",
  parameters: { instrument: defaultStemInstrument(), analysis: defaultAnalysisSettings },
  seed: shownSeed,
  sources: [
    "doi:10.1038/s41565-024-01773-4",
    "doi:10.1016/S0304-3991(98)00035-7 (geometrical phase analysis)",
    "doi:10.1107/S205327331401643X (scattering factors)"
  ],
  page: stemPage,
  ...own,
  code: own.code ?? [
    "src/science/stem/analysis.ts",
    "src/science/stem/twin.ts",
    "src/science/particle/lattice-models.ts",
    "src/science/stem/instrument.ts"
  ]
});
