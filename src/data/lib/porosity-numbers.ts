/** Rows of the table of numbers: each quantity of a state in a unit that a reader can read. */
import type { PoreNumbers } from "../../science/porosity/analysis.js";
import { assessValue, type Assessed } from "../../science/porosity/assess.js";
import type { AtThresholds, ReportedFacts } from "./porosity-facts.js";

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

/** JSON keeps a number that is none as null. */
const scaled = (k: number, value: number | null): number => (value === null ? NaN : k * value);

export function numberRows(facts: ReportedFacts): NumberRow[] {
  const { state, rate } = facts;
  const row = (
    quantity: string,
    unit: string,
    k: number,
    { found, error, atLower, atHigher, seedDeviation }: Assessed,
    truth: number | null
  ): NumberRow => ({
    ...{ state, rate, quantity, unit, found: scaled(k, found), error: scaled(k, error) },
    ...{ atLower: scaled(k, atLower), atHigher: scaled(k, atHigher) },
    ...{ seedDeviation: scaled(k, seedDeviation), truth: truth === null ? null : k * truth }
  });
  const assessed = facts.numbers.map((number) => {
    const [quantity, unit, k] = quantities[number.name];
    return row(quantity, unit, k, number, facts.truth[number.name]);
  });
  const { areas, trueAreas, openings, paths, overlap } = facts;
  const porosity = facts.numbers.find(({ name }) => name === "porosity");
  if (!porosity) throw new Error(`missing porosity of ${state}; build the data anew with npm run data`);
  /** of what was measured at the thresholds with one seed */
  const moved = <Result>(
    quantity: string,
    [unit, k]: readonly [string, number],
    { found, lower, higher }: AtThresholds<Result>,
    of: (result: Result) => number | null,
    truth: number | null
  ) => {
    const value = (result: Result) => of(result) ?? NaN;
    return row(quantity, unit, k, assessValue(value(found), [value(lower), value(higher)]), truth);
  };
  const [percent, area, width, factor] = [
    ["%", 100],
    ["µm²", 1e12],
    ["µm", 1e6],
    ["", 1]
  ] as const;
  // −1 stands for no path, which a table shows as no value
  const path = (value: number | undefined) => (value === undefined || value < 0 ? NaN : value);
  return [
    ...assessed,
    row("porosity, pores of any size", "%", 100, porosity, facts.exactPorosity),
    moved("pore voxels of the sample that were found", percent, overlap, ({ recall }) => recall, 1),
    moved("pore voxels found that are real", percent, overlap, ({ precision }) => precision, 1),
    moved("area of all pores, Crofton", area, areas, ({ crofton }) => crofton, trueAreas.crofton),
    moved("area of all pores, marching cubes on voxels", area, areas, ({ mesh }) => mesh, trueAreas.mesh),
    moved("area of all pores, marching cubes on grey values", area, areas, ({ grey }) => grey, null),
    moved(
      "opening of the largest pore, median",
      width,
      openings,
      ({ median }) => median,
      openings.truth.median
    ),
    moved(
      "opening of the largest pore, nine tenths below",
      width,
      openings,
      ({ ninetieth }) => ninetieth,
      openings.truth.ninetieth
    ),
    ...["z", "x", "y"].flatMap((axis, k) =>
      (["oxide", "pores"] as const).map((phase) =>
        moved(
          `tortuosity factor of the ${phase} along ${axis}`,
          factor,
          paths,
          (own) => path(own[phase][k]),
          path(paths.truth[phase][k])
        )
      )
    )
  ];
}
