/** Rows of the table of numbers: each quantity of a state in a unit that a reader can read. */
import type { PoreNumbers } from "../../science/porosity/analysis.js";
import type { ReportedFacts } from "./porosity-facts.js";

export interface NumberRow {
  state: string;
  rate: number | null;
  quantity: string;
  unit: string;
  found: number | null;
  error: number | null;
  atLower: number | null;
  atHigher: number | null;
  seedDeviation: number | null;
  truth: number | null;
}

/** Name, unit, and what the SI value is multiplied by. */
const quantities: Record<keyof PoreNumbers, readonly [name: string, unit: string, factor: number]> = {
  porosity: ["porosity", "%", 100],
  count: ["pores", "", 1],
  largestVolume: ["volume of the largest pore", "µm³", 1e18],
  networkShare: ["share of the void in the largest pore", "%", 100],
  medianDiameter: ["median diameter", "µm", 1e6],
  meanVolume: ["mean volume of a pore", "µm³", 1e18],
  specificArea: ["area of the pores a volume, Crofton", "1/µm", 1e-6],
  openShare: ["share of the void open to the outer surface", "%", 100]
};

export function numberRows(facts: ReportedFacts): NumberRow[] {
  const { state, rate } = facts;
  const own = { state, rate };
  const assessed = facts.numbers.map(
    ({ name, found, error, atLower, atHigher, seedDeviation }): NumberRow => {
      const [quantity, unit, k] = quantities[name];
      return {
        ...{ ...own, quantity, unit, found: k * found, error: k * error },
        ...{ atLower: k * atLower, atHigher: k * atHigher, seedDeviation: k * seedDeviation },
        truth: k * facts.truth[name]
      };
    }
  );
  const plain = (quantity: string, unit: string, found: number, truth: number | null): NumberRow => ({
    ...{ ...own, quantity, unit, found, truth },
    ...{ error: null, atLower: null, atHigher: null, seedDeviation: null }
  });
  const { areas, trueAreas, openings, paths } = facts;
  const square = 1e12;
  const axes = ["z", "x", "y"];
  // −1 stands for no path, which a table shows as no value
  const path = (value: number | undefined) => (value === undefined || value < 0 ? NaN : value);
  return [
    ...assessed,
    plain(
      "porosity, pores of any size",
      "%",
      100 * (facts.numbers[0]?.found ?? NaN),
      100 * facts.exactPorosity
    ),
    plain("pore voxels of the sample that were found", "%", 100 * facts.recall, 100),
    plain("pore voxels found that are real", "%", 100 * facts.precision, 100),
    plain("area of all pores, Crofton", "µm²", square * areas.crofton, square * trueAreas.crofton),
    plain("area of all pores, marching cubes on voxels", "µm²", square * areas.mesh, square * trueAreas.mesh),
    plain("area of all pores, marching cubes on grey values", "µm²", square * areas.grey, null),
    plain(
      "opening of the largest pore, median",
      "µm",
      1e6 * openings.found.median,
      1e6 * openings.truth.median
    ),
    plain(
      "opening of the largest pore, nine tenths below",
      "µm",
      1e6 * openings.found.ninetieth,
      1e6 * openings.truth.ninetieth
    ),
    ...axes.flatMap((axis, k) => [
      plain(
        `tortuosity factor of the oxide along ${axis}`,
        "",
        path(paths.found.oxide[k]),
        path(paths.truth.oxide[k])
      ),
      plain(
        `tortuosity factor of the pores along ${axis}`,
        "",
        path(paths.found.pores[k]),
        path(paths.truth.pores[k])
      )
    ])
  ];
}
