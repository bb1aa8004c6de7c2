/** Comparison of one lamella as rows of a table. */
import { defaultStemInstrument } from "../../science/stem/instrument.js";
import type { SurfaceSequence } from "../../science/stem/local-phases.js";
import {
  fastSurfaceValues,
  surfaceLatticeParameters,
  valuesOf
} from "../../science/particle/lattice-models-parameters.js";
import { transformationStrain } from "../../science/particle/lattice-models-sites.js";
import type { SceneRun } from "./stem.js";

export interface ComparisonRow {
  scene: string;
  quantity: string;
  unit: string;
  found: number;
  truth: number;
  rms: number;
  slope: number;
  count: number;
}

/** Å, of what is not layered in a surface scene, widened by its own strain. */
export function trueLayers(scene: string): { rockSalt: number; spinel: number; transformed: number } {
  const { rockSalt, spinel } = {
    ...valuesOf(surfaceLatticeParameters),
    ...(scene === "fast-surface" ? fastSurfaceValues : {})
  };
  const [r, s] = [rockSalt * (1 + transformationStrain(2)), spinel * (1 + transformationStrain(1))];
  return { rockSalt: r, spinel: s, transformed: r + s };
}

export function comparisonRows(
  { scene, comparison, result }: SceneRun,
  sequence: SurfaceSequence | null
): ComparisonRow[] {
  const { match, strain, phases, regions, spacing } = comparison;
  const row = (quantity: string, unit: string, own: Partial<ComparisonRow>): ComparisonRow => ({
    ...{ scene: scene.id, quantity, unit, found: NaN, truth: NaN, rms: NaN, slope: NaN, count: NaN },
    ...own
  });
  const surface = (name: "rockSalt" | "spinel" | "transformed", label: string) =>
    sequence
      ? [
          row(label, "Å", {
            found: sequence[name],
            truth: trueLayers(scene.id)[name],
            count: sequence.lines,
            rms: name === "transformed" ? sequence.spread : NaN
          })
        ]
      : [];
  return [
    row("position of columns", "Å", {
      rms: match.rms,
      found: Math.SQRT2 * match.statedError,
      truth: Math.SQRT2 * defaultStemInstrument().lineJitter,
      count: result.columns.count
    }),
    row("metal columns found", "", {
      found: match.metalFound,
      truth: match.metalColumns,
      count: match.metalColumns
    }),
    row("columns found where none is", "", { found: match.false, truth: 0 }),
    ...strain.map(({ component, ...own }) => row(component, component === "rotation" ? "rad" : "", own)),
    row("spacing of slabs", "Å", spacing),
    row("columns with the right phase", "", { found: phases.right, truth: 1 }),
    row("columns with a phase", "", { found: phases.assigned, truth: 1 }),
    ...regions
      .filter(({ columns }) => columns > 0)
      .flatMap(({ domain, columns, found, pure }) => [
        row(`${domain} columns found`, "", { found, truth: 1, count: columns }),
        row(`columns of the ${domain} region that are`, "", { found: pure, truth: 1, count: columns })
      ]),
    ...surface("rockSalt", "rock salt layer"),
    ...surface("spinel", "spinel layer"),
    ...surface("transformed", "transformed layer"),
    ...(sequence
      ? [row("lines in order", "", { found: sequence.inOrder, truth: 1, count: sequence.lines })]
      : [])
  ];
}
