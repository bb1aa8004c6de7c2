// Smallest loss of oxygen that neutron diffraction could have seen, against counting time, range of d, and what is known.
import { correlated, detectionLevel } from "../science/diffraction/identifiability.js";
import { neutronQuantities } from "../science/diffraction/neutron-analysis.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { neutronMeta } from "./lib/neutron.js";
import { limitRows } from "./lib/neutron-limits.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = limitRows();
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    neutronMeta({
      title: "What neutron diffraction could have seen of an oxygen loss",
      description: `Standard error of the oxygen occupancy at best (Cramér–Rao), the loss that stands out by ${detectionLevel} of them, and its correlations, for eight ways to refine.`,
      method:
        "Fisher information of the pattern at the truth with counting errors; the inverse is the covariance. X-rays: a laboratory pattern of the same sample, 10,000 counts at the top, joined where named.",
      provenance: "predicted",
      seed: null,
      code: [
        "src/science/diffraction/identifiability.ts",
        "src/science/diffraction/information.ts",
        "src/science/diffraction/x-ray-partner.ts"
      ]
    }),
    {
      sweep: text("what is varied: hours, dMax or dMin", (r) => r.sweep),
      variant: text("what is refined", (r) => r.variant.id),
      variant_label: text("it in words", (r) => r.variant.label),
      hours: number("h", "counting time", (r) => r.hours),
      d_min_A: number("Å", "smallest spacing", (r) => r.dMin),
      d_max_A: number("Å", "largest spacing", (r) => r.dMax),
      oxygen_error: number("%", "standard error of the oxygen occupancy", (r) => 100 * r.error),
      smallest_loss: number("%", "loss that stands out by three errors", (r) => 100 * r.smallestLoss),
      power: number("", "chance that a loss of 4 % stands out so", (r) => r.power),
      ...Object.fromEntries(
        correlated.map((name) => [
          `correlation_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
          number(
            "",
            `correlation of oxygen with the ${neutronQuantities[name].label}`,
            (r) => r.correlation[name] ?? null
          )
        ])
      ),
      dependent: text("parameters that cannot be told apart; empty where all can", (r) =>
        r.dependent.join(", ")
      )
    }
  )
);
