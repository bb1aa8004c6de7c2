/** The numbers of a state that stand beside its volumes in the file, and from which all tables are made. */
import type { PoreNetwork } from "../../science/particle/pore-network.js";
import {
  analyseTomogram,
  greyArea,
  type PoreNumbers,
  type PoreResult
} from "../../science/porosity/analysis.js";
import { assess, atThresholds, type AssessedNumber } from "../../science/porosity/assess.js";
import { detection, overlap, type PoreComparison, type SizeBin } from "../../science/porosity/compare.js";
import { paths, quantile, type Paths, type Shell } from "../../science/porosity/profiles.js";
import type { Pore } from "../../science/porosity/pores.js";
import type { Tomogram } from "../../science/porosity/reconstruct.js";

/** What was measured at the threshold, and at that less and more its error. */
export interface AtThresholds<Result> {
  found: Result;
  lower: Result;
  higher: Result;
}

/** m², all pores: Crofton, marching cubes on voxels, marching cubes on grey values */
export interface AreaFacts {
  crofton: number;
  mesh: number;
  grey: number;
}

export interface ReportedFacts {
  state: string;
  label: string;
  rate: 0.1 | 10 | null;
  voxel_nm: number;
  threshold: number;
  threshold_error: number;
  modes: { low: number; high: number };
  numbers: AssessedNumber[];
  truth: PoreNumbers;
  exactPorosity: number;
  overlap: AtThresholds<Pick<PoreComparison, "recall" | "precision">>;
  areas: AtThresholds<AreaFacts>;
  trueAreas: { crofton: number; mesh: number };
  pores: Pore[];
  truePores: Pore[];
  shells: AtThresholds<Shell[]>;
  trueShells: Shell[];
  sizes: AtThresholds<SizeBin[]>;
  /** Infinity is kept as −1, which JSON has */
  paths: AtThresholds<Paths> & { truth: Paths };
  openings: AtThresholds<OpeningFacts> & { truth: OpeningFacts };
}

export interface OpeningFacts {
  /** voxels by local thickness, m: bins from edges[k] to edges[k + 1] */
  edges: number[];
  network: number[];
  isolated: number[];
  /** m */
  median: number;
  tenth: number;
  ninetieth: number;
}

const edges = Array.from({ length: 25 }, (_, k) => k * 0.1e-6);

function openingFacts({ network, isolated }: PoreResult["openings"]): OpeningFacts {
  const counted = (values: Float32Array) =>
    edges.slice(1).map((to, k) => values.reduce((n, t) => n + (t > edges[k] && t <= to ? 1 : 0), 0));
  return {
    ...{ edges, network: counted(network), isolated: counted(isolated) },
    ...{ median: quantile(network, 0.5), tenth: quantile(network, 0.1), ninetieth: quantile(network, 0.9) }
  };
}

const finite = ({ oxide, pores, edge }: Paths): Paths => {
  const each = (of: Paths["oxide"]) => of.map((t) => (Number.isFinite(t) ? t : -1)) as Paths["oxide"];
  return { oxide: each(oxide), pores: each(pores), edge };
};

const meshOf = (pores: readonly Pore[]) => pores.reduce((sum, { meshArea }) => sum + meshArea, 0);
const croftonOf = (pores: readonly Pore[]) => pores.reduce((sum, { area }) => sum + area, 0);

/** What is measured of one result; the two at the moved thresholds are measured alike. */
function measuredFacts(tomogram: Tomogram, sample: PoreNetwork, trueClasses: Uint8Array, result: PoreResult) {
  const { pores } = result.table;
  if (!result.paths) throw new Error("missing paths; analyse with them");
  return {
    overlap: overlap(trueClasses, result),
    areas: { crofton: croftonOf(pores), mesh: meshOf(pores), grey: greyArea(tomogram, result.segmentation) },
    shells: result.shells,
    sizes: detection(sample, result),
    paths: finite(result.paths),
    openings: openingFacts(result.openings)
  };
}

/** @param others numbers of the runs with other seeds */
export function reportedFacts(
  { id, label, rate }: { id: string; label: string; rate: 0.1 | 10 | null },
  tomogram: Tomogram,
  sample: PoreNetwork,
  result: PoreResult,
  { truth, classes, exactPorosity }: PoreComparison,
  others: readonly PoreNumbers[]
): ReportedFacts {
  const { segmentation, table, numbers } = result;
  const moved = atThresholds(segmentation, (threshold) => {
    const own = analyseTomogram(tomogram, { threshold });
    return { numbers: own.numbers, ...measuredFacts(tomogram, sample, classes, own) };
  });
  const own = measuredFacts(tomogram, sample, classes, result);
  const each = <Name extends keyof typeof own>(name: Name): AtThresholds<(typeof own)[Name]> => ({
    ...{ found: own[name], lower: moved[0][name], higher: moved[1][name] }
  });
  return {
    ...{ state: id, label, rate, voxel_nm: 1e9 * tomogram.voxel },
    ...{ threshold: segmentation.threshold, threshold_error: segmentation.thresholdError },
    modes: segmentation.modes,
    numbers: assess(numbers, [moved[0].numbers, moved[1].numbers], [numbers, ...others]),
    ...{ truth: truth.numbers, exactPorosity },
    trueAreas: { crofton: croftonOf(truth.table.pores), mesh: meshOf(truth.table.pores) },
    ...{ pores: table.pores, truePores: truth.table.pores, trueShells: truth.shells },
    ...{ overlap: each("overlap"), areas: each("areas"), shells: each("shells"), sizes: each("sizes") },
    paths: { ...each("paths"), truth: finite(paths(classes, truth.table, tomogram.shape)) },
    openings: { ...each("openings"), truth: openingFacts(truth.openings) }
  };
}
