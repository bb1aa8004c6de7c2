// Tables of our figures on which a reader's numbers can be laid: which column goes along, which up, and what tells the curves apart.
import type { Table } from "npm:apache-arrow";
import { overSeeds, shareRows } from "../composition/share-rows.js";
import type { OurPoint, OurTable } from "./use-table.js";

/** Files of the page, by the names of their tables; each is fetched when it is asked for. */
export type TableFiles<K extends string> = Record<K, { arrow: () => Promise<Table> }>;

type Name =
  | "electrochemistry-first-cycle"
  | "electrochemistry-cycles"
  | "electrochemistry-dqdv"
  | "composition-shares"
  | "operando-lattice"
  | "oxidation-zones"
  | "porosity-radial"
  | "stress/0.1C"
  | "stress/10C"
  | "stress-bridge";

interface Columns {
  x: string;
  y: string;
  /** columns whose values tell the curves apart */
  series: readonly string[];
  /** rows of which other values are left out */
  only?: Readonly<Record<string, string | number>>;
  /** of numbers that the figure draws in percent */
  times?: number;
}

type Known = Omit<OurTable, "points"> & { table: Name; read: (table: Table) => OurPoint[] };

const word = (name: string, value: unknown): string => {
  if (name === "rate_C") return `${String(value)} C`;
  if (name === "cycle") return `cycle ${String(value)}`;
  if (name === "depth_of_discharge") return `${(100 * Number(value)).toFixed(0)} % discharged`;
  return String(value);
};

const curves =
  ({ x, y, series, only = {}, times = 1 }: Columns) =>
  (table: Table): OurPoint[] => {
    const column = (name: string) => {
      const found = table.getChild(name);
      if (!found) throw new Error(`unknown column: ${name}; build the data anew with npm run data`);
      return found;
    };
    const [along, up] = [column(x), column(y)];
    const parts = series.map((name) => ({ name, values: column(name) }));
    const wanted = Object.entries(only).map(([name, value]) => ({ value, values: column(name) }));
    const points: OurPoint[] = [];
    for (let i = 0; i < table.numRows; ++i) {
      if (wanted.some(({ value, values }) => values.get(i) !== value)) continue;
      points.push({
        x: times * Number(along.get(i) ?? NaN),
        y: Number(up.get(i) ?? NaN),
        series: parts.map(({ name, values }) => word(name, values.get(i))).join(", ")
      });
    }
    return points;
  };

const states = ["pristine", "4.4V", "4.6V", "4.8V", "discharged"];

/** As Figures 2b and 2c draw them: at the study's threshold, mean of the seeds. */
const shares =
  (rate: 0.1 | 10) =>
  (table: Table): OurPoint[] => {
    const rows = shareRows(table).filter(
      (row) =>
        Math.abs(row.threshold - 5) < 1e-9 && (row.state === "pristine" || row.number("rate_C") === rate)
    );
    const means = [...overSeeds(rows, (row) => `${row.state} ${row.class}`).values()];
    return (["recovered", "truth"] as const)
      .flatMap((kind) =>
        means.map(({ row, ...mean }) => ({
          x: 1 + states.findIndex((state) => row.state.endsWith(state)),
          y: 100 * mean[kind],
          series: `${row.class}, ${kind === "truth" ? "in the sample" : "found"}`
        }))
      )
      .sort((a, b) => a.x - b.x);
  };

const sharesOf = (panel: string, rate: 0.1 | 10): Known => ({
  ...{ table: "composition-shares", label: `Figure ${panel}: shares of the classes, ${rate} C` },
  ...{ xLabel: "state", yLabel: "share of the particle (%)", read: shares(rate) },
  hint: "The states are 1 pristine, 2 to 4 at 4.4, 4.6 and 4.8 V on charge, 5 discharged: where yours stand in words, take the number of the row."
});

const zonesOf = (panel: string, element: string): Known => ({
  ...{ table: "oxidation-zones", label: `Figure ${panel}: valence of ${element}, zone by zone` },
  ...{ xLabel: "zone, from the surface", yLabel: `effective valence of ${element}` },
  read: curves({ x: "zone", y: "recovered", series: ["label"], only: { element } })
});

const inPascal = "Numbers in N/m², as the study prints them, are ours when they are taken times 1e-6.";

const hoopOf = (panel: string, rate: 0.1 | 10): Known => ({
  ...{ table: `stress/${rate}C`, label: `Figure ${panel}: hoop stress along the radius, ${rate} C` },
  ...{ xLabel: "distance from the centre (µm)", yLabel: "hoop stress (MPa)", hint: inPascal },
  read: curves({ x: "radius_um", y: "hoop_stress_MPa", series: ["depth_of_discharge"] })
});

const bridgeOf = (panel: string, rate: 0.1 | 10): Known => ({
  ...{ table: "stress-bridge", label: `Figure ${panel}: von Mises stress at A, ${rate} C` },
  ...{ xLabel: "depth of discharge (%)", yLabel: "von Mises stress (MPa)", hint: inPascal },
  read: curves({
    ...{ x: "depth_of_discharge", y: "von_mises_MPa", series: ["phase"] },
    ...{ only: { rate_C: rate }, times: 100 }
  })
});

const latticeOf = (edge: "c" | "a"): Known => ({
  ...{ table: "operando-lattice", label: `Operando diffraction: ${edge}` },
  ...{ xLabel: "charge passed (mAh/g)", yLabel: `${edge} (Å)` },
  // a scan taken for one moment is a variant of the analysis
  read: curves({
    ...{ x: "capacity_mAh_g", y: `${edge}_A`, series: ["rate_C", "branch"] },
    only: { treatment: "own moments" }
  })
});

const known: readonly Known[] = [
  {
    ...{ table: "electrochemistry-first-cycle", label: "Figure 1b: first cycle" },
    ...{ xLabel: "capacity (mAh/g)", yLabel: "cell voltage (V)" },
    read: curves({ x: "capacity_mAh_g", y: "voltage_V", series: ["rate_C", "phase"] })
  },
  {
    ...{ table: "electrochemistry-cycles", label: "Figure 1a: capacity, cycle by cycle" },
    ...{ xLabel: "cycle", yLabel: "capacity of discharge (mAh/g)" },
    read: curves({ x: "cycle", y: "discharge_mAh_g", series: ["rate_C"] })
  },
  {
    ...{ table: "electrochemistry-cycles", label: "Figure 1a: mean voltage of discharge, cycle by cycle" },
    ...{ xLabel: "cycle", yLabel: "mean voltage of discharge (V)" },
    read: curves({ x: "cycle", y: "mean_discharge_V", series: ["rate_C"] })
  },
  {
    ...{ table: "electrochemistry-dqdv", label: "Figure 1, dQ/dV" },
    ...{ xLabel: "cell voltage (V)", yLabel: "dQ/dV (mAh/(g V))" },
    read: curves({ x: "voltage_V", y: "dqdv_mAh_g_V", series: ["rate_C", "cycle", "phase"] })
  },
  sharesOf("2b", 0.1),
  sharesOf("2c", 10),
  zonesOf("3b", "Mn"),
  zonesOf("3c", "Co"),
  zonesOf("3d", "Ni"),
  zonesOf("3e", "O"),
  {
    ...{ table: "porosity-radial", label: "Figure 5a–c: porosity against radius" },
    ...{ xLabel: "radius (µm)", yLabel: "porosity (%)" },
    read: curves({ x: "radius_um", y: "porosity_percent", series: ["state"] })
  },
  hoopOf("5d", 0.1),
  hoopOf("5e", 10),
  bridgeOf("5f", 0.1),
  bridgeOf("5g", 10),
  latticeOf("c"),
  latticeOf("a")
];

export const ourTables = (files: TableFiles<Name>): OurTable[] =>
  known.map(({ table, read, ...rest }) => ({
    ...rest,
    points: async () => read(await files[table].arrow())
  }));
