// A cycler's file of a commercial cell: capacities of its constant-current steps by the code behind Figure 1a, b.
import { csvParseRows } from "d3";
import { analyseCycling } from "../../../science/electrochemistry/analysis.js";
import { readCycling } from "../../../science/electrochemistry/read-cycling.js";
import { jsonOf, textOf, type Check, type Part } from "./part.js";

interface Expected {
  events: Record<string, number>;
  integral_of_I_dt_Ah: Record<string, number>;
}

const named: Record<string, string> = {
  "2": "charge of the step at constant voltage",
  "5": "discharge at a tenth of the capacity an hour",
  "8": "charge at a tenth of the capacity an hour"
};

export const cycling: Part = {
  folder: "echem-lgm50-nmc",
  source: {
    title: "LG M50 cell (NMC811), slow charge and discharge",
    source: "Imperial College London, sample data of PyProBE",
    repository: "ImperialCollegeLondon/PyProBE",
    licence: "BSD-3-Clause",
    checks: "/figures/fig-1-electrochemistry-and-lattice"
  },
  code: ["src/science/electrochemistry/read-cycling.ts", "src/science/electrochemistry/analysis.ts"],
  evaluate(read) {
    const { integral_of_I_dt_Ah: integrals } = jsonOf<Expected>(read("expected.json"));
    const [names, ...rows] = csvParseRows(textOf(read("lgm50_rpt0.csv")));
    const columns = names.map((name, k) => ({ name, values: rows.map((row) => row[k]) }));
    const { segments } = analyseCycling(readCycling(columns));
    return {
      checks: Object.entries(integrals).map(([step, charge]): Check => {
        const segment = segments.find((s) => s.step === Number(step));
        return {
          what: named[step] ?? `charge of step ${step}`,
          unit: "Ah",
          expected: Math.abs(charge),
          tolerance: 1e-5,
          relation: "within",
          obtained: segment?.capacity ?? NaN,
          against: "sum of current times time, from the same rows"
        };
      })
    };
  }
};
