// Tables of our figures on which a reader's numbers can be laid: which column goes along, which up, and what tells the curves apart.
import type { Table } from "npm:apache-arrow";
import type { OurTable } from "./use-table.js";

/** Files of the page, by the names of their tables; each is fetched when it is asked for. */
export type TableFiles<K extends string> = Record<K, { arrow: () => Promise<Table> }>;

type Name =
  | "electrochemistry-first-cycle"
  | "electrochemistry-cycles"
  | "electrochemistry-dqdv"
  | "operando-lattice"
  | "oxidation-zones"
  | "porosity-radial";

type Known = Omit<OurTable, "load"> & { table: Name };

const known: readonly Known[] = [
  {
    ...{
      table: "electrochemistry-first-cycle",
      label: "Figure 1a: first cycle",
      series: ["rate_C", "phase"]
    },
    ...{ x: "capacity_mAh_g", xLabel: "capacity (mAh/g)", y: "voltage_V", yLabel: "cell voltage (V)" }
  },
  {
    ...{ table: "electrochemistry-cycles", label: "Figure 1: capacity, cycle by cycle", series: ["rate_C"] },
    ...{ x: "cycle", xLabel: "cycle", y: "discharge_mAh_g", yLabel: "capacity of discharge (mAh/g)" }
  },
  {
    ...{ table: "electrochemistry-cycles", label: "Figure 1: mean voltage of discharge", series: ["rate_C"] },
    ...{ x: "cycle", xLabel: "cycle", y: "mean_discharge_V", yLabel: "mean voltage of discharge (V)" }
  },
  {
    ...{ table: "electrochemistry-dqdv", label: "Figure 1: dQ/dV", series: ["rate_C", "cycle", "phase"] },
    ...{ x: "voltage_V", xLabel: "cell voltage (V)", y: "dqdv_mAh_g_V", yLabel: "dQ/dV (mAh/(g V))" }
  },
  {
    ...{ table: "operando-lattice", label: "Operando diffraction: c", series: ["rate_C", "branch"] },
    ...{ x: "capacity_mAh_g", xLabel: "capacity (mAh/g)", y: "c_A", yLabel: "c (Å)" }
  },
  {
    ...{ table: "operando-lattice", label: "Operando diffraction: a", series: ["rate_C", "branch"] },
    ...{ x: "capacity_mAh_g", xLabel: "capacity (mAh/g)", y: "a_A", yLabel: "a (Å)" }
  },
  {
    ...{ table: "oxidation-zones", label: "Figure 3: valences, zone by zone", series: ["element", "label"] },
    ...{ x: "zone", xLabel: "zone, from the surface", y: "recovered", yLabel: "effective valence" }
  },
  {
    ...{ table: "porosity-radial", label: "Figure 5a–c: porosity against radius", series: ["state"] },
    ...{ x: "radius_um", xLabel: "radius (µm)", y: "porosity_percent", yLabel: "porosity (%)" }
  }
];

export const ourTables = (files: TableFiles<Name>): OurTable[] =>
  known.map(({ table, ...rest }) => ({ ...rest, load: () => files[table].arrow() }));
