/** Forks of the pathway model: quantities of a changed particle beside the study's, over the rates. */
import { agedParticle } from "../../science/pathways/aged-particle.js";
import { reduced } from "../../science/pathways/calibrate.js";
import { defaultPathwayParameters, type PathwayParameters } from "../../science/pathways/parameters.js";
import { predictedQuantities } from "../../science/pathways/predictions.js";
import { stateOf } from "../../science/pathways/targets.js";
import { arrowTable } from "./arrow-table.js";
import { columnsOf } from "./oxidation-columns.js";
import { pathwaysMeta } from "./pathways.js";
import type { AgedResult } from "../../science/pathways/aged-particle.js";

export interface Variant {
  name: string;
  changed: Partial<PathwayParameters>;
}

/** C */
export const forkRates = [0.1, 0.3, 1, 3, 10] as const;

/** Those of the predictions, and the two that a change of the radius moves most. */
const quantities = [
  ...predictedQuantities,
  {
    id: "hoopStress",
    label: "largest hoop stress, first charge",
    unit: "MPa",
    of: (r: AgedResult) => (stateOf(r, "4.8V")?.hoopStress ?? NaN) / 1e6
  },
  {
    id: "retention",
    label: "discharge capacity, 20th over first cycle",
    unit: "%",
    of: ({ cycles }: AgedResult) =>
      (100 * (cycles.at(-1)?.dischargeCapacity ?? NaN)) / (cycles[0]?.dischargeCapacity ?? NaN)
  }
];

export interface ForkRow {
  variant: string;
  rate: number;
  quantity: string;
  label: string;
  unit: string;
  value: number;
}

/** Every quantity of every variant at every rate; constants are those calibrated on the study's particle, none is set anew. */
export function forkRows(variants: readonly Variant[], rates: readonly number[] = forkRates): ForkRow[] {
  return variants.flatMap(({ name, changed }) =>
    rates.flatMap((rate) => {
      const run = agedParticle({ ...defaultPathwayParameters(), ...changed }, { ...reduced, rate });
      return quantities.map(({ id, label, unit, of }) => ({
        ...{ variant: name, rate, quantity: id, label, unit, value: of(run) }
      }));
    })
  );
}

export function forkTable(
  variants: readonly Variant[],
  own: { title: string; description: string; page: string }
) {
  const rows = forkRows(variants);
  const { number, text } = columnsOf(rows);
  return arrowTable(
    pathwaysMeta({
      ...own,
      parameters: { ...defaultPathwayParameters(), variants },
      code: ["src/data/lib/pathways-fork.ts", "src/science/pathways/aged-particle.ts"]
    }),
    {
      variant: text("what is changed", (r) => r.variant),
      rate_C: number("C", "rate", (r) => r.rate),
      quantity: text("short name", (r) => r.quantity),
      label: text("the quantity in words", (r) => r.label),
      unit: text("unit of its numbers", (r) => r.unit),
      value: number("", "in the unit of its row", (r) => r.value)
    }
  );
}
