/** The numbers of a state that stand beside its volumes in the file, and from which all tables are made. */
import { greyArea, type PoreNumbers, type PoreResult } from "../../science/porosity/analysis.js";
import { assess, atThresholds, type AssessedNumber } from "../../science/porosity/assess.js";
import type { PoreComparison, SizeBin } from "../../science/porosity/compare.js";
import { paths, quantile, type Paths, type Shell } from "../../science/porosity/profiles.js";
import type { Pore } from "../../science/porosity/pores.js";
import type { Tomogram } from "../../science/porosity/reconstruct.js";

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
  recall: number;
  precision: number;
  /** m², all pores: Crofton, marching cubes on voxels, marching cubes on grey values */
  areas: { crofton: number; mesh: number; grey: number };
  trueAreas: { crofton: number; mesh: number };
  pores: Pore[];
  truePores: Pore[];
  shells: Shell[];
  trueShells: Shell[];
  sizes: SizeBin[];
  /** Infinity is kept as −1, which JSON has */
  paths: { found: Paths; truth: Paths };
  openings: { found: OpeningFacts; truth: OpeningFacts };
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

export function reportedFacts(
  { id, label, rate }: { id: string; label: string; rate: 0.1 | 10 | null },
  tomogram: Tomogram,
  result: PoreResult,
  { truth, classes, exactPorosity, recall, precision, sizes }: PoreComparison,
  others: readonly PoreNumbers[]
): ReportedFacts {
  const { segmentation, table, numbers } = result;
  if (!result.paths) throw new Error(`missing paths of ${id}; analyse with them`);
  return {
    ...{ state: id, label, rate, voxel_nm: 1e9 * tomogram.voxel },
    ...{ threshold: segmentation.threshold, threshold_error: segmentation.thresholdError },
    modes: segmentation.modes,
    numbers: assess(numbers, atThresholds(tomogram, result), [numbers, ...others]),
    ...{ truth: truth.numbers, exactPorosity, recall, precision },
    areas: {
      crofton: croftonOf(table.pores),
      mesh: meshOf(table.pores),
      grey: greyArea(tomogram, segmentation)
    },
    trueAreas: { crofton: croftonOf(truth.table.pores), mesh: meshOf(truth.table.pores) },
    ...{
      pores: table.pores,
      truePores: truth.table.pores,
      shells: result.shells,
      trueShells: truth.shells,
      sizes
    },
    paths: { found: finite(result.paths), truth: finite(paths(classes, truth.table, tomogram.shape)) },
    openings: { found: openingFacts(result.openings), truth: openingFacts(truth.openings) }
  };
}
