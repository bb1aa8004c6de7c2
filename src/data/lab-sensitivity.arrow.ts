// Sobol's indices of the hoop stress at A, with all inputs unknown and with some of them known.
import { bridgeResponse } from "../science/mechanics/bridge-response.js";
import { defaultStressParameters } from "../science/mechanics/parameters.js";
import { sensitivityRange, stressSensitivity, type UncertainName } from "../science/mechanics/sensitivity.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { labMeta, labResponse } from "./lib/lab.js";

const cases: { name: string; known: UncertainName[] }[] = [
  { name: "all unknown", known: [] },
  { name: "D and p as printed", known: ["diffusivity", "poreRadius"] },
  {
    name: "only gap and ν unknown, E = 78 GPa, ΔV/V0 = 3 %",
    known: ["diffusivity", "poreRadius", "youngsModulus", "slope", "capacity"]
  }
];
const [count, seed, resamples] = [4096, 1, 200];
const base = { ...defaultStressParameters(), rate: 10 };
const response = bridgeResponse(await labResponse(sensitivityRange(base), [5, 3, 2, 8]));
const rows = cases.flatMap(({ name, known }) =>
  [false, true].flatMap((logarithm) => {
    const result = stressSensitivity(response, base, { known, logarithm, count, seed, resamples });
    const sorted = result.sample.slice().sort();
    const quantile = (share: number) => {
      const value = sorted[Math.round(share * (sorted.length - 1))];
      return (logarithm ? 10 ** value : value) * 1e-6;
    };
    return result.inputs.map((input, i) => ({
      case: name,
      quantity: logarithm ? "log10 of the stress" : "stress",
      input: input.name,
      symbol: input.symbol,
      label: input.label,
      min: input.min,
      max: input.max,
      unit: input.unit,
      ...result.indices[i],
      evaluations: result.evaluations,
      low_MPa: quantile(0.025),
      median_MPa: quantile(0.5),
      high_MPa: quantile(0.975),
      above: sorted.filter((v) => (logarithm ? 10 ** v : v) >= 3.17e8).length / sorted.length
    }));
  })
);
type Row = (typeof rows)[number];
const text = (key: keyof Row, description: string) => ({
  values: rows.map((row) => String(row[key])),
  type: "dictionary" as const,
  unit: "",
  description
});
const number = (key: keyof Row, description: string, unit = "") => ({
  values: Float64Array.from(rows, (row) => Number(row[key])),
  unit,
  description
});
const interval = "of the 95 % interval, by bootstrap";
await writeTable(
  arrowTable(
    labMeta(
      "Sensitivity of the stress at A",
      "Sobol's indices of the hoop stress at A at 10 C and a depth of discharge of 20 %: which unknown input makes how much of its variance.",
      `Saltelli's sampling, N = ${count} of a shifted Sobol sequence; first order after Saltelli 2010, total after Jansen; ${resamples} bootstrap samples; the stress from the tabulated response of the finite elements.`,
      ["src/science/mechanics/sensitivity.ts", "src/science/numerics/sobol-indices.ts"],
      { seed }
    ),
    {
      case: text("case", "what is taken as known"),
      quantity: text("quantity", "the stress, or its logarithm to base 10"),
      input: text("input", "input"),
      symbol: text("symbol", "symbol of the input"),
      label: text("label", "name of the input"),
      min: number("min", "least value of the input, in its unit"),
      max: number("max", "greatest value of the input, in its unit"),
      input_unit: text("unit", "unit of the input"),
      first: number("first", "first-order index: share of the variance that this input makes alone"),
      first_low: number("firstLow", `first-order index, lower end ${interval}`),
      first_high: number("firstHigh", `first-order index, upper end ${interval}`),
      total: number("total", "total index: share of the variance that this input takes part in"),
      total_low: number("totalLow", `total index, lower end ${interval}`),
      total_high: number("totalHigh", `total index, upper end ${interval}`),
      evaluations: number("evaluations", "evaluations of the model in this case"),
      low_MPa: number("low_MPa", "2.5th percentile of the stress in this case", "MPa"),
      median_MPa: number("median_MPa", "median of the stress in this case", "MPa"),
      high_MPa: number("high_MPa", "97.5th percentile of the stress in this case", "MPa"),
      above: number("above", "share of the samples of this case at or above 317 MPa")
    }
  )
);
